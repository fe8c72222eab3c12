using System.Text;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Feeds;

/// <summary>Every page of today's law, for search engines; and what they may read.</summary>
internal static class SiteMap
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The pages, each with the last day on which its sources were read where it has such a day.</summary>
    public static IEnumerable<(string Path, LocalDate? Read)> Pages(LawDesk desk)
    {
        var to = Addresses.Today;
        foreach (var path in new[] { "/", "/states", "/demands", "/compare", "/child", "/library", "/about", "/data", "/resolution", "/for-you", "/es/para-ti" })
            yield return (path, null);
        foreach (var demand in desk.Demands)
            yield return (to.Of(demand), null);
        foreach (var jurisdiction in desk.Library.Jurisdictions)
        {
            yield return (to.Of(jurisdiction), jurisdiction.Provisions.IsEmpty ? null : jurisdiction.Provisions.Max(p => p.LastRead));
            yield return ($"/library/{jurisdiction.Id.ToLowerInvariant()}", null);
            yield return (Addresses.Child(jurisdiction), null);
            foreach (var demand in desk.Demands)
                yield return (to.Of(jurisdiction, demand), null);
            foreach (var provision in jurisdiction.Provisions.DistinctBy(p => p.Citation))
                yield return (Addresses.Of(jurisdiction, provision), provision.LastRead);
            foreach (var bill in jurisdiction.Bills)
                yield return (Addresses.Of(jurisdiction, bill), null);
        }
    }

    /// <param name="site">Where the site stands.</param>
    public static byte[] Write(LawDesk desk, string site) =>
        XmlBytes.Of(new XElement(Names + "urlset", Pages(desk).Select(page => new XElement(Names + "url",
            new XElement(Names + "loc", site + page.Path), page.Read is { } day ? new XElement(Names + "lastmod", LocalDatePattern.Iso.Format(day)) : null))));

    /// <param name="site">Where the site stands; null where that is not known, and there is no site map.</param>
    public static byte[] Robots(string? site) =>
        Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /search\n{(site is null ? "" : $"Sitemap: {site}/sitemap.xml\n")}");
}
