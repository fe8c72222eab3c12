using System.Collections.Immutable;
using SafeHarbor.Documents.Resolutions;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.About;

/// <summary>What a copy of the site without a server can and cannot do.</summary>
public sealed class StaticCopyModel(LawDesk desk) : WorkbenchPage(desk);

/// <summary>How this is done, and its limits.</summary>
public sealed class AboutModel(LawDesk desk) : WorkbenchPage(desk)
{
    public IEnumerable<Provision> Provisions => Desk.Library.Jurisdictions.SelectMany(j => j.Provisions);

    public int Read(ReadAs how) => Provisions.Count(p => p.ReadAs == how);

    public int Unread => Desk.Library.Jurisdictions.Sum(j => j.Unread.Length);

    public int Readings => Provisions.Sum(p => p.Readings.Length);

    public int Expectations => Desk.Library.Jurisdictions.Sum(j => j.Scenarios.Sum(s => s.Expected.Length));

    public int Scenarios => Desk.Library.Jurisdictions.Sum(j => j.Scenarios.Length);

    public ImmutableArray<Jurisdiction> ReadTwice => [.. Desk.Library.Jurisdictions.Where(j => !j.SecondReading.IsEmpty).OrderBy(j => j.Name, StringComparer.Ordinal)];

    /// <summary>Answers of second readers that differed from the first encoding, and all their answers.</summary>
    public (int Differed, int All) SecondAnswers
    {
        get
        {
            var all = ReadTwice.SelectMany(j => j.SecondReading).SelectMany(s => s.Expected).ToList();
            return (all.Count(e => e.Settled is not null), all.Count);
        }
    }
}

/// <summary>Data and programs: the API, schemas, feeds, downloads, a map for other sites.</summary>
public sealed class DataModel(LawDesk desk, WorkbenchOptions options) : WorkbenchPage(desk)
{
    /// <summary>Where this site stands, or a name to put in its place.</summary>
    public string Site => options.PublicAddress?.AbsoluteUri.TrimEnd('/') ?? "https://example.org";

    public bool IsSiteKnown => options.PublicAddress is not null;
}

/// <summary>What the resolution asked, and how many states meet each part ten years on.</summary>
public sealed class ResolutionModel(LawDesk desk) : WorkbenchPage(desk)
{
    public ImmutableArray<MapRow> Now { get; private set; } = [];

    public ImmutableArray<MapRow> Then { get; private set; } = [];

    public void OnGet() => (Now, Then) = (CountryMap.On(Desk, Desk.Today).Rows, CountryMap.On(Desk, CountryMap.Resolution).Rows);

    /// <summary>The demands of one part, today and on the day of the resolution.</summary>
    public IEnumerable<(MapRow Now, MapRow Then)> RowsOf(params string[] prefixes) =>
        Now.Zip(Then).Where(r => prefixes.Any(p => r.First.Demand.Id == p || r.First.Demand.Id.StartsWith(p + ".", StringComparison.Ordinal)));

    public Register Register => Register.Known;

    public Source Source => Desk.Library.Frameworks[0].Sources[0];
}
