using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Plans.Proving;

namespace SafeHarbor.Plans.Following;

/// <summary>How an action stands on a day.</summary>
/// <param name="Latest">The latest entry about it; null where there is none.</param>
/// <param name="DaysLate">How many days it is late; 0 where it is not.</param>
public sealed record ActionStanding(PlanAction Action, ActionState State, ProgressEntry? Latest, int DaysLate);

/// <summary>How a measure has gone.</summary>
public sealed record MeasureStanding(PlanMeasure Measure, ImmutableArray<Measurement> Counted);

/// <summary>A plan as it stands: planned beside actual.</summary>
/// <param name="Planned">What the plan as written reaches.</param>
/// <param name="Actual">The same, with what has failed taken as failed, and what is late as not done.</param>
public sealed record PlanReport(ImmutableArray<ActionStanding> Actions, ImmutableArray<MeasureStanding> Measures, PlanProof Planned, PlanProof Actual)
{
    public IEnumerable<ActionStanding> Overdue => Actions.Where(a => a.DaysLate > 0);

    /// <param name="on">The day of the report.</param>
    public static PlanReport Of(PlanLaw law, Plan plan, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(plan);
        var actions = plan.Actions.Select(a => Stand(plan, a, on)).ToImmutableArray();
        var notDone = actions.Where(a => a.State == ActionState.Failed || a.DaysLate > 0).Select(a => a.Action.Id).ToHashSet();
        var start = plan.Adopted?.On is { } adopted && adopted < on ? adopted : on;
        return new PlanReport(actions, [.. plan.Measures.Select(m => new MeasureStanding(m, [.. Counted(plan, m, on)]))],
            PlanProof.Of(law, plan, start), PlanProof.Of(law, plan, start, notDone));
    }

    private static ActionStanding Stand(Plan plan, PlanAction action, LocalDate on)
    {
        var latest = plan.Progress.Where(p => p.About == action.Id && p.On <= on).OrderBy(p => p.On).LastOrDefault();
        var state = plan.Progress.Where(p => p.About == action.Id && p.On <= on && p.State is not null).OrderBy(p => p.On).LastOrDefault()?.State ?? action.State;
        var late = state is ActionState.Planned or ActionState.Begun && action.Due is { } due && due < on ? Period.DaysBetween(due, on) : 0;
        return new ActionStanding(action, state, latest, late);
    }

    private static IEnumerable<Measurement> Counted(Plan plan, PlanMeasure measure, LocalDate on) =>
        plan.Progress.Where(p => p.About == measure.Id && p.Value is not null && p.On <= on).OrderBy(p => p.On).Select(p => new Measurement(p.Value!.Value, p.On));
}
