using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>
/// The rules of other jurisdictions that are worth adopting: with an effect that the demand asks for, or that a status on
/// which it rests does. Of two rules with the same effects one is left out if, asking no more statuses, the other reaches
/// every situation of the gap that it reaches, and none of which no demand speaks.
/// </summary>
internal static class AdoptableRules
{
    public static IEnumerable<Edit.Adopt> For(ApplicableLaw law, Demand demand, Wanted wanted, IEnumerable<ApplicableLaw> others)
    {
        var rules = others.SelectMany(o => o.Rules.Where(r => r.Provision is not null && r.Origin.Id == o.Jurisdiction.Id))
            .Where(r => !RestsOnReading(r.Rule.When) && !r.Rule.Unless.Any(RestsOnReading) && r.Rule.Effects.Any(wanted.IsWanted))
            .Select(r => r with { Rule = r.Rule with { Effects = [.. r.Rule.Effects.Where(wanted.IsWanted)] } })
            .DistinctBy(r => r.Rule).ToList();
        return Undominated(law, demand, rules).Select(r => new Edit.Adopt(r));
    }

    private static IEnumerable<ApplicableRule> Undominated(ApplicableLaw law, Demand demand, List<ApplicableRule> rules)
    {
        var compiled = new CompiledLaw(law);
        var facts = rules.Select(r => compiled.Formulas.And(FactsOf(compiled, r.Rule.When, holds: true),
            compiled.Formulas.Not(compiled.Formulas.OrAll(r.Rule.Unless.Select(u => FactsOf(compiled, u, holds: false)))))).ToList();
        foreach (var each in law.Library.Demands)
            compiled.FactsOnly(each.Premise);
        compiled.Holds(demand.Expected);
        var diagrams = new LawDiagrams(compiled);
        var manager = diagrams.Manager;
        var regions = Regions.Of(diagrams, compiled, demand);
        var gap = manager.Or(regions.NotMet, regions.Arguable);
        var candidates = rules.Select((rule, i) =>
        {
            var reach = manager.And(diagrams.Possible, diagrams.Of(facts[i]));
            var asked = rule.Rule.Effects.Select(e => manager.OrAll(law.Library.Demands.Where(d => Wanted.Asks(d, e)).Select(d => diagrams.Of(compiled.FactsOnly(d.Premise)))));
            return (Rule: rule, Gap: manager.And(reach, gap), Statuses: StatusesOf(rule.Rule.When).ToHashSet(), Effects: rule.Rule.Effects.ToHashSet(),
                IsMeasured: !rule.Rule.Unless.SelectMany(StatusesOf).Any() && asked.All(a => manager.IsSubset(reach, a)));
        }).ToList();
        for (var i = 0; i < candidates.Count; i++)
        {
            var mine = candidates[i];
            var dominated = candidates.Where((other, j) => j != i && other.IsMeasured && other.Statuses.IsSubsetOf(mine.Statuses) && other.Effects.IsSupersetOf(mine.Effects)
                && manager.IsSubset(mine.Gap, other.Gap)
                // Of two that do the same, the first stays.
                && (j < i || mine.Gap != other.Gap || !mine.Statuses.SetEquals(other.Statuses) || !mine.Effects.SetEquals(other.Effects) || !mine.IsMeasured)).Any();
            if (!dominated)
                yield return mine.Rule;
        }
    }

    /// <summary>What a condition asks of the facts, its statuses taken as it needs them (or, of an exception, as it needs them not to be).</summary>
    private static Formula FactsOf(CompiledLaw law, Condition condition, bool holds) => condition switch
    {
        Condition.HasStatus or Condition.LacksStatus => holds ? Formula.True : Formula.False,
        Condition.All all => law.Formulas.AndAll(all.Parts.Select(p => FactsOf(law, p, holds))),
        Condition.Any any => law.Formulas.OrAll(any.Parts.Select(p => FactsOf(law, p, holds))),
        Condition.Not not when StatusesOf(not).Any() => holds ? Formula.True : Formula.False,
        _ => law.FactsOnly(condition),
    };

    private static IEnumerable<(int, bool)> StatusesOf(Condition condition) => condition switch
    {
        Condition.HasStatus has => [(has.Status.Index, true)],
        Condition.LacksStatus lacks => [(lacks.Status.Index, false)],
        Condition.All all => all.Parts.SelectMany(StatusesOf),
        Condition.Any any => any.Parts.SelectMany(StatusesOf),
        Condition.Not not => StatusesOf(not.Part),
        _ => [],
    };

    private static bool RestsOnReading(Condition condition) => condition switch
    {
        Condition.UnderReading => true,
        Condition.All all => all.Parts.Any(RestsOnReading),
        Condition.Any any => any.Parts.Any(RestsOnReading),
        Condition.Not not => RestsOnReading(not.Part),
        _ => false,
    };
}
