using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Plans;
using SafeHarbor.Plans.Checking;
using SafeHarbor.Plans.Drafting;
using SafeHarbor.Plans.Following;
using SafeHarbor.Plans.Proving;
using SafeHarbor.Plans.Reading;

namespace SafeHarbor.Cli.Commands;

/// <summary>`plan`: a government's plan to end the criminalization of exploited children: drafted, checked, proved, followed.</summary>
internal static class PlanCommand
{
    public static Command Make() => new("plan", "a government's goal and plan: draft one, check it, prove that it gets there, follow it") { Draft(), Check(), Prove(), Report() };

    private static Command Draft()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var demands = new Option<string[]>("--demand") { Description = "a demand, or a group of them, that the plan is to meet; may be repeated; R3 if left out", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string?>("--output") { Description = "the file to write; shown if left out" };
        var force = new Option<bool>("--force") { Description = "write over a file that is there" };
        var command = new Command("draft", "a first plan from the smallest reforms, proved, with what only people can decide left as questions") { jurisdiction, demands, output, force };
        command.SetRun((result, options) =>
        {
            var session = Session.Open(options, null);
            var own = session.Jurisdiction(result.GetValue(jurisdiction)!);
            var asked = (result.GetValue(demands) is { Length: > 0 } named ? named : ["R3"]).SelectMany(session.Demands).Distinct().ToList();
            var plan = new PlanDrafter(session.Library, own, session.OthersThan(own), session.On).Draft(asked);
            var text = PlanWriter.Write(plan);
            if (result.GetValue(output) is not { } file)
            {
                Console.Out.Write(text);
                return ExitCode.Fine;
            }
            if (File.Exists(file) && !result.GetValue(force))
                throw new UserError($"`{file}` is there already", "choose another name, or add `--force` to write over it");
            File.WriteAllText(file, text);
            Console.Error.WriteLine($"safeharbor: {file} written; next: `safeharbor plan check {file}` and `safeharbor plan prove {file}`");
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("plan") { Description = "the plan's file" };
        var command = new Command("check", "is the plan clear: an aim and a day, an owner for each action, money, measures, reviews") { file };
        command.SetRun((result, options) =>
        {
            var (session, plan) = Open(options, result.GetValue(file)!);
            var findings = PlanChecker.Check(session.Library, plan, session.On);
            if (options.Json)
                Json.Write("safeharbor/plan-check/1", session.Receipt, json => DiagnosticJson.Write(json, "findings", findings));
            else
                Console.Out.WriteLine(DiagnosticWriter.ToText(findings) + (findings.IsEmpty ? "The plan is clear." : $"{Friendly.Count(findings.Count(f => f.IsError), "error")}, {Friendly.Count(findings.Count(f => !f.IsError), "thing")} to add or mend."));
            return findings.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static Command Prove()
    {
        var file = new Argument<string>("plan") { Description = "the plan's file" };
        var without = new Option<string[]>("--without") { Description = "take this action as failed; may be repeated", AllowMultipleArgumentsPerToken = true };
        var command = new Command("prove", "does the plan get there: which gaps remain on each day, and what reopens if an action fails") { file, without };
        command.SetRun((result, options) =>
        {
            var (session, plan) = Open(options, result.GetValue(file)!);
            var law = LawOf(session, plan);
            var failed = (result.GetValue(without) ?? []).ToHashSet();
            foreach (var id in failed.Where(id => !plan.Actions.Any(a => a.Id == id)))
                throw new UserError($"the plan has no action `{id}`", $"its actions are {Friendly.And(plan.Actions.Select(a => $"`{a.Id}`"))}");
            var proof = PlanProof.Of(law, plan, session.On, failed);
            if (options.Json)
                Json.Write("safeharbor/plan-proof/1", session.Receipt, json => PlanJson.Write(json, plan, proof));
            else
                PlanPage.Proof(session, plan, proof).Print();
            return proof.Reaches ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static Command Report()
    {
        var file = new Argument<string>("plan") { Description = "the plan's file" };
        var command = new Command("report", "how the plan stands: what is done, what is late, planned beside actual") { file };
        command.SetRun((result, options) =>
        {
            var (session, plan) = Open(options, result.GetValue(file)!);
            var report = PlanReport.Of(LawOf(session, plan), plan, session.On);
            if (options.Json)
                Json.Write("safeharbor/plan-report/1", session.Receipt, json => PlanJson.Write(json, plan, report));
            else
                PlanPage.Report(session, plan, report).Print();
            return report.Overdue.Any() || !report.Actual.Reaches ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static (Session Session, Plan Plan) Open(GlobalOptions options, string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"the plan `{file}` cannot be read", "give the path of a plan's file; `safeharbor plan draft KY --output plan.yaml` makes one");
        }
        var (plan, findings) = PlanReader.Read(Path.GetFileName(file), text);
        if (plan is null || findings.Any(f => f.IsError))
            throw new UserError($"the plan cannot be used\n{DiagnosticWriter.ToText(findings)}".TrimEnd());
        return (Session.Open(options, null), plan);
    }

    private static PlanLaw LawOf(Session session, Plan plan)
    {
        var (law, findings) = PlanLaw.Of(session.Library, plan);
        return law ?? throw new UserError($"the plan cannot be reasoned with\n{DiagnosticWriter.ToText(findings)}".TrimEnd());
    }
}
