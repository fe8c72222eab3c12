using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Resolutions;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Cli.Commands;

/// <summary>`resolution`: a model resolution for a council or legislature to adopt, with the bodies known to have adopted one.</summary>
internal static class ResolutionCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string?>("jurisdiction") { Description = "whose law the resolution speaks of, such as US-KY; left blank in it if left out", Arity = ArgumentArity.ZeroOrOne };
        var output = OutputFile.Option("Word (.docx), PDF (.pdf) or a web page (.html); resolution.docx if left out");
        var force = OutputFile.Force();
        var command = new Command("resolution", "a model resolution to adopt, with blanks, and the bodies known to have adopted one") { jurisdiction, output, force };
        command.SetRun((result, options) =>
        {
            var wanted = result.GetValue(jurisdiction);
            var session = Session.Open(options, wanted is null ? null : [wanted]);
            var id = wanted is null ? null : session.Jurisdiction(wanted).Id;
            var file = result.GetValue(output) ?? (id is null ? "resolution.docx" : $"resolution-{id}.docx");
            var kind = OutputFile.KindOf(file, "docx", "pdf", "html");
            if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var document = ModelResolution.Of(session.Receipt, id is null ? null : ResolutionFacts.Of(session.Library, id, session.On));
            if (options.Json)
                Json.Write("safeharbor/document/1", session.Receipt, json => DocumentJson.Write(json, document));
            else
                OutputFile.Write(file, OutputFile.Render(document, kind), "A model resolution");
            return ExitCode.Fine;
        });
        return command;
    }
}
