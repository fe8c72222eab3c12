using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Jurisdictions;

/// <summary>One demand in one jurisdiction: every kind of situation in which it is not met, with reasons and precedents.</summary>
public sealed class JurisdictionDemandModel(LawDesk desk) : WorkbenchPage(desk)
{
    /// <summary>Lines of one part written out in full; the others are told in a short list.</summary>
    public const int LinesInFull = 10;

    private ImmutableArray<PrecedentsOfLine> _precedents = [];

    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public Demand Demand { get; private set; } = null!;

    public DemandGap Gap { get; private set; } = null!;

    public DemandStanding Standing { get; private set; } = null!;

    public IReadOnlySet<int> Facts { get; private set; } = new HashSet<int>();

    public IActionResult OnGet(string id, string demand)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch($"the library holds no law of “{Short(id)}”", "All states that have been read are on the page of states.");
        if (DemandOf(demand) is not { } found)
            return NoSuch($"there is no demand “{Short(demand)}”", "All demands are on the page of what is asked.");
        (Jurisdiction, Demand) = (jurisdiction, found);
        if (ReadDay(to => to.Of(jurisdiction, found)) is { } other)
            return other;
        var answers = Desk.On(jurisdiction, On);
        (Gap, Facts) = (answers.Gaps.Of(found), answers.Gaps.FactsOf[found.Id]);
        Standing = answers.Standing.First(s => s.Demand == found);
        Alternates = IsDated ? [Alternate.FeedOf(jurisdiction)] : [Alternate.FeedOf(jurisdiction), Alternate.Data(Addresses.DataOf(jurisdiction, "demands", found), "This gap")];
        _precedents = IsDated ? [] : answers.PrecedentsOf(found);
        return Page();
    }

    public IEnumerable<Precedent> PrecedentsOf(GapLine line) => _precedents.FirstOrDefault(p => p.Line == line)?.Precedents ?? [];

    public static string Lead(Verdict verdict) => verdict switch
    {
        Verdict.No => "Where a child falls through",
        Verdict.Arguable => "Where it turns on an open question of law",
        Verdict.NotKnown => "Where it turns on text that could not be read",
        _ => throw new System.Diagnostics.UnreachableException(verdict.ToString()),
    };
}
