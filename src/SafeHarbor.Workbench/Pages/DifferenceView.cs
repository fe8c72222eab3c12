using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Pages;

/// <summary>A difference of two laws as a page shows it.</summary>
/// <param name="Lead">How each part is introduced.</param>
/// <param name="First">What the first law is called.</param>
public sealed record DifferenceView(DemandDifference Difference, Func<DifferencePart, string> Lead, LawDesk Desk, string First, string Second)
{
    /// <summary>Which law an answer is of, for the end of a sentence.</summary>
    public string UnderFirst { get; init; } = "in " + First;

    /// <summary>Lines of each part that are written out: fewer where there are many parts, so that a page stays small.</summary>
    public int LinesShown { get; init; } = MostLinesShown;

    public const int MostLinesShown = 5;

    private const int LinesOfAPage = 60;

    public static int LinesShownOf(IEnumerable<DemandDifference> differences) => Math.Clamp(LinesOfAPage / Math.Max(1, differences.Sum(d => d.Parts.Length)), 1, MostLinesShown);

    public string UnderSecond { get; init; } = "in " + Second;
}
