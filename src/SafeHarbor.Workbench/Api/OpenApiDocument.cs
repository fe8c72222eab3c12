using System.Text.Encodings.Web;
using System.Text.Json;
using SafeHarbor.Documents;
using SafeHarbor.Documents.Json;

namespace SafeHarbor.Workbench.Api;

/// <summary>
/// The description of the API, OpenAPI 3.1, written from the table that maps it. A generator reads types of C#; these answers are
/// written straight to JSON and described by their own schemas, which a generator cannot see.
/// </summary>
internal static class OpenApiDocument
{
    public static byte[] Bytes { get; } = Write();

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.1");
            json.WriteStartObject("info");
            json.WriteString("title", "SafeHarbor");
            json.WriteString("version", Receipt.EngineVersion);
            json.WriteString("summary", "For every child: does the law let a sexually exploited child fall through?");
            json.WriteString("description", "Read only, for everybody, without a key. Every answer names its schema and carries a receipt with which it can be repeated: the program's version, a hash of the law, the day. "
                + "Every address also answers with `.json` at its end. Nothing that is asked is written down. It informs; it is not legal advice.");
            json.WriteStartObject("license");
            json.WriteString("name", "MIT");
            json.WriteString("identifier", "MIT");
            json.WriteEndObject();
            json.WriteEndObject();
            json.Array("servers", ["../v1"], url =>
            {
                json.WriteStartObject();
                json.WriteString("url", url);
                json.WriteEndObject();
            });
            json.WriteStartObject("paths");
            foreach (var operation in ApiOperations.All)
                Write(json, operation);
            json.WriteEndObject();
            WriteComponents(json);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ApiOperation operation)
    {
        json.WriteStartObject(operation.Path);
        json.WriteStartObject("get");
        json.WriteString("operationId", operation.Id);
        json.WriteString("summary", operation.Summary);
        json.Array("parameters", operation.Parameters, parameter =>
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("in", parameter.InPath ? "path" : "query");
            json.WriteBoolean("required", parameter.InPath);
            json.WriteString("description", parameter.Description);
            json.WriteStartObject("schema");
            json.WriteString("type", "string");
            if (parameter.Name == "on")
                json.WriteString("format", "date");
            json.WriteEndObject();
            json.WriteString("example", parameter.Example);
            json.WriteEndObject();
        });
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", operation.Summary);
        json.WriteStartObject("headers");
        json.WriteStartObject("ETag");
        json.WriteString("description", "send it back as If-None-Match: 304 says that nothing changed");
        json.WriteStartObject("schema");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        Content(json, "application/json", $"../../schemas/{AnswerSchemas.FileOf(operation.Schema)}.json");
        json.WriteEndObject();
        if (!operation.Parameters.IsEmpty)
        {
            json.WriteStartObject("4XX");
            json.WriteString("$ref", "#/components/responses/Problem");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("responses");
        json.WriteStartObject("Problem");
        json.WriteString("description", "what was wrong with the question, and what to do");
        Content(json, "application/problem+json", "#/components/schemas/Problem");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("schemas");
        json.WriteStartObject("Problem");
        json.WriteString("type", "object");
        json.Strings("required", ["title", "status", "detail"]);
        json.WriteStartObject("properties");
        foreach (var (name, type) in new[] { ("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string") })
        {
            json.WriteStartObject(name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, string type, string schema)
    {
        json.WriteStartObject("content");
        json.WriteStartObject(type);
        json.WriteStartObject("schema");
        json.WriteString("$ref", schema);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
