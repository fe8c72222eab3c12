using System.Text.Json;
using SafeHarbor.Documents;
using SafeHarbor.Documents.Json;

namespace SafeHarbor.Cli.Output;

/// <summary>Writes an answer as JSON to standard output (docs/json.md).</summary>
public static class Json
{
    public static void Write(string schema, Receipt receipt, Action<Utf8JsonWriter> body)
    {
        using var output = Console.OpenStandardOutput();
        AnswerJson.Write(output, schema, receipt, body);
    }
}
