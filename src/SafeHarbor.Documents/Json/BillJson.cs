using System.Text.Json;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Json;

/// <summary>What bills do besides the outcome for children, as JSON (docs/json.md, safeharbor/difference/1).</summary>
public static class BillJson
{
    public static void Write(Utf8JsonWriter json, BillEffect effect)
    {
        foreach (var (name, findings) in new[] { ("newConflicts", effect.NewConflicts), ("becomeIdle", effect.BecomeIdle) })
        {
            json.Array(name, findings, finding =>
            {
                json.WriteStartObject();
                json.WriteString("kind", finding.Kind.Id);
                json.WriteString("text", finding.Text);
                json.Array("citations", finding.Others.Prepend(finding.Rule!), json.Citation);
                if (finding.Witness is { } witness)
                    json.Facts("example", witness.Given);
                json.WriteEndObject();
            });
        }
        json.Array("orders", effect.Orders, order =>
        {
            json.WriteStartObject();
            json.WriteString("earlier", order.First);
            json.WriteString("later", order.Second);
            json.Strings("demandsThatDiffer", order.Differences.Select(d => d.Demand.Id));
            json.WriteEndObject();
        });
    }
}
