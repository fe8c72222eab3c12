using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>
/// A law as if one state had enacted what several did, or as if one code held the laws of several states side by side: all their provisions and unread entries, the federal law and the general
/// law once. The readings stay apart, for they are named within the law of their origin; so do the unread texts. `despite everything
/// else` then reaches the others' provisions too.
/// </summary>
internal static class JoinedLaw
{
    /// <summary>Laws joined, the largest first, until there are so many rules; a law through which a status would come to rest on itself is left out.</summary>
    /// <param name="sideBySide">
    /// Whether each state's rules speak only of children in that state, by one more fact that says where the child is: then no
    /// state's law closes another's gap, and one list tells the gaps of all.
    /// </param>
    /// <param name="placeFirst">Whether that fact stands first in the order of the diagrams.</param>
    public static (ApplicableLaw Law, int States) OfAtLeast(IEnumerable<ApplicableLaw> laws, int rules, bool sideBySide, bool placeFirst)
    {
        var chosen = new List<ApplicableLaw>();
        ApplicableLaw? joined = null;
        foreach (var law in laws.OrderByDescending(l => l.Rules.Length))
        {
            var next = joined is null ? law : Join(joined, law);
            if (HasCircle(next))
                continue;
            joined = next;
            chosen.Add(law);
            if (joined.Rules.Length >= rules)
                break;
        }
        if (!sideBySide || chosen.Count == 1)
            return (joined!, chosen.Count);
        var place = new PlaceFact(chosen, placeFirst);
        return (chosen.Select(place.Within).Aggregate(Join), chosen.Count);
    }

    private static ApplicableLaw Join(ApplicableLaw one, ApplicableLaw other)
    {
        var rules = one.Rules.ToBuilder();
        var unread = one.UnreadRules.ToBuilder();
        var readings = one.Readings.ToBuilder();
        foreach (var rule in other.Rules.Where(r => r.Origin.Id == other.Jurisdiction.Id))
        {
            var renumbered = rule with { Index = rules.Count, UnreadVariable = rule.UnreadVariable is null ? null : unread.Count };
            rules.Add(renumbered);
            if (renumbered.UnreadVariable is not null)
                unread.Add(renumbered);
        }
        foreach (var reading in other.Readings.Where(r => r.Origin.Id == other.Jurisdiction.Id))
            readings.Add(reading with { Index = readings.Count });
        return one with { Rules = rules.ToImmutable(), UnreadRules = unread.ToImmutable(), Readings = readings.ToImmutable() };
    }

    private static bool HasCircle(ApplicableLaw law)
    {
        var restsOn = law.Rules.SelectMany(r => r.Rule.Effects.Select(CompiledLaw.StatusOf).OfType<Status>()
                .SelectMany(given => ConditionParts.StatusesIn(r.Rule).Select(asked => (Given: given.Index, Asked: asked.Index))))
            .Distinct().ToLookup(p => p.Given, p => p.Asked);
        var done = new Dictionary<int, bool>();
        return restsOn.Any(g => Circles(g.Key));

        bool Circles(int status)
        {
            if (done.TryGetValue(status, out var finished))
                return !finished;
            done[status] = false;
            var circles = restsOn[status].Any(Circles);
            done[status] = true;
            return circles;
        }
    }
}
