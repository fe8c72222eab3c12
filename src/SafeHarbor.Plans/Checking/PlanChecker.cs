using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Plans.Drafting;
using SafeHarbor.Plans.Proving;

namespace SafeHarbor.Plans.Checking;

/// <summary>
/// Whether a plan says clearly what it will do: an aim and a day, an owner and dates for each action, money, measures with where
/// they begin, a part for survivors, reviews. What is missing is told with what to add; nothing is graded.
/// </summary>
/// <remarks>
/// The criteria are those that published guidance on action plans shares: clear aims, responsible bodies, a time for each
/// activity, a budget, indicators, and review. International Centre for Migration Policy Development, "Guidelines for the
/// Development and Implementation of a Comprehensive National Anti-Trafficking Response" (2006), and UN Women, "Handbook for
/// National Action Plans on Violence against Women" (2012), both read 2026-11-25 in part, as secondary. That every gap in scope
/// must be served by an action, and that dates must fit the law's own, follows from what a plan of this kind is.
/// </remarks>
public static class PlanChecker
{
    public static ImmutableArray<Diagnostic> Check(LawLibrary library, Plan plan, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(plan);
        var bag = new DiagnosticBag();
        CheckGoal(plan, today, bag);
        CheckScope(library, plan, bag);
        CheckActions(library, plan, today, bag);
        CheckOrder(plan, bag);
        CheckMeasures(library, plan, bag);
        CheckRest(plan, today, bag);
        var (law, findings) = PlanLaw.Of(library, plan);
        if (law is not null)
            CheckServed(law, plan, today, bag);
        return [.. bag.ToImmutable(), .. findings];
    }

    private static void CheckGoal(Plan plan, LocalDate today, DiagnosticBag bag)
    {
        if (plan.Goal.Says is null)
            Unclear(bag, plan.Location, "the goal does not say what is to be eliminated", "after `goal`, add a line `says:` such as `no child is arrested for having been exploited`");
        if (plan.Goal.By is not { } by)
            Unclear(bag, plan.Location, "the goal has no day", "after `goal`, add a line such as `by: 2029-12-31`");
        else if (by < today)
            bag.Add(DiagnosticKinds.PlanDates, plan.Location, $"the day of the goal, {Day(by)}, is past", "set a day to come, or report what was reached");
        foreach (var action in plan.Actions.Where(a => (a.InForce ?? a.Due) > plan.Goal.By && a.State != ActionState.Failed))
            bag.Add(DiagnosticKinds.PlanDates, action.Location, $"the action `{action.Id}` comes after the day of the goal", "bring it forward, or set the goal later");
    }

    private static void CheckScope(LawLibrary library, Plan plan, DiagnosticBag bag)
    {
        if (plan.Scope.Demands.IsEmpty)
            Unclear(bag, plan.Location, "the scope names no demand", $"after `scope`, list `demands`, such as {Friendly.And(library.Demands.Select(d => d.Id).Where(i => i.StartsWith("R3.", StringComparison.Ordinal)).Take(3))}");
        foreach (var demand in plan.Scope.Demands.Concat(plan.Scope.Later.Select(l => l.Demand)))
            CheckDemand(library, demand, plan.Location, bag);
        foreach (var later in plan.Scope.Later.Where(l => l.Because is null))
            Unclear(bag, plan.Location, $"`{later.Demand}` is left for later and nothing says why", "add `because:` with the reason");
        var told = plan.Scope.Demands.Concat(plan.Scope.Later.Select(l => l.Demand)).ToHashSet();
        var silent = library.Demands.Select(d => d.Id).Where(id => id.StartsWith("R3.", StringComparison.Ordinal) && !told.Contains(id)).ToList();
        if (silent.Count > 0 && !plan.Scope.Demands.IsEmpty)
            Unclear(bag, plan.Location, $"the plan says nothing about {Friendly.And(silent)}, which the resolution asks a plan for", "put each in scope, or leave it for later with a reason");
    }

