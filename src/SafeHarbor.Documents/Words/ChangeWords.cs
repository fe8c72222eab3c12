using SafeHarbor.Documents.Briefs;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Words;

/// <summary>A day on which the law changed, in a line or two.</summary>
public static class ChangeWords
{
    private const int MostProvisions = 3;

    /// <summary>"KRS 529.110(1)(b), “…”, began. Better for some child: R4.traffickers."</summary>
    public static string Of(TimelineStep step)
    {
        var began = Names(step.Began.Select(p => p.Heading.Length == 0 ? p.Citation : $"{p.Citation}, “{p.Heading}”").Distinct().ToList());
        var ended = Names(step.Ended.Select(p => p.Citation).Except(step.Began.Select(p => p.Citation)).ToList());
        var parts = new[]
        {
            began is null ? null : $"began: {began}", ended is null ? null : $"ended: {ended}",
            began is null && ended is null && !step.UnreadEnded.IsEmpty ? $"from here on the law could be read ({step.UnreadEnded[0]})" : null,
        }.OfType<string>();
        string? Moved(int sign, string lead) => step.Changes.Where(c => c.Parts.Any(p => Math.Sign(p.Direction) == sign)).Select(c => c.Demand).ToList() is { Count: > 0 } demands ? $"{lead} {Brief.Titles(demands, 2)}." : null;
        // What is better or worse says more than what only becomes known.
        var moved = new[] { Moved(1, "Better for some child, so that"), Moved(-1, "Worse for some child, as to whether") }.OfType<string>().ToList();
        return $"{Friendly.Sentence(string.Join("; ", parts))}. {string.Join(" ", moved.Count > 0 ? moved : [Moved(0, "Known for the first time, or no longer known, whether") ?? ""])}".TrimEnd();
    }

    /// <summary>The provisions that <see cref="Of"/> names.</summary>
    public static IEnumerable<Provision> Cited(TimelineStep step) =>
        step.Began.DistinctBy(p => p.Citation).Take(MostProvisions).Concat(step.Ended.Where(e => !step.Began.Any(b => b.Citation == e.Citation)).DistinctBy(p => p.Citation).Take(MostProvisions));

    private static string? Names(List<string> names) =>
        names.Count == 0 ? null : string.Join("; ", names.Take(MostProvisions)) + (names.Count > MostProvisions ? $"; and {names.Count - MostProvisions} more" : "");
}
