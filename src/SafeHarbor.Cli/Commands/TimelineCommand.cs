using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Cli.Commands;

/// <summary>`timeline`: how the outcome for some child changed, day by day, since the resolution.</summary>
internal static class TimelineCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-DC, or DC" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them" };
        var since = new Option<string?>("--since") { Description = "the first day, such as 2016-11-01; the beginning of the library if left out" };
        var command = new Command("timeline", "what changed for whom, day by day, since November 2016") { jurisdiction, demand, since };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var session = Session.Open(options, [id]);
            var from = Start(session, result.GetValue(since));
            var steps = Timeline.Of(session.Library, session.Jurisdiction(id), [.. session.Demands(result.GetValue(demand))], from, session.On);
            if (options.Json)
                Json.Write("safeharbor/timeline/1", session.Receipt, json => TimelineJson.Write(json, session.Jurisdiction(id).Id, steps, from));
            else
                Print(session, session.Jurisdiction(id).Name, steps, from);
            return ExitCode.Fine;
        });
        return command;
    }

    private static LocalDate Start(Session session, string? since)
    {
        if (since is null)
            return session.Library.Vocabulary.Begins;
        return session.Earlier(since);
    }

    private static void Print(Session session, string name, IReadOnlyCollection<TimelineStep> steps, LocalDate from)
    {
        var page = new Page().Heading($"{name}: what changed, from {LocalDatePattern.Iso.Format(from)} to {LocalDatePattern.Iso.Format(session.On)}").Blank();
        foreach (var step in steps)
        {
            page.Heading(LocalDatePattern.Iso.Format(step.Day));
            foreach (var provision in step.Began)
                page.Line($"began: {provision.Citation}, “{provision.Heading}” ({Sentences.HowRead(provision)})", 2, Page.Style.Plain, 2);
            foreach (var provision in step.Ended)
                page.Line($"ended: {provision.Citation}, “{provision.Heading}” ({Sentences.HowRead(provision)})", 2, Page.Style.Plain, 2);
            foreach (var title in step.UnreadEnded)
                page.Line($"from here on known: {title}", 2, Page.Style.Quiet, 2);
            foreach (var change in step.Changes)
            {
                foreach (var part in change.Parts.OrderByDescending(p => p.Direction))
                {
                    var (lead, style) = Math.Sign(part.Direction) switch { 1 => ("gain", Page.Style.Good), -1 => ("loss", Page.Style.Bad), _ => ("becomes known, or no longer is", Page.Style.Open) };
                    page.Line($"{change.Demand.Id}: {part.First.InWords(ofDemand: true)} before, {part.Second.InWords(ofDemand: true)} after, in {Friendly.Count(part.Lines.Length, "kind")} of situation ({lead})", 4, style, 2);
                }
            }
            page.Blank();
        }
        if (steps.Count == 0)
            page.Line("No child's outcome changed.").Blank();
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }
}
