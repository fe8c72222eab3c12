using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Cases;

/// <summary>Says why no situation fits a case: which of the things that cannot be the case says is so.</summary>
internal sealed class Contradiction(Vocabulary vocabulary)
{
    public (string What, string Help) Explain(IEnumerable<(Fact Fact, ValueSet Values)> given)
    {
        var @case = Case.Of(vocabulary, given);
        var broken = vocabulary.Never.FirstOrDefault(n => Holds(n, @case) == true);
        return broken is null
            ? ("its cells leave no situation that can be", "each pair may be fine, and all together are not; leave the least certain cell empty")
            : ($"it cannot be that {ConditionWords.Say(broken)}", $"change or empty one of {Friendly.And(ConditionParts.FactsIn(broken).Select(f => $"`{f.Name}`"))}");
    }

    /// <summary>Whether a condition on facts holds in every situation of a case, in none, or (null) in some.</summary>
    private static bool? Holds(Condition condition, Case @case) => condition switch
    {
        Condition.Always => true,
        Condition.FactIn fact => @case[fact.Fact].IsSubsetOf(fact.Values) ? true : (@case[fact.Fact] & fact.Values).IsEmpty ? false : null,
        Condition.All all => Joined(all.Parts.Select(p => Holds(p, @case)), false),
        Condition.Any any => Joined(any.Parts.Select(p => Holds(p, @case)), true),
        Condition.Not not => !Holds(not.Part, @case),
        _ => null,
    };

    /// <summary>One part that decides is enough; without any the other answer needs them all.</summary>
    private static bool? Joined(IEnumerable<bool?> parts, bool decides)
    {
        var list = parts.ToList();
        return list.Contains(decides) ? decides : list.Contains(null) ? null : !decides;
    }
}
