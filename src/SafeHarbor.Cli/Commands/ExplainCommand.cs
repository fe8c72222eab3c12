using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Cli.Commands;

/// <summary>`explain`: why a demand is met or not for one child: every rule that bears on it, and what would change the answer.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-DC, or DC" };
        var demand = new Option<string>("--demand") { Description = "the demand, such as R4.victim", Required = true };
        var given = new Option<string?>("--given") { Description = "the facts that are known, such as \"age is 15, third party is none\"" };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted; may be repeated" };
        var command = new Command("explain", "why a demand is met or not for one child") { jurisdiction, demand, given, bill };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var session = Session.Open(options, [id]);
            var reporter = new CaseReporter(session.Compile(id, result.GetValue(bill)));
            var @case = session.CaseOf(result.GetValue(given));
            CaseCommand.RequirePossible(reporter, @case);
            var answers = session.Demands(result.GetValue(demand)).Select(d => reporter.Answer(@case, d)).ToList();
            if (options.Json)
            {
                Json.Write("safeharbor/explain/1", session.Receipt, json =>
                {
                    json.WriteString("jurisdiction", session.Jurisdiction(id).Id);
                    json.Facts("given", @case.Given);
                    json.Array("demands", answers, answer => ExplainJson.Write(json, answer, session.Jurisdiction(id).Name));
                });
            }
            else
            {
                Print(session, session.Jurisdiction(id).Name, answers);
            }
            return answers.Exists(a => a.Answer.Verdict.HasFlag(Verdict.No)) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static void Print(Session session, string name, List<DemandAnswer> answers)
    {
        var page = new Page();
        foreach (var (demand, answer) in answers)
        {
            page.Heading($"{name}: {demand.Id}  {demand.Title}");
            page.Line($"{Friendly.Sentence(answer.Verdict.InWords(ofDemand: true))}.", 2, Styles.Of(answer.Verdict)).Blank();
            foreach (var group in answer.Explanation.Findings.GroupBy(f => f.State))
            {
                page.Line(Lead(group.Key), 2, Page.Style.Heading);
                foreach (var finding in group)
                {
                    page.Line($"- {Friendly.Sentence(finding.Effect.ToString()!)}: {Sentences.Cite(finding.Rule)}", 4, Page.Style.Plain, 2);
                    foreach (var defeater in finding.DefeatedBy)
                        page.Line($"defeated by {defeater.Citation}", 6);
                    foreach (var lacking in finding.Lacking)
                        page.Line(lacking, 6, Page.Style.Quiet, 2);
                }
            }
            if (answer.Explanation.Findings.IsEmpty)
                page.Line($"No provision read for {name} speaks of it.", 2);
            foreach (var reading in answer.Explanation.Readings)
                page.Line($"It turns on whether {reading.Reading.Name} ({reading.Provision.Citation}). For: {reading.Reading.For} Against: {reading.Reading.Against}", 2, Page.Style.Open, 2);
            foreach (var unread in answer.Explanation.Unread)
                page.Line($"To settle it, read: {unread.Title}.", 2, Page.Style.Open, 2);
            if (!answer.NearMisses.IsEmpty)
                page.Line("One fact would change the answer:", 2, Page.Style.Heading);
            foreach (var miss in answer.NearMisses)
                page.Line($"- {miss.InWords(ofDemand: true)}", 4, Page.Style.Plain, 2);
            foreach (var set in answer.Settling)
                page.Line($"To settle it, ask: {Friendly.And(set.Select(f => f.Name))}.", 2);
            page.Blank();
        }
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    private static string Lead(RuleState state) => state switch
    {
        RuleState.Stands => "Rules that apply:",
        RuleState.Defeated => "Rules that apply and are defeated:",
        RuleState.Open => "Rules that may apply, which is open:",
        RuleState.Silent => "Rules that do not reach here:",
        _ => throw new System.Diagnostics.UnreachableException(state.ToString()),
    };
}
