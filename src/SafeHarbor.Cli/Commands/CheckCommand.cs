using System.CommandLine;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cli.Commands;

/// <summary>`check`: what is wrong in the text of the law library.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var jurisdictions = new Argument<string[]>("jurisdiction") { Description = "for example US-DC; all of them if left out", Arity = ArgumentArity.ZeroOrMore };
        var sarif = new Option<bool>("--sarif") { Description = "answer as SARIF 2.1.0, for code hosts" };
        var command = new Command("check", "what is wrong in the text of the law library") { jurisdictions, sarif };
        command.SetRun((result, options) =>
        {
            var ids = result.GetValue(jurisdictions)!.Select(id => Session.Normalize(id, options.Library)).ToList();
            var (library, findings) = LibraryReader.Read(options.Library, ids.Count == 0 ? null : ids);
            if (result.GetValue(sarif))
                Console.Out.Write(DiagnosticSarif.ToSarif(findings, Receipt.EngineVersion));
            else if (options.Json)
                WriteJson(library, findings);
            else
                Print(library, findings);
            return library is null ? ExitCode.BadInput : findings.Any(f => f.IsError) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static void Print(LawLibrary? library, IReadOnlyCollection<Diagnostic> findings)
    {
        Console.Out.Write(DiagnosticWriter.ToText(findings));
        int errors = findings.Count(f => f.IsError), warnings = findings.Count - errors;
        var read = library is null ? "" : $"{Friendly.Count(library.Jurisdictions.Length, "jurisdiction")}, {Friendly.Count(library.Jurisdictions.Sum(j => j.Provisions.Length), "provision")}, {Friendly.Count(library.Jurisdictions.Sum(j => j.Scenarios.Length), "scenario")}: ";
        Console.Out.WriteLine($"{read}{Friendly.Count(errors, "error")}, {Friendly.Count(warnings, "warning")}");
    }

    private static void WriteJson(LawLibrary? library, IEnumerable<Diagnostic> findings)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new System.Text.Json.Utf8JsonWriter(output, DiagnosticJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", "safeharbor/diagnostics/1");
        json.WriteStartObject("receipt");
        json.WriteString("engine", Receipt.EngineVersion);
        json.WriteString("law", library?.Hash);
        json.WriteEndObject();
        DiagnosticJson.Write(json, "findings", findings);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
