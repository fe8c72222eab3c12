using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Cli.Commands;

/// <summary>`scenarios`: runs the made-up cases that each jurisdiction's law is tested by.</summary>
internal static class ScenariosCommand
{
    public static Command Make()
    {
        var jurisdictions = new Argument<string[]>("jurisdiction") { Description = "for example US-DC; all of them if left out", Arity = ArgumentArity.ZeroOrMore };
        var second = new Option<bool>("--second-reading") { Description = "how far the answers of somebody who had not seen the encoding agree with it" };
        var command = new Command("scenarios", "run the made-up cases that the law is tested by") { jurisdictions, second };
        command.SetRun((result, options) =>
        {
            var ids = result.GetValue(jurisdictions)!;
            var session = Session.Open(options, ids.Length == 0 ? null : ids);
            var wanted = ids.Length == 0 ? [.. session.Library.Jurisdictions] : ids.Select(session.Jurisdiction).ToList();
            var isSecond = result.GetValue(second);
            var results = wanted.SelectMany(j => isSecond ? ScenarioRunner.RunSecondReading(session.Library, j) : ScenarioRunner.Run(session.Library, j)).ToList();
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
                    if (r.Expected.Settled is { } settled)
                        json.WriteString("settled", settled);
                    json.WriteEndObject();
                }));
            }
            else if (isSecond)
            {
                PrintSecond(session, results);
            }
            else
            {
                Print(session, results);
            }
            return results.TrueForAll(r => r.Passed || r.Expected.Settled is not null) ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>The agreement before settlement is counted from the file: an answer that differed carries how it was settled.</summary>
    private static void PrintSecond(Session session, List<ScenarioResult> results)
    {
        var page = new Page();
        foreach (var open in results.Where(r => !r.Passed && r.Expected.Settled is null))
            page.Line($"{open.Expected.Location}: not settled: {open.Scenario.Jurisdiction}, “{open.Scenario.Name}”: {open.Asked}: the second reader says {open.ExpectedWords} because {open.Expected.Because}; the encoding says {open.GotWords}", 0, Page.Style.Bad, 4);
        foreach (var group in results.GroupBy(r => r.Scenario.Jurisdiction))
            page.Line($"{group.Key}: {Agreement([.. group])}");
        if (results.Count == 0)
            page.Line("No second reading is held.");
        else
            page.Line($"In all: {Agreement(results)}");
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    private static string Agreement(List<ScenarioResult> results)
    {
        var (settled, open) = (results.Count(r => r.Expected.Settled is not null), results.Count(r => !r.Passed && r.Expected.Settled is null));
        var changed = results.Count(r => r.Passed && r.Expected.Settled is not null);
        var share = (results.Count - settled - open) * 100.0 / results.Count;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{results.Count} answers, {share:0.0} % agreed before settlement; of {settled} settled differences the encoding was changed in {changed}; {open} not settled");
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
