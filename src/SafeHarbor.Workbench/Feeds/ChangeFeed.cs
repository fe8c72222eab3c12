using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Pages;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Feeds;

/// <summary>A day on which a jurisdiction's law changed the outcome for some child.</summary>
/// <param name="Demand">The one demand that is told; null for all.</param>
internal sealed record FeedEntry(Jurisdiction Jurisdiction, TimelineStep Step, Demand? Demand)
{
    public IEnumerable<DemandDifference> Changes => Step.Changes.Where(c => Demand is null || c.Demand.Id == Demand.Id);
}

/// <summary>What changed for whom, as an Atom feed (RFC 4287).</summary>
internal static class ChangeFeed
{
    /// <summary>Entries that a feed holds; older ones are on the pages.</summary>
    private const int MostEntries = 200;

    /// <summary>
    /// The authority of the ids. An entry has the same id on every copy of the site, wherever it stands, so that a reader who
    /// changes from one to another sees nothing twice; and a name that nobody can own is one that nobody else will use.
    /// </summary>
    private const string Authority = "tag:safeharbor.invalid,2016-11-15:";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The entries of all states and of the federation itself, the newest first.</summary>
    public static IEnumerable<FeedEntry> Everywhere(LawDesk desk, Demand? demand) =>
        Newest(desk.Library.Jurisdictions.SelectMany(j => EntriesOf(desk, j, demand)));

    public static IEnumerable<FeedEntry> Of(LawDesk desk, Jurisdiction jurisdiction) => Newest(EntriesOf(desk, jurisdiction, null));

    /// <param name="self">The path of the feed.</param>
    /// <param name="page">The path of the page that it belongs to.</param>
    /// <param name="site">Where the site stands; null where that is not known, and links are relative.</param>
    public static byte[] Write(string title, string self, string page, string? site, LocalDate begins, IEnumerable<FeedEntry> entries)
    {
        var all = entries.ToImmutableArray();
        var feed = new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "en"),
            new XElement(Atom + "id", Authority + self.TrimStart('/')),
            new XElement(Atom + "title", title),
            new XElement(Atom + "subtitle", "What changed in the law, and for which children. It informs; it is not legal advice."),
            new XElement(Atom + "updated", Instant(all.IsEmpty ? begins : all.Max(e => e.Step.Day))),
            new XElement(Atom + "author", new XElement(Atom + "name", "SafeHarbor")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/atom+xml"), new XAttribute("href", site + self)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", site + page)),
            all.Select(entry => Write(entry, site)));
        return XmlBytes.Of(feed);
    }

    private static XElement Write(FeedEntry entry, string? site)
    {
        var day = LocalDatePattern.Iso.Format(entry.Step.Day);
        var to = new Addresses(entry.Step.Day);
        return new XElement(Atom + "entry",
            new XElement(Atom + "id", $"{Authority}{entry.Jurisdiction.Id.ToLowerInvariant()}/{day}{(entry.Demand is { } of ? "/" + of.Id.ToLowerInvariant() : "")}"),
            new XElement(Atom + "title", $"{entry.Jurisdiction.Name}, {Say.Day(entry.Step.Day)}: {Summary(entry)}"),
            new XElement(Atom + "updated", Instant(entry.Step.Day)),
            new XElement(Atom + "published", Instant(entry.Step.Day)),
            entry.Changes.Select(c => new XElement(Atom + "category", new XAttribute("term", c.Demand.Id), new XAttribute("label", c.Demand.Title))),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", site + to.Of(entry.Jurisdiction))),
            new XElement(Atom + "content", new XAttribute("type", "html"), Content(entry)));
    }

    private static string Summary(FeedEntry entry)
    {
        int Demands(int direction) => entry.Changes.Count(c => c.Parts.Any(p => Math.Sign(p.Direction) == direction));
        var (gains, losses) = (Demands(1), Demands(-1));
        return Friendly.And(new[]
        {
            gains > 0 ? $"children gain under {Friendly.Count(gains, "demand")}" : null,
            losses > 0 ? $"children lose under {Friendly.Count(losses, "demand")}" : null,
            gains + losses == 0 ? $"what is known of {Friendly.Count(entry.Changes.Count(), "demand")} changes" : null,
        }.OfType<string>());
    }

    private static string Content(FeedEntry entry)
    {
        var html = new XElement("div");
        void Provisions(string lead, IEnumerable<string> which)
        {
            if (which.Any())
                html.Add(new XElement("p", $"{lead}: {Friendly.And(which.Distinct())}."));
        }
        Provisions("Began", entry.Step.Began.Select(p => $"{p.Citation}, “{p.Heading}”"));
        Provisions("Ended", entry.Step.Ended.Select(p => p.Citation));
        Provisions("From here on known", entry.Step.UnreadEnded);
        html.Add(new XElement("ul", entry.Changes.SelectMany(c => c.Parts.OrderByDescending(p => p.Direction).Select(p =>
            new XElement("li", $"{Lead(p.Direction)}, {c.Demand.Title}: {p.First.InWords()} before, {p.Second.InWords()} after, in {Friendly.Count(p.Lines.Length, "kind")} of situation")))));
        return string.Concat(html.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
    }

    private static string Lead(int direction) => Math.Sign(direction) switch
    {
        1 => "Gain",
        -1 => "Loss",
        _ => "One side is not known",
    };

    private static IEnumerable<FeedEntry> EntriesOf(LawDesk desk, Jurisdiction jurisdiction, Demand? demand) =>
        desk.On(jurisdiction, desk.Today).Changes.Select(step => new FeedEntry(jurisdiction, step, demand)).Where(e => e.Changes.Any());

    private static IEnumerable<FeedEntry> Newest(IEnumerable<FeedEntry> entries) =>
        entries.OrderByDescending(e => e.Step.Day).ThenBy(e => e.Jurisdiction.Id, StringComparer.Ordinal).Take(MostEntries);

    /// <summary>The law changes with the day: its first moment, in universal time, for the country has many.</summary>
    private static string Instant(LocalDate day) => day.ToDateOnly().ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
