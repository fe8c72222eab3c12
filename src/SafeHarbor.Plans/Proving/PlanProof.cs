using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Plans.Proving;

/// <summary>How the demands in scope stand on one day, with the actions of the plan that are in force by then.</summary>
/// <param name="Began">The actions that come into force on this day.</param>
public sealed record PlanDay(LocalDate Day, ImmutableArray<PlanAction> Began, ImmutableArray<DemandOnDay> Demands)
{
    /// <summary>Demands in scope with a situation in which a child falls through, or may, as far as the law could be read.</summary>
    public int Open => Demands.Count(d => d.IsOpen);

    /// <summary>Kinds of situation in which a child falls through or may.</summary>
    public int Kinds => Demands.Sum(d => d.Remaining.Length);
}

/// <summary>One demand on one day.</summary>
/// <param name="Remaining">Every kind of situation in which it is not met or only arguably met; empty where it is met wherever the law could be read.</param>
/// <param name="NotKnown">Whether in some situation it turns on text that could not be read.</param>
public sealed record DemandOnDay(Demand Demand, ImmutableArray<(Verdict Verdict, GapLine Line)> Remaining, bool NotKnown)
{
    public bool IsOpen => !Remaining.IsEmpty;
}

/// <summary>What would reopen on the goal's day without one action.</summary>
public sealed record WithoutAction(PlanAction Action, ImmutableArray<DemandOnDay> Reopened);

/// <summary>Whether a plan reaches its goal: reasoning, not opinion.</summary>
/// <param name="Days">Today, each day on which an action comes into force, and the goal's day.</param>
/// <param name="Unclosed">Demands in scope still open on the goal's day.</param>
/// <param name="Without">For each legal action, what reopens if it fails.</param>
public sealed record PlanProof(ImmutableArray<PlanDay> Days, ImmutableArray<DemandOnDay> Unclosed, ImmutableArray<WithoutAction> Without)
{
    /// <summary>Whether every gap in scope is closed on the goal's day, wherever the law could be read.</summary>
    public bool Reaches => Unclosed.IsEmpty;

    /// <param name="today">The day from which the curve is drawn.</param>
    /// <param name="without">Actions taken as failed, by their ids.</param>
    public static PlanProof Of(PlanLaw law, Plan plan, LocalDate today, IReadOnlySet<string>? without = null)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(plan);
        var scope = law.On(today).Library.Demands.Where(d => plan.Scope.Demands.Contains(d.Id)).ToList();
        var live = law.Actions.Where(a => a.Action.State != ActionState.Failed && without?.Contains(a.Action.Id) != true).ToList();
        var last = GoalDay(plan, live, today);
        var days = live.Select(a => a.Bill.From).Append(today).Append(last).Where(d => d >= today && d <= last).Distinct().Order()
            .Select(day => new PlanDay(day, [.. live.Where(a => a.Bill.From == day).Select(a => a.Action)], Stand(law.On(day, without), scope))).ToImmutableArray();
        var end = days[^1];
        return new PlanProof(days, [.. end.Demands.Where(d => d.IsOpen)], [.. live.Where(a => a.Bill.From <= last).Select(a => Remove(law, a.Action, end, scope, without))]);
    }

    /// <summary>The day by which the goal is to be reached; where the plan names none, the day on which the last action is in force.</summary>
    public static LocalDate GoalDay(Plan plan, IEnumerable<LegalAction> actions, LocalDate today) =>
        LocalDate.Max(today, plan.Goal.By ?? actions.Select(a => a.Bill.From).DefaultIfEmpty(today).Max());

    /// <summary>The demands of a scope as they stand in a law.</summary>
    public static ImmutableArray<DemandOnDay> Stand(ApplicableLaw law, IReadOnlyList<Demand> scope)
    {
        var finder = new GapFinder(new CompiledLaw(law), scope);
        return [.. scope.Select(demand =>
        {
            var gap = finder.Find(demand);
            return new DemandOnDay(demand,
                [.. gap.Parts.Where(p => p.Verdict is Verdict.No or Verdict.Arguable).SelectMany(p => p.Lines.Select(l => (p.Verdict, l)))],
                gap.Parts.Any(p => p.Verdict == Verdict.NotKnown));
        })];
    }

    private static WithoutAction Remove(PlanLaw law, PlanAction action, PlanDay end, IReadOnlyList<Demand> scope, IReadOnlySet<string>? without)
    {
        var left = Stand(law.On(end.Day, new HashSet<string>(without ?? new HashSet<string>()) { action.Id }), scope);
        // What is open anyway does not reopen; what gains kinds of situation does.
        var reopened = left.Zip(end.Demands).Where(p => p.First.IsOpen && !Same(p.First, p.Second)).Select(p => p.First);
        return new WithoutAction(action, [.. reopened]);
    }

    private static bool Same(DemandOnDay one, DemandOnDay other) => Situations(one).SetEquals(Situations(other));

    private static HashSet<(Verdict, string)> Situations(DemandOnDay demand) =>
        [.. demand.Remaining.Select(r => (r.Verdict, string.Join(';', r.Line.Restrictions.Select(x => $"{x.Fact.Index}:{x.Values.Bits}"))))];
}
