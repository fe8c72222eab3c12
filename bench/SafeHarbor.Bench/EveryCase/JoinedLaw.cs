using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>
/// A law as if one state had enacted what several did: all their provisions and unread entries, the federal law and the general
/// law once. The readings stay apart, for they are named within the law of their origin; so do the unread texts. `despite everything
/// else` then reaches the others' provisions too.
/// </summary>
internal static class JoinedLaw
{
    /// <summary>Laws joined, the largest first, until there are so many rules; a law through which a status would come to rest on itself is left out.</summary>
    public static (ApplicableLaw Law, int States) OfAtLeast(IEnumerable<ApplicableLaw> laws, int rules)
    {
        ApplicableLaw? joined = null;
        var states = 0;
        foreach (var law in laws.OrderByDescending(l => l.Rules.Length))
        {
            var next = joined is null ? law : Join(joined, law);
            if (HasCircle(next))
                continue;
            (joined, states) = (next, states + 1);
            if (joined.Rules.Length >= rules)
                break;
        }
        return (joined!, states);
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
                .SelectMany(given => r.Rule.Unless.Append(r.Rule.When).SelectMany(StatusesIn).Select(asked => (Given: given.Index, Asked: asked.Index))))
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

    private static IEnumerable<Status> StatusesIn(Condition condition) => condition switch
    {
        Condition.HasStatus has => [has.Status],
        Condition.LacksStatus lacks => [lacks.Status],
        Condition.All all => all.Parts.SelectMany(StatusesIn),
        Condition.Any any => any.Parts.SelectMany(StatusesIn),
        Condition.Not not => StatusesIn(not.Part),
        _ => [],
    };
}
