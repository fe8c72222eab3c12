using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Cli.Commands;

/// <summary>`scenarios`: runs the made-up cases that each jurisdiction's law is tested by.</summary>
internal static class ScenariosCommand
{
    public static Command Make()
    {
        var jurisdictions = new Argument<string[]>("jurisdiction") { Description = "for example US-DC; all of them if left out", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("scenarios", "run the made-up cases that the law is tested by") { jurisdictions };
        command.SetRun((result, options) =>
        {
            var ids = result.GetValue(jurisdictions)!;
            var session = Session.Open(options, ids.Length == 0 ? null : ids);
            var wanted = ids.Length == 0 ? [.. session.Library.Jurisdictions] : ids.Select(session.Jurisdiction).ToList();
            var results = wanted.SelectMany(j => ScenarioRunner.Run(session.Library, j)).ToList();
            if (options.Json)
            {
                Json.Write("safeharbor/scenarios/1", session.Receipt, json => json.Array("expectations", results, r =>
                {
                    json.WriteStartObject();
                    json.WriteString("jurisdiction", r.Scenario.Jurisdiction);
                    json.WriteString("scenario", r.Scenario.Name);
                    json.WriteString("asked", r.Asked);
                    json.WriteString("expected", r.ExpectedWords);
                    json.WriteString("got", r.GotWords);
                    json.WriteBoolean("passed", r.Passed);
                    json.WriteString("because", r.Expected.Because);
                    json.WriteEndObject();
                }));
            }
            else
            {
                Print(session, results);
            }
            return results.TrueForAll(r => r.Passed) ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static void Print(Session session, List<ScenarioResult> results)
    {
        var page = new Page();
        foreach (var failed in results.Where(r => !r.Passed))
        {
            page.Line($"{failed.Expected.Location}: {failed.Scenario.Jurisdiction}, scenario “{failed.Scenario.Name}”", 0, Page.Style.Bad);
            page.Line($"{failed.Asked}: expected {failed.ExpectedWords}, got {failed.GotWords}", 4);
            page.Line($"expected because {failed.Expected.Because}", 4, Page.Style.Quiet, 2);
        }
        foreach (var group in results.GroupBy(r => r.Scenario.Jurisdiction))
            page.Line($"{group.Key}: {Friendly.Count(group.Select(r => r.Scenario).Distinct().Count(), "scenario")}, {Friendly.Count(group.Count(), "expectation")}, {group.Count(r => !r.Passed)} failed", 0, group.All(r => r.Passed) ? Page.Style.Good : Page.Style.Bad);
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }
}
