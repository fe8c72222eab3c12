using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Workbench.Answers;

/// <summary>What a bill would change, or changed.</summary>
public sealed record BillAnswer(Bill Bill, BillSides Sides, ImmutableArray<DemandDifference> Differences, BillEffect Effect)
{
    public static BillAnswer Of(LawDesk desk, Jurisdiction jurisdiction, Bill bill)
    {
        var sides = BillSides.Of(desk.Library, jurisdiction, bill, desk.Today);
        var comparer = new Comparer(sides.Without, sides.With);
        return new BillAnswer(bill, sides, [.. desk.Demands.Select(comparer.Compare).Where(d => !d.Parts.IsEmpty)], BillEffect.Of(sides.Without, sides.With));
    }
}
