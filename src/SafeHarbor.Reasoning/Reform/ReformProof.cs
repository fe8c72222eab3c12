using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>Proves a reform by the ordinary reasoning: the law before and after are compared over every situation, for every demand.</summary>
public sealed class ReformProof
{
    private readonly ApplicableLaw _before;
    private readonly ImmutableArray<Demand> _demands;

    public ReformProof(ApplicableLaw before, ImmutableArray<Demand> demands) => (_before, _demands) = (before, demands);

    /// <summary>Whether each of the demands is met wherever it was not met or only arguably, no child is worse off under any demand, and no rules newly conflict.</summary>
    public bool Holds(ApplicableLaw after)
    {
        var first = new CompiledLaw(_before);
        var second = first.Beside(after);
        foreach (var demand in _before.Library.Demands)
        {
            first.FactsOnly(demand.Premise);
            first.Holds(demand.Expected);
            second.Holds(demand.Expected);
        }
        // Each contradiction by itself: an old one must not hide a new one in the same situation.
        var conflicts = first.Contradictions.Keys.Union(second.Contradictions.Keys)
            .Select(k => (Before: first.Contradictions.GetValueOrDefault(k, Formula.False), After: second.Contradictions.GetValueOrDefault(k, Formula.False))).ToList();
        var diagrams = new LawDiagrams(second);
        var manager = diagrams.Manager;
        foreach (var demand in _before.Library.Demands)
        {
            var (one, other) = (Regions.Of(diagrams, first, demand), Regions.Of(diagrams, second, demand));
            var atLeastArguable = manager.ForAll(manager.Exists(diagrams.Of(second.Holds(demand.Expected)), diagrams.ReadingVariables), diagrams.UnreadVariables);
            var kept = manager.IsSubset(one.Met, other.Met) && manager.IsSubset(one.Arguable, atLeastArguable)
                && manager.And(one.NotKnown, other.NotMet) == Diagram.False;
            var closed = !_demands.Contains(demand) || manager.IsSubset(manager.Or(one.NotMet, one.Arguable), other.Met);
            if (!kept || !closed)
                return false;
        }
        var open = diagrams.ReadingVariables.Union(diagrams.UnreadVariables).ToHashSet();
        Diagram Somewhere(Formula conflict) => manager.Exists(manager.And(diagrams.Possible, diagrams.Of(conflict)), open);
        return conflicts.TrueForAll(c => manager.IsSubset(Somewhere(c.After), Somewhere(c.Before)));
    }
}
