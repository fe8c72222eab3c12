using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Documents.Words;

namespace SafeHarbor.Documents.Calendars;

/// <summary>Writes duties as iCalendar (RFC 5545). Times are written in UTC, so that every calendar shows the same moment.</summary>
public static class CalendarWriter
{
    /// <summary>A reminder this long before what is due later than twice as long after the start.</summary>
    private static readonly NodaTime.Duration Reminder = NodaTime.Duration.FromHours(2);

    public static byte[] Write(DutyCalendar duties)
    {
        var calendar = new Ical.Net.Calendar { ProductId = $"-//SafeHarbor//SafeHarbor {Receipt.EngineVersion}//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"Deadlines: {duties.Jurisdiction.Name}");
        foreach (var duty in duties.Duties)
            calendar.Events.Add(Of(duties, duty));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Of(DutyCalendar duties, DutyDue duty)
    {
        var made = new CalendarEvent
        {
            Uid = Id(duties, duty),
            DtStamp = Utc(duties.Receipt.On.AtMidnight().InUtc().ToInstant()),
            Start = Utc(duty.Due.ToInstant()),
            Summary = duty.Summary,
            Description = Describe(duties, duty),
            Transparency = TransparencyType.Transparent,
            Class = "PRIVATE",
        };
        if (duty.Limit is not null && duty.Due.ToInstant() - duties.Start.ToInstant() > Reminder * 2)
            made.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = duty.Summary, Trigger = new Trigger(Ical.Net.DataTypes.Duration.FromHours(-(int)Reminder.TotalHours)) });
        return made;
    }

    private static string Describe(DutyCalendar duties, DutyDue duty)
    {
        var lines = duty.Rules.DistinctBy(r => r.Citation).Select(r => $"{Sentences.Cite(r)}{(r.Provision?.Sources.FirstOrDefault() is { } source ? $": {source.Address}" : "")}").ToList();
        lines.Insert(0, duty.Limit is null ? "The law states no time: it is shown at the starting time." : $"Due {ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm x", DateTimeZoneProviders.Tzdb).Format(duty.Due)} ({duty.Due.Zone.Id}).");
        return string.Join("\n", [.. lines, DueTime.Rule, $"{duties.Receipt}. This informs; it is not legal advice."]);
    }

    private static CalDateTime Utc(Instant instant) => new(instant.ToDateTimeUtc(), "UTC");

    /// <summary>The same duty of the same law at the same moment is the same event, so that a calendar read twice shows it once.</summary>
    private static string Id(DutyCalendar duties, DutyDue duty) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{duties.Jurisdiction.Id}|{duty.Summary}|{InstantPattern.ExtendedIso.Format(duty.Due.ToInstant())}")))[..32] + "@safeharbor";
}
