using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Calendars;

namespace SafeHarbor.Documents.Json;

/// <summary>Duties with their clocks as JSON (docs/json.md, safeharbor/calendar/1).</summary>
public static class CalendarJson
{
    public static void Write(Utf8JsonWriter json, DutyCalendar calendar)
    {
        json.WriteString("jurisdiction", calendar.Jurisdiction.Id);
        json.WriteString("start", OffsetDateTimePattern.Rfc3339.Format(calendar.Start.ToOffsetDateTime()));
        json.WriteString("zone", calendar.Start.Zone.Id);
        json.Array("duties", calendar.Duties, duty =>
        {
            json.WriteStartObject();
            json.WriteString("party", duty.Party.Name);
            json.WriteString("act", duty.Act.Name);
            json.WriteString("due", OffsetDateTimePattern.Rfc3339.Format(duty.Due.ToOffsetDateTime()));
            if (duty.Limit is { } limit)
                json.WriteString("deadline", limit.ToString());
            json.WriteString("summary", duty.Summary);
            json.Array("citations", duty.Rules, json.Citation);
            json.WriteEndObject();
        });
    }
}