    private static void CheckActions(LawLibrary library, Plan plan, LocalDate today, DiagnosticBag bag)
    {
        if (plan.Actions.IsEmpty)
            Unclear(bag, plan.Location, "the plan has no action", "list `actions`: what is done, by whom, by when");
        var isLocal = library.Find(plan.Jurisdiction) is { } own && library.IsLocal(own);
        foreach (var group in plan.Actions.GroupBy(a => a.Id).Where(g => g.Count() > 1))
            bag.Add(DiagnosticKinds.PlanReference, group.Last().Location, $"two actions are called `{group.Key}`", "give each a name of its own");
        foreach (var action in plan.Actions)
        {
            if (action.Owner is null)
                Unclear(bag, action.Location, $"the action `{action.Id}` has no owner", "add `owner:` with the office that answers for it");
            if (action.Due is not { } due)
                Unclear(bag, action.Location, $"the action `{action.Id}` has no day by which it is done", "add a line such as `due: 2027-06-30`");
            else if (due < today && action.State is (ActionState.Planned or ActionState.Begun))
                bag.Add(DiagnosticKinds.PlanDates, action.Location, $"the action `{action.Id}` was due on {Day(due)} and is not done", "record what became of it under `progress`, or set a new day");
            if (action.Starts > action.Due)
                bag.Add(DiagnosticKinds.PlanDates, action.Location, $"the action `{action.Id}` starts after it is due", "exchange the days or mend one");
            if (action.InForce < action.Due)
                bag.Add(DiagnosticKinds.PlanDates, action.Location, $"the action `{action.Id}` is in force before it is passed", "`in force` is not earlier than `due`");
            if (action.Serves.IsEmpty)
                Unclear(bag, action.Location, $"the action `{action.Id}` does not say which demand it serves", "add `serves:` with the demands");
            foreach (var demand in action.Serves)
                CheckDemand(library, demand, action.Location, bag);
            if (action.Cost is null && action.Funding is null)
                Unclear(bag, action.Location, $"nothing is said of the money for `{action.Id}`", "add `cost:` or `funding:`; `none` is an answer");
            if (action.Kind is ActionKind.Bill or ActionKind.Ordinance && !action.IsLegal)
                Unclear(bag, action.Location, $"`{action.Id}` is to change the law, and its words are not given", "name a bill of the library after `bill`, or give one in the law language after `text`; until then it closes no gap");
            if (action.Kind == ActionKind.Bill && isLocal)
                bag.Add(DiagnosticKinds.PlanUnclear, action.Location, $"`{action.Id}` is a bill, which a county or city cannot pass", "make it an ordinance or a policy, or ask the state for it under `questions`");
            if (action.Kind == ActionKind.Bill && action.Due is { } passed && SessionCalendar.SitsInOddYearsOnly(plan.Jurisdiction) && passed.Year % 2 == 0)
                bag.Add(DiagnosticKinds.PlanDates, action.Location, $"`{action.Id}` is to pass in {passed.Year}, and this legislature sits in odd-numbered years only", $"the next session is in {passed.Year + 1}");
        }
    }

