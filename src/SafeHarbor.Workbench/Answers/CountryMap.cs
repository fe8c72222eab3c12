using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Answers;

/// <summary>A tile of the map of the country.</summary>
/// <param name="Jurisdiction">Null where the state's law is not held.</param>
/// <param name="AtLeast">Demands that certainly fail in some situation.</param>
/// <param name="AtMost">The same, if every open question and every text that could not be read is against the child.</param>
/// <param name="Shade">The name of its shade: a number, `little` or `off`.</param>
public sealed record MapTile(string Id, Jurisdiction? Jurisdiction, int AtLeast, int AtMost, string Shade)
{
    public string Code => Id[^2..];

    public string Name => Jurisdiction?.Name ?? Code;

    public string Count => Jurisdiction is null ? "–" : AtMost > AtLeast ? $"{AtLeast}–{AtMost}" : $"{AtLeast}";
}

/// <summary>In how many states a demand is met, and in how many not.</summary>
public sealed record MapRow(Demand Demand, int Met, int Arguable, int NotMet, int NotKnown);

/// <summary>The country on one day, at a glance.</summary>
public sealed record CountryMap(LocalDate Day, ImmutableArray<MapTile> Tiles, ImmutableArray<MapRow> Rows)
{
    /// <summary>How many shades a tile can have.</summary>
    public const int Shades = 5;

    /// <summary>The middle of the month in which the resolution was ratified.</summary>
    public static LocalDate Resolution { get; } = new(2016, 11, 15);

    public static CountryMap On(LawDesk desk, LocalDate day)
    {
        var standings = desk.StandingOn(day);
        return new CountryMap(day,
            [.. TileMap.Tiles.OrderBy(t => t.Value.Row).ThenBy(t => t.Value.Column).Select(t => TileOf(desk, t.Key, standings))],
            [.. desk.Demands.Select((demand, i) => RowOf(demand, [.. standings.Values.Select(s => s[i].Level)]))]);
    }

    /// <summary>The days between which the map can be moved: the resolution, each first of January since, today.</summary>
    public static ImmutableArray<LocalDate> DaysOf(LawDesk desk) =>
        [Resolution, .. Enumerable.Range(2017, Math.Max(0, desk.Today.Year - 2016)).Select(year => new LocalDate(year, 1, 1)).Where(day => day < desk.Today), desk.Today];

    public static int ShadeOf(int count, int demands) => count == 0 ? 0 : 1 + (count - 1) * (Shades - 1) / demands;

    private static MapTile TileOf(LawDesk desk, string id, IReadOnlyDictionary<string, ImmutableArray<DemandStanding>> standings)
    {
        if (desk.Library.Find(id) is not { } jurisdiction || !standings.TryGetValue(id, out var standing))
            return new MapTile(id, null, 0, 0, "off");
        var count = standing.Count(s => s.Level is Level.NotMetInSome or Level.NowhereMet);
        var notKnown = standing.Count(s => s.Level == Level.NotKnown);
        // A law of which little could be read must not look like a good one.
        var shade = notKnown * 2 >= standing.Length ? "little" : $"{ShadeOf(count, desk.Demands.Length)}";
        return new MapTile(id, jurisdiction, count, standing.Count(s => s.Level != Level.Met), shade);
    }

    private static MapRow RowOf(Demand demand, IReadOnlyCollection<Level> levels) => new(demand,
        levels.Count(l => l == Level.Met), levels.Count(l => l == Level.Arguable),
        levels.Count(l => l is Level.NotMetInSome or Level.NowhereMet), levels.Count(l => l == Level.NotKnown));
}
