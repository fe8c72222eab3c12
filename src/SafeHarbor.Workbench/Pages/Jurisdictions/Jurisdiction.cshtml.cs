using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Jurisdictions;

/// <summary>One jurisdiction: what its law does well, where a child falls through, what changed, how it was read.</summary>
public sealed class JurisdictionModel(LawDesk desk) : WorkbenchPage(desk)
{
    /// <summary>Sentences of one part shown at once; the rest are on the pages of the demands.</summary>
    public const int SentencesShown = 8;

    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public LawAnswers Answers { get; private set; } = null!;

    public GapAnswers Gaps => Answers.Gaps;

    public ImmutableArray<Jurisdiction> Localities { get; private set; } = [];

    public IEnumerable<JointPart> Failing => Gaps.Together.Where(p => p.Verdict == Verdict.No);

    public IEnumerable<JointPart> Open => Gaps.Together.Where(p => p.Verdict != Verdict.No);

    public IActionResult OnGet(string id)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch($"the library holds no law of “{Short(id)}”", "All states that have been read are on the page of states.");
        Jurisdiction = jurisdiction;
        if (ReadDay(to => to.Of(jurisdiction)) is { } other)
            return other;
        Answers = Desk.On(jurisdiction, On);
        Alternates =
        [
            Alternate.FeedOf(jurisdiction),
            Alternate.Data(Addresses.DataOf(jurisdiction, To.On is { } day ? $"gaps/on/{Say.Iso(day)}" : "gaps"), "Every gap"),
            Alternate.Data(Addresses.DataOf(jurisdiction, "timeline"), "What changed, day by day"),
            Alternate.Data(Addresses.DataOf(jurisdiction, "provisions"), "Every provision"),
        ];
        Localities = [.. Desk.LocalitiesOf(jurisdiction)];
        return Page();
    }
}
