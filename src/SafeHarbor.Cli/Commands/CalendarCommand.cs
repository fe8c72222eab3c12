using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Calendars;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Cli.Commands;

/// <summary>`calendar`: the deadlines of one case's duties, for any calendar program.</summary>
internal static class CalendarCommand
{
    private static readonly string[] Local = ["uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd' 'HH:mm", "uuuu-MM-dd'T'HH:mm:ss"];

    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var given = new Option<string?>("--given") { Description = "the facts that are known, such as \"age is 15, victimization is reported\"; no names" };
        var from = new Option<string?>("--from") { Description = "when the clocks begin, in local time, such as 2026-03-07T22:15" };
        var events = new Option<string[]>("--event") { Description = "when an event was that deadlines run from, such as \"custody=2026-03-08T09:00\"; may be repeated" };
        var zone = new Option<string?>("--zone") { Description = "the time zone, such as America/Chicago; needed where the state has several" };
        var output = OutputFile.Option("iCalendar (.ics); calendar-US-KY.ics if left out");
        var force = OutputFile.Force();
        var command = new Command("calendar", "the deadlines of one case’s duties as iCalendar, with no name and no detail of the case") { jurisdiction, given, from, events, zone, output, force };
        command.SetRun((result, options) =>
        {
            var session = Session.Open(options, [result.GetValue(jurisdiction)!]);
            var id = session.Jurisdiction(result.GetValue(jurisdiction)!).Id;
            var file = result.GetValue(output) ?? $"calendar-{id}.ics";
            OutputFile.KindOf(file, "ics");
            if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var place = ZoneOf(id, result.GetValue(zone));
            var start = TimeOf(result.GetValue(from) ?? throw new UserError("say when the clocks begin", "add `--from` with a time, such as `--from 2026-03-07T22:15`"), place);
            var known = result.GetValue(events)!.Select(e => EventOf(e, session.Library.Vocabulary, place)).ToDictionary(e => e.Name, e => e.At);
            var reporter = new CaseReporter(session.Compile(id));
            var @case = session.CaseOf(result.GetValue(given));
            CaseCommand.RequirePossible(reporter, @case);
            var calendar = DutyCalendar.Of(reporter.Report(@case), session.Receipt, start, known);
            if (options.Json)
                Json.Write("safeharbor/calendar/1", session.Receipt, json => CalendarJson.Write(json, calendar));
            else
                OutputFile.Write(file, CalendarWriter.Write(calendar), $"{Friendly.Count(calendar.Duties.Length, "duty", "duties")} under the law of {calendar.Jurisdiction.Name}");
            return ExitCode.Fine;
        });
        return command;
    }

    private static DateTimeZone ZoneOf(string id, string? wanted)
    {
        var zones = TimeZones.Of(id);
        if (wanted is not null)
            return DateTimeZoneProviders.Tzdb.GetZoneOrNull(wanted) ?? throw new UserError($"unknown time zone `{wanted}`", $"name one of the tz database, such as {Friendly.Or((zones.IsEmpty ? ["America/New_York"] : zones).Select(z => $"`{z}`"))}");
        return zones.Length == 1 ? DateTimeZoneProviders.Tzdb[zones[0]]
            : throw new UserError(zones.IsEmpty ? $"the time zone of {id} is not known" : $"{id} has several time zones", $"add `--zone` with one of the tz database, such as {Friendly.Or((zones.IsEmpty ? ["America/New_York"] : zones).Select(z => $"`{z}`"))}");
    }

    private static ZonedDateTime TimeOf(string text, DateTimeZone zone)
    {
        foreach (var pattern in new[] { OffsetDateTimePattern.Rfc3339, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>") })
        {
            if (pattern.Parse(text).TryGetValue(default, out var exact))
                return exact.InZone(zone);
        }
        foreach (var pattern in Local)
        {
            if (!LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text).TryGetValue(default, out var local))
                continue;
            var mapping = zone.MapLocal(local);
            return mapping.Count == 1 ? mapping.Single() : throw new UserError(
                mapping.Count == 0 ? $"there was no {text} in {zone.Id}: the clocks were put forward" : $"{text} was twice in {zone.Id}: the clocks were put back",
                "say how far it was from UTC, such as `2026-11-01T01:30-04:00`");
        }
        throw new UserError($"`{text}` is not a time", "write date and time of day, such as `2026-03-07T22:15`");
    }

    private static (string Name, ZonedDateTime At) EventOf(string text, Vocabulary vocabulary, DateTimeZone zone)
    {
        var (name, time) = text.Split('=', 2) is [var before, var after] ? (before.Trim(), after.Trim()) : throw new UserError($"`{text}` does not say when something was", "write it as `custody=2026-03-08T09:00`");
        var known = vocabulary.Events.FirstOrDefault(e => e.Name == name || e.Name == $"a {name}" || e.Name == $"the {name}")
            ?? throw new UserError($"unknown event `{name}`", $"the events are {Friendly.And(vocabulary.Events.Select(e => $"`{e.Name}`"))}");
        return (known.Name, TimeOf(time, zone));
    }
}
