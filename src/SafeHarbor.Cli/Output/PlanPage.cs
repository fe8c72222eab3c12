using NodaTime.Text;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law.Text;
using SafeHarbor.Plans;
using SafeHarbor.Plans.Following;
using SafeHarbor.Plans.Proving;

namespace SafeHarbor.Cli.Output;

/// <summary>Tells whether a plan gets there, and how it stands.</summary>
internal static class PlanPage
{
    private const int LinesShown = 5;

    public static Page Proof(Session session, Plan plan, PlanProof proof)
    {
        var page = new Page().Heading(plan.Name);
        page.Line(proof.Reaches
            ? $"It gets there: on {Iso(proof.Days[^1].Day)} no child falls through under any demand in scope, wherever the law could be read. That is proved."
            : $"It does not get there: on {Iso(proof.Days[^1].Day)} {Friendly.Count(proof.Unclosed.Length, "demand")} in scope {(proof.Unclosed.Length == 1 ? "is" : "are")} still open.", 0, proof.Reaches ? Page.Style.Good : Page.Style.Bad).Blank();
        if (proof.Days[^1].Demands.Where(d => d.NotKnown).Select(d => d.Demand.Id).ToList() is { Count: > 0 } notKnown)
            page.Line($"In some situation {Friendly.And(notKnown)} {(notKnown.Count == 1 ? "turns" : "turn")} on text that could not be read: read it before the plan is adopted (`safeharbor library {plan.Jurisdiction}` says which).", 0, Page.Style.Open).Blank();
        Curve(page, "Day by day", proof);
        foreach (var demand in proof.Unclosed)
        {
            page.Heading($"Still open: {demand.Demand.Id}  {demand.Demand.Title}");
            Remaining(page, demand);
        }
        page.Heading("What each action carries");
        foreach (var (action, reopened) in proof.Without)
        {
            page.Line(reopened.IsEmpty ? $"Without `{action.Id}` nothing reopens." : $"Without `{action.Id}` ({action.Title}) reopens:", 2, reopened.IsEmpty ? Page.Style.Open : Page.Style.Plain, 2);
            foreach (var demand in reopened)
            {
                page.Line($"{demand.Demand.Id}  {demand.Demand.Title}, in {Friendly.Count(demand.Remaining.Length, "kind")} of situation:", 4, Page.Style.Bad, 2);
                Remaining(page, demand, most: 2);
            }
        }
        if (proof.Without.IsEmpty)
            page.Line("No action changes the law, so none closes a gap.", 2, Page.Style.Open);
        page.Blank();
        if (!plan.Questions.IsEmpty)
        {
            page.Heading("What people still have to decide");
            foreach (var question in plan.Questions)
                page.Line($"- {question}", 2, Page.Style.Plain, 2);
            page.Blank();
        }
        return End(session, page);
    }

    public static Page Report(Session session, Plan plan, PlanReport report)
    {
        var page = new Page().Heading($"{plan.Name}: how it stands on {Iso(session.On)}");
        foreach (var standing in report.Actions)
        {
            var style = standing.DaysLate > 0 || standing.State == ActionState.Failed ? Page.Style.Bad : standing.State == ActionState.Done ? Page.Style.Good : Page.Style.Plain;
            page.Line($"{standing.Action.Id}: {standing.State.ToString().ToLowerInvariant()}{(standing.DaysLate > 0 ? $", {Friendly.Count(standing.DaysLate, "day")} late" : "")}. {standing.Action.Title}{(standing.Latest is { } latest ? $" ({Iso(latest.On)}: {latest.Says})" : "")}.", 2, style, 2);
        }
        page.Blank().Heading("What is counted");
        foreach (var (measure, counted) in report.Measures)
            page.Line($"{measure.Id}: {measure.Says}. Before: {(measure.Baseline is { } b ? $"{b.Value} on {Iso(b.On)}" : "not known")}; aim: {(measure.Target is { } t ? $"{t.Value} by {Iso(t.On)}" : "none")}; {(counted.IsEmpty ? "never counted yet" : $"now {counted[^1].Value} on {Iso(counted[^1].On)}")}.", 2, Page.Style.Plain, 2);
        page.Blank();
        Curve(page, "As planned", report.Planned);
        Curve(page, "As it is going: what failed or is late taken as not done", report.Actual);
        return End(session, page);
    }

    private static void Curve(Page page, string title, PlanProof proof)
    {
        page.Heading(title);
        foreach (var day in proof.Days)
            page.Line($"{Iso(day.Day)}: {Friendly.Count(day.Open, "demand")} of {day.Demands.Length} open, {Friendly.Count(day.Kinds, "kind")} of situation{(day.Began.IsEmpty ? "" : $"; in force: {Friendly.And(day.Began.Select(a => $"`{a.Id}`"))}")}.", 2, day.Open == 0 ? Page.Style.Good : Page.Style.Plain, 2);
        page.Blank();
    }

    private static void Remaining(Page page, DemandOnDay demand, int most = LinesShown)
    {
        foreach (var (_, line) in demand.Remaining.Take(most))
            page.Line($"- {Friendly.Sentence(Sentences.Situation(line.Restrictions))}.", 6, Page.Style.Plain, 2);
        if (demand.Remaining.Length > most)
            page.Line($"and {Friendly.Count(demand.Remaining.Length - most, "more kind", "more kinds")} of situation.", 6, Page.Style.Quiet);
    }

    private static Page End(Session session, Page page)
    {
        page.Line("The words of drafted bills are ours and paraphrase the law. This informs; it is not legal advice.", 0, Page.Style.Quiet);
        return page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet);
    }

    private static string Iso(NodaTime.LocalDate day) => LocalDatePattern.Iso.Format(day);
}
