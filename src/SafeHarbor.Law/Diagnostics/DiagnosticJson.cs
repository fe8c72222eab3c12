using System.Text.Encodings.Web;
using System.Text.Json;

namespace SafeHarbor.Law.Diagnostics;

/// <summary>Shows findings as JSON: one array, for programs.</summary>
public static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Kind.Id);
            json.WriteString("severity", finding.Weight);
            json.WriteString("title", finding.Kind.Title);
            json.WriteString("message", finding.Message);
            if (finding.Help is not null)
                json.WriteString("help", finding.Help);
            if (finding.Under is not null)
                json.WriteString("under", finding.Under);
            if (finding.Location is not null)
                Place(json, finding.Location);
            json.WriteStartArray("related");
            foreach (var related in finding.Related)
            {
                json.WriteStartObject();
                json.WriteString("text", related.Text);
                Place(json, related.Location);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, Text.Location location)
    {
        var (line, column) = location.Source.Position(location.Span.Start);
        json.WriteString("file", location.Source.Name);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteNumber("length", location.Span.Length);
    }

    /// <summary>The options that every JSON of the project is written with.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
