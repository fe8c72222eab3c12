using System.Text.Encodings.Web;
using System.Text.Json;
using SafeHarbor.Documents.Json;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Feeds;

/// <summary>Everything that can be found, for a copy of the site without a server: its script searches as the server would (static.js).</summary>
internal static class SearchIndexJson
{
    public static byte[] Of(SearchIndex index)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "safeharbor/search-index/1");
            json.Array("hits", index.Everything, hit =>
            {
                json.WriteStartArray();
                json.WriteStringValue(hit.Title);
                json.WriteStringValue(hit.Kind);
                json.WriteStringValue(hit.Text);
                json.WriteStringValue(hit.Address);
                json.WriteEndArray();
            });
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
