using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Situations;

/// <summary>The situations of a demand by verdict. Together they are all the situations it speaks of; no two overlap.</summary>
public sealed record Regions(Diagram Premise, Diagram Met, Diagram Arguable, Diagram NotMet, Diagram NotKnown)
{
    /// <summary>The verdicts with their situations.</summary>
    public IEnumerable<(Verdict Verdict, Diagram Set)> All =>
        [(Verdict.Yes, Met), (Verdict.No, NotMet), (Verdict.Arguable, Arguable), (Verdict.NotKnown, NotKnown)];

    /// <summary>The situations with one verdict.</summary>
    public Diagram Of(Verdict verdict) => All.First(r => r.Verdict == verdict).Set;

    /// <summary>The regions of a demand.</summary>
    public static Regions Of(LawDiagrams diagrams, CompiledLaw law, Demand demand) =>
        Of(diagrams, law.FactsOnly(demand.Premise), law.Holds(demand.Expected));

    /// <summary>Point 6 of the meaning: over all readings, then over all that the unread text may say.</summary>
    /// <param name="premise">Of which situations the question speaks; it rests on facts only.</param>
    public static Regions Of(LawDiagrams diagrams, Formula premise, Formula wanted)
    {
        var manager = diagrams.Manager;
        var asked = manager.And(diagrams.Possible, diagrams.Of(premise));
        var met = diagrams.Of(wanted, readingsAtBest: false, unreadAtBest: false);
        var underSome = diagrams.Of(wanted, readingsAtBest: true, unreadAtBest: false);
        var underAllAtBest = diagrams.Of(wanted, readingsAtBest: false, unreadAtBest: true);
        // Whatever the unread text says: it holds under some reading, and fails under some.
        var arguable = manager.Difference(underSome, underAllAtBest);
        var notMet = manager.Not(diagrams.Of(wanted, readingsAtBest: true, unreadAtBest: true));
        var known = manager.Or(met, manager.Or(arguable, notMet));
        return new Regions(asked, manager.And(asked, met), manager.And(asked, arguable), manager.And(asked, notMet), manager.Difference(asked, known));
    }
}
