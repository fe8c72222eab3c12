using SafeHarbor.Law;

namespace SafeHarbor.Cases;

/// <summary>The groups of a breakdown by a fact: one for each value, one for cells that are empty, one for cells that allow several.</summary>
public static class GroupNames
{
    public static int CountOf(Fact fact) => fact.Values.Length + 2;

    /// <param name="group">Zero-based.</param>
    public static string Of(Fact fact, int group) =>
        group < fact.Values.Length ? fact.Values[group] : group == fact.Values.Length ? "not known" : "several values";
}
