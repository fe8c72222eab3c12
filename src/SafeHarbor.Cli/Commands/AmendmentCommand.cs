using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Amendments;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Cli.Commands;

/// <summary>`amendment`: the smallest reform as tracked changes that a drafter can start from.</summary>
internal static class AmendmentCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them; all of them if left out" };
        var together = new Option<bool>("--together") { Description = "one amendment that closes the gaps of all these demands at once" };
        var output = OutputFile.Option("Word (.docx), a web page (.html) or PDF (.pdf); amendment-US-KY.docx if left out");
        var force = OutputFile.Force();
        var command = new Command("amendment", "the smallest reform as tracked changes in Word, for a drafter to start from") { jurisdiction, demand, together, output, force };
        command.SetRun((result, options) =>
        {
            var session = Session.Open(options, null);
            var id = session.Jurisdiction(result.GetValue(jurisdiction)!).Id;
            var demands = session.Demands(result.GetValue(demand)).ToList();
            var file = result.GetValue(output) ?? $"amendment-{id}.docx";
            var kind = OutputFile.KindOf(file, "docx", "html", "pdf");
            if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var facts = AmendmentFacts.Of(new JurisdictionDesk(session.Library, id, session.On, OutputFile.Patience), demands, result.GetValue(together));
            if (facts.Reforms.IsEmpty)
            {
                Console.Error.WriteLine($"safeharbor: nothing is to be closed in {facts.Jurisdiction.Name}: each demand asked is met wherever the law could be read, so no amendment was written");
                return ExitCode.Fine;
            }
            if (facts.Reforms.All(r => r.Proposals.IsEmpty))
            {
                Console.Error.WriteLine("safeharbor: no reform was found, so no amendment was written");
                Console.Error.WriteLine($"  help: `safeharbor reform {id}` searches for longer, and says what was tried");
                return ExitCode.Findings;
            }
            if (options.Json)
                Json.Write("safeharbor/document/1", session.Receipt, json => DocumentJson.Write(json, Amendment.Of(facts)));
            else
                OutputFile.Write(file, OutputFile.Render(Amendment.Of(facts), kind), $"An amendment to the law of {facts.Jurisdiction.Name}");
            return facts.Reforms.Any(r => r.Proposals.IsEmpty) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }
}
