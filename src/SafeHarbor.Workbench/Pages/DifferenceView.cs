using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Pages;

/// <summary>A difference of two laws as a page shows it.</summary>
/// <param name="Lead">How each part is introduced.</param>
public sealed record DifferenceView(DemandDifference Difference, Func<DifferencePart, string> Lead, LawDesk Desk, DifferenceSide First, DifferenceSide Second)
{
    public const int MostLinesShown = 5;

    private const int LinesOfAPage = 60;

    /// <summary>Lines of each part that are written out: fewer where there are many parts, so that a page stays small.</summary>
    public int LinesShown { get; init; } = MostLinesShown;

    public static int LinesShownOf(IEnumerable<DemandDifference> differences) => Math.Clamp(LinesOfAPage / Math.Max(1, differences.Sum(d => d.Parts.Length)), 1, MostLinesShown);
}

/// <summary>One of the two laws.</summary>
/// <param name="Name">The name of its jurisdiction.</param>
/// <param name="Where">What tells it from the other, such as "in Texas" or "with the bill".</param>
public sealed record DifferenceSide(string Name, string Where);