    /// <summary>Whether what must come before exists, comes before, and does not go round in a circle.</summary>
    private static void CheckOrder(Plan plan, DiagnosticBag bag)
    {
        var byId = plan.Actions.GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.First());
        foreach (var action in plan.Actions)
        {
            foreach (var before in action.After)
            {
                if (!byId.TryGetValue(before, out var earlier))
                {
                    bag.Add(DiagnosticKinds.PlanReference, action.Location, $"`{action.Id}` waits for `{before}`, which is no action of this plan",
                        Nearest.To(before, byId.Keys) is { } near ? $"did you mean `{near}`?" : "add that action, or delete the name");
                }
                else if ((earlier.InForce ?? earlier.Due) > action.Due)
                {
                    bag.Add(DiagnosticKinds.PlanDates, action.Location, $"`{action.Id}` is due on {Day(action.Due!.Value)}, before `{before}` on which it waits", "set it later, or the other earlier");
                }
            }
        }
        foreach (var circle in Circles(byId))
            bag.Add(DiagnosticKinds.PlanCycle, byId[circle[0]].Location, $"{Friendly.And(circle.Select(c => $"`{c}`"))} wait for one another", "delete one `after`: something must come first");
    }

    private static IEnumerable<List<string>> Circles(Dictionary<string, PlanAction> byId)
    {
        var done = new HashSet<string>();
        foreach (var start in byId.Keys)
        {
            var path = new List<string>();
            if (Follow(start, path) is { } circle)
                yield return circle;
        }

        List<string>? Follow(string id, List<string> path)
        {
            if (path.IndexOf(id) is >= 0 and var at)
                return path[at..];
            if (!byId.TryGetValue(id, out var action) || !done.Add(id))
                return null;
            path.Add(id);
            var found = action.After.Select(before => Follow(before, path)).FirstOrDefault(c => c is not null);
            path.RemoveAt(path.Count - 1);
            return found;
        }
    }

    private static void CheckMeasures(LawLibrary library, Plan plan, DiagnosticBag bag)
    {
        if (plan.Measures.IsEmpty)
            Unclear(bag, plan.Location, "nothing is counted", "list `measures`: what is counted, where it stands today, where it is to stand, from what source, how often");
        foreach (var measure in plan.Measures)
        {
            foreach (var (missing, what) in new[] { (measure.Baseline is null, "where it stands today (`baseline`)"), (measure.Target is null, "where it is to stand (`target`)"), (measure.Period is null, "how often it is counted (`period`)"), (measure.Source is null, "where the figures come from (`source`)") })
            {
                if (missing)
                    Unclear(bag, measure.Location, $"the measure `{measure.Id}` does not say {what}", "add it; where it is not known, ask for it under `questions`");
            }
            if (measure.Target?.On > plan.Goal.By)
                bag.Add(DiagnosticKinds.PlanDates, measure.Location, $"the target of `{measure.Id}` lies after the day of the goal");
            foreach (var demand in measure.Follows)
                CheckDemand(library, demand, measure.Location, bag);
        }
    }

    private static void CheckRest(Plan plan, LocalDate today, DiagnosticBag bag)
    {
        if (plan.Survivors is null)
            Unclear(bag, plan.Location, "the plan does not say what part survivors have in it", "add `survivors:`: who was asked, who sits where, who is paid for it");
        if (plan.Reviews.IsEmpty)
            Unclear(bag, plan.Location, "no day is set on which the plan is looked at again", "list `reviews` with dates");
        if (plan.Adopted is null)
            Unclear(bag, plan.Location, "nobody has adopted the plan yet", "add `adopted:` with `by` and `on` once somebody has");
        if (plan.Adopted is not null && plan.Published is null)
            Unclear(bag, plan.Location, "the plan does not say where it is published", "add `published:` with an address");
        var known = plan.Actions.Select(a => a.Id).Concat(plan.Measures.Select(m => m.Id)).ToHashSet();
        foreach (var entry in plan.Progress)
        {
            if (!known.Contains(entry.About))
                bag.Add(DiagnosticKinds.PlanReference, entry.Location, $"`{entry.About}` is no action and no measure of this plan", Nearest.To(entry.About, known) is { } near ? $"did you mean `{near}`?" : null);
            if (entry.On > today)
                bag.Add(DiagnosticKinds.PlanDates, entry.Location, $"progress of {Day(entry.On)} lies in the future", "record what was done, not what will be");
            if (entry.State == ActionState.Done && entry.Evidence is null)
                Unclear(bag, entry.Location, $"`{entry.About}` is said to be done, without evidence", "add `evidence:` with an address or a document");
        }
    }

    private static void CheckServed(PlanLaw law, Plan plan, LocalDate today, DiagnosticBag bag)
    {
        var now = law.On(today, plan.Actions.Select(a => a.Id).ToHashSet());
        var scope = now.Library.Demands.Where(d => plan.Scope.Demands.Contains(d.Id)).ToList();
        foreach (var demand in PlanProof.Stand(now, scope).Where(d => d.IsOpen && !plan.Actions.Any(a => a.Serves.Contains(d.Demand.Id) && a.State != ActionState.Failed)))
            bag.Add(DiagnosticKinds.PlanUnserved, plan.Location, $"{demand.Demand.Id} is in scope and open in {Friendly.Count(demand.Remaining.Length, "kind")} of situation, and no action serves it", $"{demand.Demand.Title}: add an action, or leave it for later with a reason");
    }

    private static void CheckDemand(LawLibrary library, string id, Location place, DiagnosticBag bag)
    {
        if (!library.Demands.Any(d => d.Id == id))
            bag.Add(DiagnosticKinds.PlanReference, place, $"there is no demand `{id}`", Nearest.To(id, library.Demands.Select(d => d.Id)) is { } near ? $"did you mean `{near}`?" : "the demands are those of the resolution");
    }

    private static void Unclear(DiagnosticBag bag, Location place, string message, string help) => bag.Add(DiagnosticKinds.PlanUnclear, place, message, help);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
