using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Json;

/// <summary>What changed for whom, day by day, as JSON (docs/json.md, safeharbor/timeline/1).</summary>
public static class TimelineJson
{
    public static void Write(Utf8JsonWriter json, string id, IEnumerable<TimelineStep> steps, LocalDate from)
    {
        json.WriteString("jurisdiction", id);
        json.WriteString("since", LocalDatePattern.Iso.Format(from));
        json.Array("steps", steps, step =>
        {
            json.WriteStartObject();
            json.WriteString("day", LocalDatePattern.Iso.Format(step.Day));
            json.Strings("began", step.Began.Select(p => p.Citation));
            json.Strings("ended", step.Ended.Select(p => p.Citation));
            json.Strings("unreadEnded", step.UnreadEnded);
            DifferenceJson.Write(json, step.Changes, id, id);
            json.WriteEndObject();
        });
    }
}
