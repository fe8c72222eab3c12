using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Reasoning.EveryCase.Checks;
using SafeHarbor.Reasoning.Model;

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
    /// <param name="without">The law without the bills.</param>
    /// <param name="with">The same law with them, in their order.</param>
    public static BillEffect Of(ApplicableLaw without, ApplicableLaw with)
    {
        var before = DeepChecker.Check(new CompiledLaw(without));
        var after = DeepChecker.Check(new CompiledLaw(with));
        var conflictsBefore = before.Where(f => f.Kind == DiagnosticKinds.Conflict).Select(f => f.Text).ToHashSet();
        var idleBefore = before.Where(IsIdle).Select(f => f.Rule!.Rule).ToHashSet();
        return new BillEffect(
            [.. after.Where(f => f.Kind == DiagnosticKinds.Conflict && !conflictsBefore.Contains(f.Text))],
            [.. after.Where(f => IsIdle(f) && !idleBefore.Contains(f.Rule!.Rule))],
            [.. OrdersThatMatter(with)]);
    }

    private static bool IsIdle(DeepFinding finding) =>
        finding.Kind == DiagnosticKinds.NeverDecisive || finding.Kind == DiagnosticKinds.DeadRule || finding.Kind == DiagnosticKinds.AlwaysDefeated;

    private static IEnumerable<OrderOfBills> OrdersThatMatter(ApplicableLaw with)
    {
        for (var i = 0; i < with.Bills.Length; i++)
        {
            for (var j = i + 1; j < with.Bills.Length; j++)
            {
                var titles = with.Bills.Select(b => b.Title).ToArray();
                (titles[i], titles[j]) = (titles[j], titles[i]);
                var exchanged = ApplicableLaw.Of(with.Library, new LawQuestion(with.Jurisdiction.Id, with.On, [.. titles]));
                var comparer = new Comparer(with, exchanged);
                var differences = with.Library.Demands.Select(comparer.Compare).Where(d => !d.Parts.IsEmpty).ToImmutableArray();
                if (!differences.IsEmpty)
                    yield return new OrderOfBills(with.Bills[i].Title, with.Bills[j].Title, differences);
            }
        }
    }
}
