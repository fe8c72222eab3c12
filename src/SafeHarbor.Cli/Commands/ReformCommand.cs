using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Cli.Commands;

/// <summary>`reform`: the smallest change of the law that closes a gap and opens none.</summary>
internal static class ReformCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-DC, or DC" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them, each by itself; all of them if left out" };
        var together = new Option<bool>("--together") { Description = "one reform that closes the gaps of all these demands at once" };
        var alternatives = new Option<int>("--alternatives") { Description = "how many reforms to look for, the smallest first", DefaultValueFactory = _ => 3 };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted first; may be repeated" };
        var command = new Command("reform", "the smallest change that closes a gap and opens none, proved") { jurisdiction, demand, together, alternatives, bill };
        command.SetRun((result, options) =>
        {
            if (result.GetValue(alternatives) is < 1 or > 20)
                throw new UserError("`--alternatives` is a number from 1 to 20");
            var id = result.GetValue(jurisdiction)!;
            var session = Session.Open(options, null);
            var law = session.Apply(id, session.On, result.GetValue(bill));
            var others = session.OthersThan(law.Jurisdiction);
            var search = new ReformSearch(law, others);
            var finder = new GapFinder(new CompiledLaw(law));
            var open = session.Demands(result.GetValue(demand)).Where(d => finder.RegionsOf(d) is var r && (r.NotMet != Reasoning.Diagrams.Diagram.False || r.Arguable != Reasoning.Diagrams.Diagram.False)).ToList();
            var results = result.GetValue(together)
                ? open.Count == 0 ? [] : [search.FindTogether(open)]
                : open.Select(d => search.Find([d], result.GetValue(alternatives))).ToList();
            var elsewhere = new Elsewhere(finder, new PrecedentFinder(others));
            if (options.Json)
                Json.Write("safeharbor/reform/1", session.Receipt, json => ReformJson.Write(json, law, results, elsewhere));
            else
                ReformPage.Print(session, law, results, elsewhere);
            return results.TrueForAll(r => r.Proposals.Length > 0) ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }
}
