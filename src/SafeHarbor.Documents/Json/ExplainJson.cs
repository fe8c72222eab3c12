using System.Text.Json;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Documents.Json;

/// <summary>Why a demand is met or not for one child, as JSON (docs/json.md, safeharbor/explain/1).</summary>
public static class ExplainJson
{
    public static void Write(Utf8JsonWriter json, DemandAnswer answer, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.Demand.Id);
        json.Answer(answer.Answer, ofDemand: true, name);
        json.Array("rules", answer.Answer.Explanation.Findings, finding =>
        {
            json.WriteStartObject();
            json.WriteString("state", finding.State.ToString().ToLowerInvariant());
            json.WriteString("effect", finding.Effect.ToString());
            json.WritePropertyName("rule");
            json.Citation(finding.Rule);
            json.Strings("defeatedBy", finding.DefeatedBy.Select(d => d.Citation));
            json.Strings("lacking", finding.Lacking);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
