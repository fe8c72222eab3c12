using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Cli.Commands;

/// <summary>`case`: what the law owes one child now, and what nobody may do.</summary>
internal static class CaseCommand
{
    private const int QuestionsShown = 3;

    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var given = new Option<string?>("--given") { Description = "the facts that are known, such as \"age is 15, third party is none\"" };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted; may be repeated" };
        var command = new Command("case", "what the law owes one child now, and what nobody may do") { jurisdiction, given, bill };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var session = Session.Open(options, [id]);
            var reporter = new CaseReporter(session.Compile(id, result.GetValue(bill)));
            var @case = session.CaseOf(result.GetValue(given));
            RequirePossible(reporter, @case);
            var report = reporter.Report(@case);
            if (options.Json)
                Json.Write("safeharbor/case/1", session.Receipt, json => CaseJson.Write(json, report));
            else
                Print(session, report);
            return report.Demands.Any(d => d.Answer.Verdict.HasFlag(Verdict.No)) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    /// <exception cref="UserError">The facts given cannot all be so.</exception>
    public static void RequirePossible(CaseReporter reporter, Case @case)
    {
        if (reporter.Evaluator.IsPossible(@case))
            return;
        var vocabulary = @case.Vocabulary;
        var broken = vocabulary.Never.FirstOrDefault(never =>
            ConditionParts.FactsIn(never).All(f => @case[f] != f.AllValues) && reporter.Evaluator.Evaluate(@case, reporter.Evaluator.Law.FactsOnly(never)) == true);
        throw new UserError("the facts given cannot all be so",
            broken is null ? "together they leave no situation; leave out the one you are least sure of"
                : $"it cannot be that {ConditionWords.Say(broken)}; change or leave out one of {Friendly.And(ConditionParts.FactsIn(broken).Select(f => $"`{f.Name}`"))}");
    }

    private static void Print(Session session, CaseReport report)
    {
        var name = report.Law.Jurisdiction.Name;
        var page = new Page().Heading($"{name}: one child").Line($"The law as of {NodaTime.Text.LocalDatePattern.Iso.Format(session.On)}.");
        page.Line("Given: " + (report.Case.Given.Any() ? string.Join("; ", report.Case.Given.Select(g => g.Fact.Say(g.Values))) : "nothing yet") + ".").Blank();
        Section(page, "What must be done now", report.Duties.Where(d => !GeneralDuties.Includes(d.Act)).ToList(), AppendDuty);
        Section(page, "What may not be done", report.Bars, bar =>
        {
            page.Line($"{Friendly.Sentence(bar.Party.WithArticle)} must not {bar.Act.Name}{Certainty(bar.Verdict)}.", 2, Styles.Of(bar.Verdict), 2);
            Cite(page, bar.Rules);
            Settling(page, bar.Answer);
        });
        Section(page, "What may be done", report.Permissions, permission =>
        {
            page.Line($"{Friendly.Sentence(permission.Party.WithArticle)} may {permission.Act.Name}{Certainty(permission.Verdict)}.", 2, Page.Style.Plain, 2);
            Cite(page, permission.Rules);
        });
        Section(page, "What governments must have in place", report.Duties.Where(d => GeneralDuties.Includes(d.Act)).ToList(), AppendDuty);
        Section(page, "Conflicts in the law", report.Conflicts, conflict =>
        {
            page.Line($"{Friendly.Sentence(conflict.Party.WithArticle)} both must and must not {conflict.Act.Name}{(conflict.Certain ? "" : " in some such situations")}. Neither is assumed.", 2, Page.Style.Bad, 2);
            Cite(page, conflict.Rules);
        });
        Section(page, "Who this child is before the law", report.Statuses, status =>
            page.Line($"{Friendly.Sentence(status.Status.Says)}: {status.Answer.Verdict.InWords(ofDemand: false)}.", 2, Styles.Of(status.Answer.Verdict), 2));
        Section(page, "What the resolution asks", report.Demands.Where(d => d.Answer.Verdict != Verdict.DoesNotApply).ToList(), demand =>
        {
            page.Line($"{demand.Demand.Id}  {demand.Demand.Title}: {demand.Answer.Verdict.InWords(ofDemand: true)}.", 2, Styles.Of(demand.Answer.Verdict), 2);
            foreach (var because in demand.Answer.Verdict is Verdict.Yes or Verdict.No ? Sentences.Because(demand.Answer, name, most: 2) : [])
                page.Line($"- {because}.", 4, Page.Style.Quiet, 2);
        });
        Section(page, "What to ask next", report.Questions.Take(QuestionsShown).ToList(), question =>
            page.Line($"{question.Fact.Question} (fact: {question.Fact.Name})", 2));
        page.Line("This informs; it is not legal advice. National Human Trafficking Hotline: 1-888-373-7888. In danger: 911.", 0, Page.Style.Quiet);
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();

        void AppendDuty(Duty duty)
        {
            page.Line($"{Friendly.Sentence(duty.Party.WithArticle)} must {duty.Act.Name}{(duty.Deadline is null ? "" : " " + duty.Deadline)}{Certainty(duty.Verdict)}{(duty.PerhapsSooner is null ? "" : $"; whether {duty.PerhapsSooner} is open")}.", 2, Styles.Of(duty.Verdict), 2);
            Cite(page, duty.Rules);
            Settling(page, duty.Answer);
        }
    }

    private static void Section<T>(Page page, string heading, IReadOnlyCollection<T> items, Action<T> print)
    {
        if (items.Count == 0)
            return;
        page.Heading(heading);
        foreach (var item in items)
            print(item);
        page.Blank();
    }

    private static string Certainty(Verdict verdict) => verdict switch
    {
        Verdict.Yes => "",
        Verdict.Arguable => " (arguable: an open question of law)",
        Verdict.NotKnown => " (not known: it turns on text that could not be read)",
        _ => " (it depends)",
    };

    private static void Cite(Page page, IEnumerable<Reasoning.Model.ApplicableRule> rules)
    {
        foreach (var rule in rules.Select(Sentences.Cite).Distinct())
            page.Line($"- {rule}", 4, Page.Style.Quiet, 2);
    }

    private static void Settling(Page page, CaseAnswer answer)
    {
        foreach (var reading in answer.Explanation.Readings.Take(answer.Verdict == Verdict.Arguable ? 2 : 0))
            page.Line($"- it turns on whether {reading.Reading.Name} ({reading.Provision.Citation})", 4, Page.Style.Quiet, 2);
        foreach (var unread in answer.Explanation.Unread.Take(answer.Verdict == Verdict.NotKnown ? 2 : 0))
            page.Line($"- to settle it, read: {unread.Title}", 4, Page.Style.Quiet, 2);
        if (!answer.Settling.IsEmpty)
            page.Line($"- to settle it, ask: {Friendly.Or(answer.Settling.Take(3).Select(set => Friendly.And(set.Select(f => f.Name))))}", 4, Page.Style.Quiet, 2);
    }
}
