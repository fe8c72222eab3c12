using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Printing;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Cli.Commands;

/// <summary>`brief`: two pages on one jurisdiction, for a legislator who has ten minutes.</summary>
internal static class BriefCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var output = OutputFile.Option("Word (.docx), PDF (.pdf) or a web page (.html); brief-US-KY.docx if left out");
        var force = OutputFile.Force();
        var command = new Command("brief", "two pages on one law for a hearing: strengths, gaps, what would mend them") { jurisdiction, output, force };
        command.SetRun((result, options) =>
        {
            var session = Session.Open(options, null);
            var id = session.Jurisdiction(result.GetValue(jurisdiction)!).Id;
            var file = result.GetValue(output) ?? $"brief-{id}.docx";
            var kind = OutputFile.KindOf(file, "docx", "pdf", "html");
            if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var chromium = Chromium.Find();
            if (kind == "pdf" && chromium is null)
                OutputFile.Print(() => Chromium.Print(null, "")); // says so before the work is done
            var facts = BriefFacts.Of(new JurisdictionDesk(session.Library, id, session.On, OutputFile.Patience));
            if (options.Json)
                Json.Write("safeharbor/document/1", session.Receipt, json => DocumentJson.Write(json, Brief.Of(facts)));
            else
                OutputFile.Write(file, kind == "pdf" ? OutputFile.Print(() => BriefPrinter.Print(chromium, facts)) : OutputFile.Render(Brief.Of(facts), kind), $"A brief on the law of {facts.Jurisdiction.Name}");
            return ExitCode.Fine;
        });
        return command;
    }
}
