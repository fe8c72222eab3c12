using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>The situations of a demand by verdict. Together they are all the situations it speaks of; no two overlap.</summary>
public sealed record Regions(Diagram Premise, Diagram Met, Diagram Arguable, Diagram NotMet, Diagram NotKnown)
{
    /// <summary>The verdicts with their situations.</summary>
    public IEnumerable<(Verdict Verdict, Diagram Set)> All =>
        [(Verdict.Yes, Met), (Verdict.No, NotMet), (Verdict.Arguable, Arguable), (Verdict.NotKnown, NotKnown)];

    /// <summary>The situations with one verdict.</summary>
    public Diagram Of(Verdict verdict) => All.First(r => r.Verdict == verdict).Set;

    /// <summary>Point 6 of the meaning: over all readings, then over all that the unread text may say.</summary>
    public static Regions Of(LawDiagrams diagrams, CompiledLaw law, Demand demand)
    {
        var manager = diagrams.Manager;
        var premise = manager.And(diagrams.Possible, diagrams.Of(law.FactsOnly(demand.Premise)));
        var wanted = law.Holds(demand.Expected);
        var met = diagrams.Of(wanted, readingsAtBest: false, unreadAtBest: false);
        var underSome = diagrams.Of(wanted, readingsAtBest: true, unreadAtBest: false);
        var underAllAtBest = diagrams.Of(wanted, readingsAtBest: false, unreadAtBest: true);
        // Whatever the unread text says: it holds under some reading, and fails under some.
        var arguable = manager.Difference(underSome, underAllAtBest);
        var notMet = manager.Not(diagrams.Of(wanted, readingsAtBest: true, unreadAtBest: true));
        var known = manager.Or(met, manager.Or(arguable, notMet));
        return new Regions(premise, manager.And(premise, met), manager.And(premise, arguable), manager.And(premise, notMet), manager.Difference(premise, known));
    }
}
