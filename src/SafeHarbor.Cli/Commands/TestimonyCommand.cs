using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Testimonies;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Cli.Commands;

/// <summary>`testimony`: one page to speak from before a committee.</summary>
internal static class TestimonyCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var output = OutputFile.Option("Word (.docx), PDF (.pdf) or a web page (.html); testimony-US-KY.docx if left out");
        var force = OutputFile.Force();
        var command = new Command("testimony", "one page to speak from before a committee, with blanks for who you are") { jurisdiction, output, force };
        command.SetRun((result, options) =>
        {
            var session = Session.Open(options, null);
            var id = session.Jurisdiction(result.GetValue(jurisdiction)!).Id;
            var file = result.GetValue(output) ?? $"testimony-{id}.docx";
            var kind = OutputFile.KindOf(file, "docx", "pdf", "html");
            if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var facts = BriefFacts.Of(new JurisdictionDesk(session.Library, id, session.On, OutputFile.Patience));
            if (options.Json)
                Json.Write("safeharbor/document/1", session.Receipt, json => DocumentJson.Write(json, Testimony.Of(facts)));
            else
                OutputFile.Write(file, OutputFile.Render(Testimony.Of(facts), kind), $"A testimony sheet on the law of {facts.Jurisdiction.Name}");
            return ExitCode.Fine;
        });
        return command;
    }
}
