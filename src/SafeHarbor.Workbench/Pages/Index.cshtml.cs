using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages;

/// <summary>The country at a glance, today or on another day.</summary>
public sealed class IndexModel(LawDesk desk) : WorkbenchPage(desk)
{
    /// <summary>How many shades a tile can have.</summary>
    public const int Shades = 5;

    private const int ChangesShown = 12;

    /// <param name="AtLeast">Demands that certainly fail in some situation.</param>
    /// <param name="AtMost">The same, if every open question and every text that could not be read is against the child.</param>
    public sealed record Tile(string Id, string Code, string Name, string? Address, int AtLeast, int AtMost, string Shade);

    public sealed record Row(Demand Demand, int Met, int Arguable, int NotMet, int NotKnown);

    public sealed record Change(LocalDate Day, Jurisdiction Jurisdiction, Provision Provision);

    public ImmutableArray<Tile> Tiles { get; private set; } = [];

    public ImmutableArray<Row> Rows { get; private set; } = [];

    public ImmutableArray<Change> Lately { get; private set; } = [];

    /// <summary>The days of the row of maps: the resolution, each first of January since, today.</summary>
    public ImmutableArray<LocalDate> Days { get; private set; } = [];

    public LocalDate Shown => To.On ?? Desk.Today;

    public int ProvisionCount => Desk.Library.Jurisdictions.Sum(j => j.Provisions.Length);

    public int ReadAsText => Desk.Library.Jurisdictions.Sum(j => j.Provisions.Count(p => p.ReadAs == ReadAs.Text));

    public int UnreadCount => Desk.Library.Jurisdictions.Sum(j => j.Unread.Length);

    public IActionResult OnGet()
    {
        if (ReadDay(to => to.Home) is { } other)
            return other;
        var resolution = new LocalDate(2016, 11, 15);
        Days = [resolution, .. Enumerable.Range(2017, Math.Max(0, Desk.Today.Year - 2016)).Select(year => new LocalDate(year, 1, 1)), Desk.Today];
        var standings = Desk.StandingOn(On);
        Tiles = [.. TileMap.Tiles.OrderBy(t => t.Value.Row).ThenBy(t => t.Value.Column).Select(t => TileOf(t.Key, standings))];
        Rows = [.. Desk.Demands.Select((demand, i) => RowOf(demand, [.. standings.Values.Select(s => s[i].Level)]))];
        Lately = [.. Desk.States.SelectMany(s => s.Provisions.Where(p => p.InForce.Precision == StartPrecision.Day && p.InForce.From <= On).Select(p => new Change(p.InForce.From, s, p)))
            .OrderByDescending(c => c.Day).ThenBy(c => c.Jurisdiction.Name, StringComparer.Ordinal).DistinctBy(c => (c.Day, c.Jurisdiction.Id)).Take(ChangesShown)];
        return Page();
    }

    public string AddressOn(LocalDate day) => day == Desk.Today ? "/" : new Addresses(day).Home;

    public string ShadeInWords(int shade)
    {
        var (from, to) = (Enumerable.Range(0, Desk.Demands.Length + 1).First(n => ShadeOf(n) == shade), Enumerable.Range(0, Desk.Demands.Length + 1).Last(n => ShadeOf(n) == shade));
        return from == to ? $"{from}" : $"{from} to {to}";
    }

    private Tile TileOf(string id, IReadOnlyDictionary<string, ImmutableArray<DemandStanding>> standings)
    {
        var code = id[^2..];
        if (Desk.Library.Find(id) is not { } jurisdiction || !standings.TryGetValue(id, out var standing))
            return new Tile(id, code, code, null, 0, 0, "off");
        var count = standing.Count(s => s.Level is Level.NotMetInSome or Level.NowhereMet);
        var notKnown = standing.Count(s => s.Level == Level.NotKnown);
        // A law of which little could be read must not look like a good one.
        var shade = notKnown * 2 >= standing.Length ? "little" : $"{ShadeOf(count)}";
        return new Tile(id, code, jurisdiction.Name, To.Of(jurisdiction), count, standing.Count(s => s.Level != Level.Met), shade);
    }

    private int ShadeOf(int count) => count == 0 ? 0 : 1 + (count - 1) * (Shades - 1) / Desk.Demands.Length;

    private static Row RowOf(Demand demand, IReadOnlyCollection<Level> levels) => new(demand,
        levels.Count(l => l == Level.Met), levels.Count(l => l == Level.Arguable),
        levels.Count(l => l is Level.NotMetInSome or Level.NowhereMet), levels.Count(l => l == Level.NotKnown));
}
