using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase.Checks;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>Two bills whose order changes the outcome for some child: each is laid over what the other leaves.</summary>
/// <param name="Differences">First the outcome in the order given, then with the two exchanged.</param>
public sealed record OrderOfBills(string First, string Second, ImmutableArray<DemandDifference> Differences);

/// <summary>What bills do to a law besides the outcome for children.</summary>
/// <param name="NewConflicts">Contradictions that the law did not have without them.</param>
/// <param name="BecomeIdle">Rules that no longer decide anything, or never fire, and did before; and rules of the bills that never do.</param>
/// <param name="Orders">Pairs of bills whose order matters.</param>
public sealed record BillEffect(ImmutableArray<DeepFinding> NewConflicts, ImmutableArray<DeepFinding> BecomeIdle, ImmutableArray<OrderOfBills> Orders)
{
    /// <summary>The law with the bills as it was looked at: what the findings speak of are formulas of it.</summary>
    public required CompiledLaw With { get; init; }

    /// <param name="without">The law without the bills.</param>
    /// <param name="with">The same law with them, in their order.</param>
    public static BillEffect Of(ApplicableLaw without, ApplicableLaw with)
    {
        var before = DeepChecker.Check(new CompiledLaw(without));
        var compiled = new CompiledLaw(with);
        var after = DeepChecker.Check(compiled);
        var idleBefore = before.Where(IsIdle).Select(f => f.Rule!.Rule).ToHashSet();
        var wider = WiderContradictions(without, with);
        return new BillEffect(
            [.. after.Where(f => f.Kind == DiagnosticKinds.Conflict && wider.ContainsKey(f.Text)).Select(f => f with { Witness = wider[f.Text] })],
            [.. after.Where(f => IsIdle(f) && !idleBefore.Contains(f.Rule!.Rule))],
            [.. OrdersThatMatter(with)])
        { With = compiled };
    }

    /// <summary>The contradictions that arise with the bills in some situation in which they did not without, each with such a situation.</summary>
    private static Dictionary<string, Case> WiderContradictions(ApplicableLaw without, ApplicableLaw with)
    {
        var first = new CompiledLaw(without);
        var second = first.Beside(with);
        var pairs = second.Contradictions.Select(c => (Text: c.Key, After: c.Value, Before: first.Contradictions.GetValueOrDefault(c.Key, Formula.False))).ToList();
        var diagrams = new LawDiagrams(second);
        var manager = diagrams.Manager;
        var open = diagrams.ReadingVariables.Union(diagrams.UnreadVariables).ToHashSet();
        var terms = new TermWriter(diagrams, with.Vocabulary);
        var wider = new Dictionary<string, Case>();
        foreach (var (text, after, before) in pairs)
        {
            Diagram Where(Formula conflict) => manager.Exists(manager.And(diagrams.Possible, diagrams.Of(conflict)), open);
            var gained = manager.Difference(Where(after), Where(before));
            if (gained != Diagram.False)
                wider[text] = terms.Example(gained);
        }
        return wider;
    }

    private static bool IsIdle(DeepFinding finding) =>
        finding.Kind == DiagnosticKinds.NeverDecisive || finding.Kind == DiagnosticKinds.DeadRule || finding.Kind == DiagnosticKinds.AlwaysDefeated;

    private static IEnumerable<OrderOfBills> OrdersThatMatter(ApplicableLaw with)
    {
        for (var i = 0; i < with.Bills.Length; i++)
        {
            for (var j = i + 1; j < with.Bills.Length; j++)
            {
                // The two by themselves: where others stand between, exchanging them would tell of those.
                string one = with.Bills[i].Title, other = with.Bills[j].Title;
                var question = new LawQuestion(with.Jurisdiction.Id, with.On);
                var comparer = new Comparer(ApplicableLaw.Of(with.Library, question with { Bills = [one, other] }), ApplicableLaw.Of(with.Library, question with { Bills = [other, one] }));
                var differences = with.Library.Demands.Select(comparer.Compare).Where(d => !d.Parts.IsEmpty).ToImmutableArray();
                if (!differences.IsEmpty)
                    yield return new OrderOfBills(with.Bills[i].Title, with.Bills[j].Title, differences);
            }
        }
    }
}
