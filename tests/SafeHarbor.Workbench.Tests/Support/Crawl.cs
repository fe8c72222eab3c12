using System.Net;
using System.Text.RegularExpressions;

namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>A page that was reached by links and forms from the first page.</summary>
public sealed record CrawledPage(string Address, string Route, string Html, IReadOnlyList<string> Links);

/// <summary>Walks the site as a visitor could, until there are examples of every kind of page: so no new page is forgotten.</summary>
public static partial class Crawl
{
    /// <summary>Pages of one kind that are kept.</summary>
    private const int Examples = 2;

    /// <summary>An address that no page has, so that the page which says so is looked at too.</summary>
    public const string Nowhere = "/no-such-page";

    public static async Task<IReadOnlyList<CrawledPage>> From(Site site)
    {
        var routes = site.Routes.ToList();
        var found = new List<CrawledPage>();
        var queue = new Queue<string>(["/", .. routes.Where(r => r.IsAddress).Select(r => r.Pattern), "/us-ky", "/us-dc"]);
        var seen = new HashSet<string>(queue);
        int Have(string route) => found.Count(p => p.Route == route);
        while (queue.TryDequeue(out var address))
        {
            var route = RouteOf(routes, address);
            // Where some kind of page has no example yet, more of the others are read for the links in them.
            if (route is null || (Have(route) >= Examples && routes.All(r => Have(r.Pattern) > 0)))
                continue;
            if (await Read(site, routes, address) is not { } page)
                continue;
            if (Have(page.Route) < Examples)
                found.Add(page);
            foreach (var link in page.Links.Concat(FormsIn(page.Html)).Where(seen.Add))
                queue.Enqueue(link);
        }
        using var missing = await site.Http.GetAsync(new Uri(Nowhere, UriKind.Relative));
        found.Add(new CrawledPage(Nowhere, Nowhere, await missing.Content.ReadAsStringAsync(), []));
        return found;
    }

    /// <summary>Addresses on this site that a page links to, without what comes after `#`.</summary>
    public static IReadOnlyList<string> LinksIn(string html) => [.. Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]).Where(a => a.StartsWith('/')).Distinct()];

    private static string? RouteOf(List<PageRoute> routes, string address) => routes.FirstOrDefault(r => r.Matches(address.Split('?')[0]))?.Pattern;

    private static async Task<CrawledPage?> Read(Site site, List<PageRoute> routes, string address)
    {
        for (var steps = 0; steps < 3; steps++)
        {
            using var response = await site.Http.GetAsync(new Uri(address, UriKind.Relative));
            if (response.StatusCode == HttpStatusCode.Redirect)
                address = response.Headers.Location!.ToString();
            else if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/html" || RouteOf(routes, address) is not { } route)
                return null;
            else
            {
                var html = await response.Content.ReadAsStringAsync();
                return new CrawledPage(address, route, html, LinksIn(html));
            }
        }
        return null;
    }

    /// <summary>Where the forms of a page lead that ask by address: each list at its first choice, each box with a word that the law uses.</summary>
    private static IEnumerable<string> FormsIn(string html) => Form().Matches(html).Select(form =>
        form.Groups[1].Value + "?" + string.Join("&", Field().Matches(form.Value).Select(f => $"{f.Groups[1].Value}{f.Groups[3].Value}={(f.Groups[2].Success ? Uri.EscapeDataString(f.Groups[2].Value) : "prostitution")}")));

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<form (?![^>]*method=\"post\")[^>]*?action=\"(/[^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<select [^>]*?name=\"(\\w+)\">\\s*<option value=\"([^\"]*)\"|<input [^>]*?name=\"(\\w+)\" type=\"search\"")]
    private static partial Regex Field();
}
