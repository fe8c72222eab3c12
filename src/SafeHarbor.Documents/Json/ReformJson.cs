using System.Text.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Json;

/// <summary>Reforms as JSON (docs/json.md, safeharbor/reform/1).</summary>
public static class ReformJson
{
    public static void Write(Utf8JsonWriter json, ApplicableLaw law, IEnumerable<ReformResult> results, Elsewhere elsewhere) => Write(json, law, results, elsewhere.Covering);

    /// <param name="elsewhere">Finds the states whose law covers a demand's gap, or a part of it.</param>
    public static void Write(Utf8JsonWriter json, ApplicableLaw law, IEnumerable<ReformResult> results, Func<Demand, IReadOnlyList<Elsewhere.Cover>> elsewhere)
    {
        json.WriteString("jurisdiction", law.Jurisdiction.Id);
        json.Strings("bills", law.Bills.Select(b => b.Title));
        json.Array("reforms", results, result =>
        {
            json.WriteStartObject();
            json.Strings("demands", result.Demands.Select(d => d.Id));
            json.WriteNumber("editsTried", result.Edits.Length);
            json.WriteNumber("steps", result.Steps);
            json.WriteBoolean("provedCheapest", result.IsCheapestProved);
            json.WriteBoolean("reachesFurther", result.ReachesFurther);
            json.WriteBoolean("noneFromTheList", result.NoneFromTheList);
            if (result.Unclosable is { } never)
                json.Facts("unclosable", never.Situation.Given);
            json.Array("elsewhere", result.Demands.Length > 1 ? [] : elsewhere(result.Demands[0]), cover =>
            {
                json.WriteStartObject();
                json.WriteString("jurisdiction", cover.Jurisdiction.Id);
                json.WriteNumber("kinds", cover.Kinds);
                json.WriteNumber("ofKinds", cover.OfKinds);
                json.Array("citations", cover.Rules, json.Citation);
                json.WriteEndObject();
            });
            json.Array("proposals", result.Proposals, proposal =>
            {
                json.WriteStartObject();
                json.WriteNumber("weight", proposal.Cost);
                json.Array("edits", proposal.Edits, edit =>
                {
                    json.WriteStartObject();
                    json.WriteString("kind", Kind(edit));
                    json.WriteString("place", AmendmentWords.Place(edit));
                    if (AmendmentWords.Strike(edit) is { } strike)
                        json.WriteString("strike", strike);
                    if (AmendmentWords.Insert(edit) is { } insert)
                        json.WriteString("insert", insert);
                    json.Array("citations", edit switch { Edit.OfRule of => [of.Rule], Edit.Adopt adopt => [adopt.Precedent], _ => Array.Empty<ApplicableRule>() }, json.Citation);
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }

    private static string Kind(Edit edit) => edit switch
    {
        Edit.Widen => "widen a condition",
        Edit.DropCondition => "drop a condition",
        Edit.SettleReading => "settle a reading",
        Edit.DropException => "drop an exception",
        Edit.MayToMust => "may to must",
        Edit.AddDeadline => "add a deadline",
        Edit.Adopt => "adopt a rule",
        Edit.Write => "write from the demand",
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };
}
