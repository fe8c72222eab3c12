using SafeHarbor.Law;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Answers;

/// <summary>States whose tiles touch on the map, by a side or a corner: the first that a legislator wants to be compared with.</summary>
public static class Neighbours
{
    /// <summary>Each pair once, in the order of their addresses.</summary>
    public static IEnumerable<(Jurisdiction First, Jurisdiction Second)> Of(LawDesk desk) =>
        from first in desk.States
        from second in desk.States
        where string.CompareOrdinal(first.Id, second.Id) < 0 && Touch(first.Id, second.Id)
        select (first, second);

    /// <summary>Every pair once.</summary>
    public static IEnumerable<(Jurisdiction First, Jurisdiction Second)> All(LawDesk desk) =>
        from first in desk.States
        from second in desk.States
        where string.CompareOrdinal(first.Id, second.Id) < 0
        select (first, second);

    private static bool Touch(string first, string second) =>
        TileMap.Tiles.TryGetValue(first, out var one) && TileMap.Tiles.TryGetValue(second, out var other)
        && Math.Abs(one.Column - other.Column) <= 1 && Math.Abs(one.Row - other.Row) <= 1;
}
