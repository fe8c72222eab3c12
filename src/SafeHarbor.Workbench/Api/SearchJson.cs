using System.Text.Json;
using SafeHarbor.Documents.Json;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Api;

/// <summary>What was found, as JSON (docs/json.md, safeharbor/search/1).</summary>
internal static class SearchJson
{
    private const int MostTold = 100;

    public static void Write(Utf8JsonWriter json, string asked, IReadOnlyList<SearchHit> hits)
    {
        json.WriteString("asked", asked);
        json.WriteNumber("found", hits.Count);
        json.Array("hits", hits.Take(MostTold), hit =>
        {
            json.WriteStartObject();
            json.WriteString("title", hit.Title);
            json.WriteString("kind", hit.Kind);
            json.WriteString("text", hit.Text);
            json.WriteString("page", hit.Address);
            json.WriteEndObject();
        });
    }
}
