using System.Collections.Immutable;
using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.EveryCase.Checks;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Commands;

/// <summary>`check`: what is wrong in the text of the law library.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var jurisdictions = new Argument<string[]>("jurisdiction") { Description = "for example US-DC; all of them if left out", Arity = ArgumentArity.ZeroOrMore };
        var sarif = new Option<bool>("--sarif") { Description = "answer as SARIF 2.1.0, for code hosts" };
        var deep = new Option<bool>("--deep") { Description = "also reason over every situation: conflicts, rules that never decide, exceptions never used, …" };
        var all = new Option<bool>("--all") { Description = "with --deep: also what the law explains as its own, with the words `as enacted`" };
        var command = new Command("check", "what is wrong in the text of the law library") { jurisdictions, deep, all, sarif };
        command.SetRun((result, options) =>
        {
            var ids = result.GetValue(jurisdictions)!.Select(id => Session.Normalize(id, options.Library)).ToList();
            var (library, findings) = LibraryReader.Read(options.Library, ids.Count == 0 ? null : ids);
            var explained = 0;
            if (result.GetValue(deep) && library is not null && !findings.Any(f => f.IsError))
                (findings, explained) = WithDeep(Session.Of(library, options), ids, findings, result.GetValue(all));
            if (result.GetValue(sarif))
                Console.Out.Write(DiagnosticSarif.ToSarif(findings, Receipt.EngineVersion));
            else if (options.Json)
                WriteJson(library, findings);
            else
                Print(library, findings, explained);
            return library is null ? ExitCode.BadInput : findings.Any(f => f.IsError || IsDeepWarning(f)) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static bool IsDeepWarning(Diagnostic finding) => finding.Kind is { Severity: Severity.Warning, Id: var id } && id.StartsWith("SH05", StringComparison.Ordinal);

    private static (ImmutableArray<Diagnostic> Findings, int Explained) WithDeep(Session session, List<string> ids, ImmutableArray<Diagnostic> findings, bool all)
    {
        var deep = ImmutableArray.CreateBuilder<Diagnostic>();
        var explained = 0;
        foreach (var jurisdiction in session.Library.Jurisdictions.Where(j => ids.Count == 0 || ids.Contains(j.Id)))
        {
            var law = new CompiledLaw(session.Apply(jurisdiction.Id, session.On));
            foreach (var finding in DeepChecker.Check(law))
            {
                if (finding.AsEnacted is not null && !all)
                    explained++;
                else
                    deep.Add(DeepFindings.ToDiagnostic(finding, law));
            }
        }
        return (findings.AddRange(deep), explained);
    }

    private static void Print(LawLibrary? library, IReadOnlyCollection<Diagnostic> findings, int explained)
    {
        Console.Out.Write(DiagnosticWriter.ToText(findings));
        int errors = findings.Count(f => f.IsError), warnings = findings.Count(f => f.Kind.Severity == Severity.Warning), notes = findings.Count - errors - warnings;
        var read = library is null ? "" : $"{Friendly.Count(library.Jurisdictions.Length, "jurisdiction")}, {Friendly.Count(library.Jurisdictions.Sum(j => j.Provisions.Length), "provision")}, {Friendly.Count(library.Jurisdictions.Sum(j => j.Scenarios.Length), "scenario")}: ";
        Console.Out.WriteLine($"{read}{Friendly.Count(errors, "error")}, {Friendly.Count(warnings, "warning")}{(notes == 0 ? "" : $", {Friendly.Count(notes, "note")}")}{(explained == 0 ? "" : $"; {explained} more explained as the law's own (`--all` shows them)")}");
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
