using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Plans.Proving;

/// <summary>A legal action of a plan with the bill that it means to have enacted, in force from the action's day.</summary>
public sealed record LegalAction(PlanAction Action, Bill Bill);

/// <summary>The law of a jurisdiction with the legal actions of its plan, each from its day on.</summary>
public sealed class PlanLaw
{
    private readonly LawLibrary _library;

    private PlanLaw(LawLibrary library, Jurisdiction jurisdiction, ImmutableArray<LegalAction> actions) =>
        (_library, Jurisdiction, Actions) = (library, jurisdiction, actions);

    public Jurisdiction Jurisdiction { get; }

    /// <summary>The legal actions in the order in which they come into force, and of one day in the order of the plan.</summary>
    public ImmutableArray<LegalAction> Actions { get; }

    /// <summary>Reads the bills of a plan's legal actions.</summary>
    /// <returns>The law; null where the library does not hold the jurisdiction or a bill is not to be reasoned with, which the findings say.</returns>
    public static (PlanLaw? Law, ImmutableArray<Diagnostic> Findings) Of(LawLibrary library, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(plan);
        var bag = new DiagnosticBag();
        if (library.Find(plan.Jurisdiction) is not { } jurisdiction)
        {
            bag.Add(DiagnosticKinds.UnknownJurisdiction, plan.Location, $"the library holds no law of `{plan.Jurisdiction}`",
                Nearest.To(plan.Jurisdiction, library.KnownIds) is { } near ? $"did you mean `{near}`?" : "write an id such as `US-KY`");
            return (null, bag.ToImmutable());
        }
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var actions = ImmutableArray.CreateBuilder<LegalAction>();
        foreach (var action in plan.Actions.Where(a => a.IsLegal))
        {
            if (BillOf(library, jurisdiction, action, bag, findings) is not { } bill)
                continue;
            // Two actions may carry bills of one title; within the plan each goes by its action.
            actions.Add(new LegalAction(action, bill with { Title = $"{action.Id}: {bill.Title}", From = action.InForce ?? bill.From }));
        }
        findings.AddRange(bag.ToImmutable());
        if (findings.Any(f => f.IsError))
            return (null, findings.ToImmutable());
        var ordered = actions.OrderBy(a => a.Bill.From).ToImmutableArray();
        var with = jurisdiction with { Bills = jurisdiction.Bills.AddRange(ordered.Select(a => a.Bill)) };
        return (new PlanLaw(library.With(with), with, ordered), findings.ToImmutable());
    }

    /// <summary>The law on a day.</summary>
    /// <param name="without">Actions taken as not done, by their ids.</param>
    public ApplicableLaw On(LocalDate day, IReadOnlySet<string>? without = null) => ApplicableLaw.Of(_library, new LawQuestion(Jurisdiction.Id, day,
        [.. Actions.Where(a => a.Action.State != ActionState.Failed && without?.Contains(a.Action.Id) != true).Select(a => a.Bill.Title)]));

    private static Bill? BillOf(LawLibrary library, Jurisdiction jurisdiction, PlanAction action, DiagnosticBag bag, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (action.Text is { } text)
        {
            var (bills, found) = BillReader.Read(library, jurisdiction, $"the text of `{action.Id}`", text);
            findings.AddRange(found);
            if (bills.Length == 1)
                return bills[0];
            bag.Add(DiagnosticKinds.PlanReference, action.Location, $"the text of the action `{action.Id}` holds {(bills.IsEmpty ? "no bill" : "more than one bill")}", $"it is one bill, and begins with a line such as `bill {jurisdiction.Id} \"{action.Title}\"`");
            return null;
        }
        var fitting = jurisdiction.Bills.Where(b => b.Title.Contains(action.Bill!, StringComparison.OrdinalIgnoreCase)).ToList();
        if ((fitting.Find(b => b.Title == action.Bill) ?? (fitting.Count == 1 ? fitting[0] : null)) is { } bill)
            return bill;
        bag.Add(DiagnosticKinds.PlanReference, action.Location, fitting.Count == 0 ? $"the library holds no bill `{action.Bill}` of {jurisdiction.Name}" : $"`{action.Bill}` may be any of {Friendly.Count(fitting.Count, "bill")}",
            jurisdiction.Bills.IsEmpty ? "give the bill's words after `text`" : $"the bills held are {Friendly.And(jurisdiction.Bills.Select(b => $"`{b.Title}`"))}");
        return null;
    }
}
