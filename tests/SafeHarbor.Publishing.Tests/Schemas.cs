using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using SafeHarbor.Documents.Json;

namespace SafeHarbor.Publishing.Tests;

/// <summary>
/// The published schemas, closed: in a test a field that no schema tells of is an error, though for readers it is not, since
/// within a version fields may be added.
/// </summary>
internal static class Schemas
{
    private static readonly Uri Base = new("https://safeharbor.invalid/schemas/");

    private static readonly Dictionary<string, JsonSchema> ByName = Read();

    /// <summary>What is wrong with a document by the schema that it names; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(string json)
    {
        using var document = JsonDocument.Parse(json);
        var name = AnswerSchemas.FileOf(document.RootElement.GetProperty("schema").GetString()!);
        return ByName.TryGetValue(name, out var schema) ? Faults(schema, document.RootElement) : [$"there is no schema {name}"];
    }

    private static IReadOnlyList<string> Faults(JsonSchema schema, JsonElement document)
    {
        var result = schema.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}")).Take(10).DefaultIfEmpty("not valid")];
    }

    private static Dictionary<string, JsonSchema> Read()
    {
        // The common parts first: the others refer to them.
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        return AnswerSchemas.Names.OrderBy(n => n != "common").ToDictionary(name => name, name =>
        {
            var text = JsonNode.Parse(AnswerSchemas.Find(name)!)!;
            Close(text);
            return JsonSchema.FromText(text.ToJsonString(), options, new Uri(Base, name + ".json"));
        });
    }

    private static void Close(JsonNode? node)
    {
        foreach (var child in node is JsonObject o ? o.Select(p => p.Value).ToList() : node is JsonArray a ? [.. a] : [])
            Close(child);
        if (node is JsonObject schema && schema["properties"] is JsonObject && schema["type"]?.ToString() == "object" && schema["$comment"] is null)
            schema["unevaluatedProperties"] = false;
    }
}
