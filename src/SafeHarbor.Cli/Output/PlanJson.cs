using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law.Text;
using SafeHarbor.Plans;
using SafeHarbor.Plans.Following;
using SafeHarbor.Plans.Proving;

namespace SafeHarbor.Cli.Output;

/// <summary>Plans as JSON (docs/json.md).</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, Plan plan, PlanProof proof)
    {
        json.WriteString("plan", plan.Name);
        json.WriteString("jurisdiction", plan.Jurisdiction);
        WriteProof(json, proof);
        json.Strings("questions", plan.Questions);
    }

    public static void Write(Utf8JsonWriter json, Plan plan, PlanReport report)
    {
        json.WriteString("plan", plan.Name);
        json.WriteString("jurisdiction", plan.Jurisdiction);
        json.Array("actions", report.Actions, standing =>
        {
            json.WriteStartObject();
            json.WriteString("id", standing.Action.Id);
            json.WriteString("state", standing.State.ToString().ToLowerInvariant());
            json.WriteNumber("daysLate", standing.DaysLate);
            json.WriteEndObject();
        });
        json.WriteStartObject("planned");
        WriteProof(json, report.Planned);
        json.WriteEndObject();
        json.WriteStartObject("actual");
        WriteProof(json, report.Actual);
        json.WriteEndObject();
    }

    private static void WriteProof(Utf8JsonWriter json, PlanProof proof)
    {
        json.WriteBoolean("reaches", proof.Reaches);
        json.Array("days", proof.Days, day =>
        {
            json.WriteStartObject();
            json.WriteString("day", LocalDatePattern.Iso.Format(day.Day));
            json.Strings("began", day.Began.Select(a => a.Id));
            json.WriteNumber("open", day.Open);
            json.WriteNumber("kinds", day.Kinds);
            json.Strings("openDemands", day.Demands.Where(d => d.IsOpen).Select(d => d.Demand.Id));
            json.WriteEndObject();
        });
        json.Array("unclosed", proof.Unclosed, demand => WriteDemand(json, demand));
        json.Array("without", proof.Without, without =>
        {
            json.WriteStartObject();
            json.WriteString("action", without.Action.Id);
            json.Array("reopened", without.Reopened, demand => WriteDemand(json, demand));
            json.WriteEndObject();
        });
    }

    private static void WriteDemand(Utf8JsonWriter json, DemandOnDay demand)
    {
        json.WriteStartObject();
        json.WriteString("demand", demand.Demand.Id);
        json.WriteBoolean("notKnownInSome", demand.NotKnown);
        json.Strings("situations", demand.Remaining.Select(r => Friendly.Sentence(Sentences.Situation(r.Line.Restrictions)) + "."));
        json.WriteEndObject();
    }
}
