using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Answers.Drafts;

namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>What a draft changes, as a page shows it.</summary>
public sealed record DraftOutcomeView(DraftOutcome Outcome, Jurisdiction Jurisdiction, LawDesk Desk)
{
    /// <summary>Kinds of situation shown at once; the rest are folded away or counted.</summary>
    public const int Shown = 3;

    /// <summary>The id of the demand that was asked about and so is shown first; null where none was.</summary>
    public string? AskedAbout { get; init; }

    /// <summary>The demands that change: the one asked about, then what harms, then what helps.</summary>
    public IReadOnlyList<DraftedDemand> Demands => [.. Outcome.Demands.OrderByDescending(d => d.Difference.Demand.Id == AskedAbout)];

    public static string Lead(DifferencePart part) => Math.Sign(part.Direction) switch
    {
        1 => "The child gains",
        -1 => "The child loses",
        _ => part.First == Reasoning.Verdict.NotKnown ? "What could not be known becomes known" : "What is known today no longer is",
    };

    public static string Css(int direction) => Math.Sign(direction) switch
    {
        1 => "gain",
        -1 => "loss",
        _ => "neither",
    };
}
