using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Cli.Commands;

/// <summary>`gaps`: every kind of situation in which a jurisdiction's law lets a child fall through.</summary>
internal static class GapsCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-DC, or DC" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them, such as R4.victim or R3" };
        var each = new Option<bool>("--each") { Description = "tell the gap of each demand by itself, with shares and reasons, and not together" };
        var all = new Option<bool>("--all") { Description = "show every line, however many there are" };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted; may be repeated" };
        var precedents = new Option<bool>("--precedents") { Description = "for each line, which other jurisdictions' law meets the demand there" };
        var cases = new Option<string?>("--cases") { Description = "a file of cases (CSV or Parquet): kinds of situation that most recorded cases are of come first" };
        var command = new Command("gaps", "every kind of situation in which the law lets a child fall through") { jurisdiction, demand, each, all, bill, precedents, cases };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var withPrecedents = result.GetValue(precedents);
            var session = Session.Open(options, withPrecedents ? null : [id]);
            var law = session.Compile(id, result.GetValue(bill));
            var finderOfPrecedents = !withPrecedents ? null : new PrecedentFinder(session.OthersThan(law.Law.Jurisdiction));
            var finder = new GapFinder(law);
            var demands = session.Demands(result.GetValue(demand)).ToList();
            var gaps = demands.Select(finder.Find).ToList();
            var alone = !options.Json && (result.GetValue(each) || demands.Count == 1 || demands.Count > LawDiagrams.MostQuestions);
            var together = alone || demands.Count > LawDiagrams.MostQuestions ? [] : finder.Together(demands);
            var recorded = result.GetValue(cases) is { } file ? new RecordedCases(finder, law.Law, gaps, together, file) : null;
            var page = new GapsPage(session, law, finderOfPrecedents, recorded, result.GetValue(all));
            if (options.Json)
                Json.Write("safeharbor/gaps/1", session.Receipt, json => GapsJson.Write(json, law, gaps, together, finderOfPrecedents, recorded));
            else if (alone)
                page.PrintEach(gaps);
            else
                page.PrintTogether(gaps, together);
            return gaps.TrueForAll(g => g.Parts.IsEmpty) ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }
}
