using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Bench.ManyCases;

/// <summary>One way in which a verdict comes about: each of these facts has one of these values.</summary>
internal sealed record RuleTerm(ImmutableArray<(Fact Fact, ValueSet Values)> Facts);

/// <summary>A demand as ordinary rules, as a person would write them for a rule engine: for each verdict the ways to it. Where none fits, the demand does not apply.</summary>
internal sealed record DemandRules(Demand Demand, ImmutableArray<(Verdict Verdict, ImmutableArray<RuleTerm> Terms)> Verdicts)
{
    /// <summary>The shortest rules for every demand: prime covers of the verdicts' situations, so that no peer is given more work than needed.</summary>
    public static ImmutableArray<DemandRules> Of(ApplicableLaw law)
    {
        var finder = new GapFinder(new CompiledLaw(law));
        var manager = finder.Diagrams.Manager;
        var facts = law.Vocabulary.Facts;
        int[] importance = [.. Enumerable.Range(0, manager.VariableCount).Select(v => v < facts.Length ? facts.Length - v : -1)];
        return [.. law.Library.Demands.Select(demand => new DemandRules(demand, [.. finder.RegionsOf(demand).All
            .Where(r => r.Set != Diagram.False).Select(r => (r.Verdict, Terms(r.Set)))]))];

        ImmutableArray<RuleTerm> Terms(Diagram set) =>
            [.. PrimeCover.Compute(manager, set, manager.Or(set, manager.Not(finder.Diagrams.Possible)), importance).Terms.Select(t => new RuleTerm(
                [.. facts.Select(f => (Fact: f, Values: finder.Diagrams.ValuesOf(f, t.Term.Values[f.Index]))).Where(f => f.Values != f.Fact.AllValues)]))];
    }
}
