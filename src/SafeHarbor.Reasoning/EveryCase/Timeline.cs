using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>A day on which the outcome for some child changed, and the provisions that began or ended then.</summary>
/// <param name="Ended">Provisions, and unread entries, whose last day was the day before.</param>
public sealed record TimelineStep(
    LocalDate Day, ImmutableArray<DemandDifference> Changes, ImmutableArray<Provision> Began, ImmutableArray<Provision> Ended, ImmutableArray<string> UnreadEnded);

/// <summary>How the outcomes of a jurisdiction's law changed from one day to another, day by day.</summary>
public static class Timeline
{
    public static ImmutableArray<TimelineStep> Of(LawLibrary library, Jurisdiction jurisdiction, IReadOnlyList<Demand> demands, LocalDate from, LocalDate to)
    {
        var steps = ImmutableArray.CreateBuilder<TimelineStep>();
        var all = WhoseLawApplies(library, jurisdiction).ToList();
        // Of higher law what reaches the jurisdiction: a state's own law its localities, the federation's where it says so.
        var applying = all.SelectMany(j => j.Provisions.Where(p => j.Id == jurisdiction.Id || j.Id == library.Baseline.Id || p.Reach == Reach.BindsWithin || (p.Reach == Reach.Own && j.Within is not null))).ToList();
        foreach (var day in DaysOfChange(library, jurisdiction, from, to))
        {
            var before = ApplicableLaw.Of(library, new LawQuestion(jurisdiction.Id, day.PlusDays(-1)));
            var after = ApplicableLaw.Of(library, new LawQuestion(jurisdiction.Id, day));
            var comparer = new Comparer(before, after);
            var changes = demands.Select(comparer.Compare).Where(d => !d.Parts.IsEmpty).ToImmutableArray();
            if (changes.IsEmpty)
                continue;
            steps.Add(new TimelineStep(day, changes,
                [.. applying.Where(p => p.InForce.First == day)],
                [.. applying.Where(p => p.InForce.To == day.PlusDays(-1))],
                [.. jurisdiction.Unread.Where(u => u.InForce?.To == day.PlusDays(-1)).Select(u => u.Title)
                    .Concat(jurisdiction.Provisions.Where(p => p.InForce.IsOpenOn(day.PlusDays(-1)) && p.InForce.From == day).Select(p => p.Citation))]));
        }
        return steps.ToImmutable();
    }

    /// <summary>The jurisdiction itself, those it lies within, and the general law behind all.</summary>
    private static IEnumerable<Jurisdiction> WhoseLawApplies(LawLibrary library, Jurisdiction jurisdiction)
    {
        for (var each = jurisdiction; each is not null; each = each.Within is { } id ? library.Find(id) : null)
            yield return each;
        yield return library.Baseline;
    }

    /// <summary>The days after the first and up to the last on which something begins or ends in a law that applies in the jurisdiction.</summary>
    public static IEnumerable<LocalDate> DaysOfChange(LawLibrary library, Jurisdiction jurisdiction, LocalDate from, LocalDate to) =>
        WhoseLawApplies(library, jurisdiction).SelectMany(j => j.Provisions.Select(p => p.InForce).Concat(j.Unread.Select(u => u.InForce).OfType<InForce>()))
            .SelectMany(f => new[] { f.From, f.To?.PlusDays(1) ?? LocalDate.MaxIsoValue })
            .Where(d => d > from && d <= to).Distinct().Order();
}
