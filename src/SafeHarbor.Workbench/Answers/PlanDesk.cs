using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Plans;
using SafeHarbor.Plans.Checking;
using SafeHarbor.Plans.Drafting;
using SafeHarbor.Plans.Proving;
using SafeHarbor.Plans.Reading;

namespace SafeHarbor.Workbench.Answers;

/// <summary>A plan as a page shows it: its text, what is unclear, whether it gets there.</summary>
/// <param name="Plan">Null where the text is no plan.</param>
/// <param name="Proof">Null where the plan cannot be reasoned with, which the findings say.</param>
public sealed record PlanAnswer(string Text, Plan? Plan, ImmutableArray<Diagnostic> Findings, PlanProof? Proof);

/// <summary>Drafts plans and looks at those that a visitor brings. Nothing a visitor brings is kept.</summary>
public static class PlanDesk
{
    /// <summary>A plan is some actions; more would take a page too long to prove.</summary>
    public const int MostActions = 60;

    private const int Budget = 300;

    /// <summary>A first plan for a jurisdiction, for the demands that the resolution asks a plan for.</summary>
    public static PlanAnswer Draft(LawDesk desk, Jurisdiction jurisdiction)
    {
        var demands = desk.Demands.Where(d => d.Id.StartsWith("R3.", StringComparison.Ordinal)).ToList();
        var plan = new PlanDrafter(desk.Library, jurisdiction, desk.OthersThan(jurisdiction, desk.Today), desk.Today, Budget).Draft(demands);
        return Look(desk, jurisdiction, PlanWriter.Write(plan));
    }

    /// <summary>Reads, checks and proves a plan from its text.</summary>
    public static PlanAnswer Look(LawDesk desk, Jurisdiction jurisdiction, string text)
    {
        var (plan, findings) = PlanReader.Read("your plan", text);
        if (plan is null || findings.Any(f => f.IsError))
            return new PlanAnswer(text, plan, findings, null);
        if (plan.Actions.Length > MostActions)
            return new PlanAnswer(text, plan, [new Diagnostic(DiagnosticKinds.PlanUnreadable, plan.Location, $"the plan has more than {MostActions} actions", "on this page up to so many are looked at; the program itself takes more", null, [])], null);
        if (!string.Equals(plan.Jurisdiction, jurisdiction.Id, StringComparison.OrdinalIgnoreCase))
            return new PlanAnswer(text, plan, [new Diagnostic(DiagnosticKinds.PlanReference, plan.Location, $"this plan is for `{plan.Jurisdiction}`, and this page for {jurisdiction.Name}", "open the page of the government whose plan it is", null, [])], null);
        var found = PlanChecker.Check(desk.Library, plan, desk.Today);
        var (law, _) = PlanLaw.Of(desk.Library, plan);
        return new PlanAnswer(text, plan, found, law is null ? null : PlanProof.Of(law, plan, desk.Today));
    }

    /// <summary>The plan with what a form says of its actions, goal and people in place of its own.</summary>
    /// <param name="field">What the form holds under a name; null where it has no such field.</param>
    public static Plan WithForm(Plan plan, Func<string, string?> field)
    {
        string? Words(string name, string? own) => field(name) is { } value ? value.Trim() is { Length: > 0 } words ? words.ReplaceLineEndings(" ") : null : own;
        NodaTime.LocalDate? Day(string name, NodaTime.LocalDate? own) =>
            field(name) is { } value ? NodaTime.Text.LocalDatePattern.Iso.Parse(value.Trim()) is { Success: true } parsed ? parsed.Value : null : own;
        return plan with
        {
            Goal = plan.Goal with { By = Day("goal-by", plan.Goal.By) },
            Survivors = Words("survivors", plan.Survivors),
            Adopted = Words("adopted-by", plan.Adopted?.By) is { } by ? new Adoption(by, Day("adopted-on", plan.Adopted?.On)) : plan.Adopted,
            Actions = [.. plan.Actions.Select(a => a with
            {
                Owner = Words($"owner-{a.Id}", a.Owner),
                Due = Day($"due-{a.Id}", a.Due),
                InForce = Day($"inforce-{a.Id}", a.InForce),
                Cost = Words($"cost-{a.Id}", a.Cost),
                Funding = Words($"funding-{a.Id}", a.Funding),
            })],
        };
    }
}
