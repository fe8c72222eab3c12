using System.Text;
using System.Text.Json;

namespace SafeHarbor.Law.Diagnostics;

/// <summary>Shows findings as SARIF 2.1.0 (OASIS), for code hosts and editors.</summary>
public static class DiagnosticSarif
{
    public static string ToSarif(IReadOnlyCollection<Diagnostic> findings, string version)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DiagnosticJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, findings, version);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in findings)
                WriteResult(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter json, IEnumerable<Diagnostic> findings, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "SafeHarbor");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (var kind in findings.Select(f => f.Kind).Distinct().OrderBy(k => k.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", kind.Id);
            WriteText(json, "shortDescription", kind.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Kind.Id);
        json.WriteString("level", finding.Weight);
        WriteText(json, "message", finding.Help is null ? finding.Message : $"{finding.Message} (help: {finding.Help})");
        if (finding.Location is not null)
        {
            json.WriteStartArray("locations");
            WriteLocation(json, finding.Location, null);
            json.WriteEndArray();
        }
        if (!finding.Related.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var related in finding.Related)
                WriteLocation(json, related.Location, related.Text);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Text.Location location, string? message)
    {
        var (startLine, startColumn) = location.Source.Position(location.Span.Start);
        var (endLine, endColumn) = location.Source.Position(Math.Max(location.Span.Start, location.Span.End));
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", location.Source.Name.Replace('\\', '/'));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", startLine);
        json.WriteNumber("startColumn", startColumn);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
            WriteText(json, "message", message);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
