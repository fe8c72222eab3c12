using System.Collections.Immutable;
using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>One line of a gap: a kind of situation in which a child falls through.</summary>
/// <param name="Restrictions">The facts that make it that kind, with their values; all other facts may be anything that the demand speaks of.</param>
/// <param name="Situations">How many situations it stands for.</param>
/// <param name="Example">One such situation, on which the line was proved: the verdict for that one child is the verdict of this part of the gap.</param>
/// <param name="Explained">What one child's law says in the example, and why; found when it is asked for.</param>
public sealed record GapLine(
    ImmutableArray<(Fact Fact, ValueSet Values)> Restrictions, BigInteger Situations, Case Example, Lazy<CaseAnswer> Explained)
{
    public CaseAnswer Answer => Explained.Value;
}

/// <summary>The part of a demand's situations that have one verdict, as a cover.</summary>
/// <param name="LowerBound">No cover of these situations has fewer lines.</param>
public sealed record GapPart(Verdict Verdict, ImmutableArray<GapLine> Lines, BigInteger Situations, int LowerBound)
{
    public bool IsProvedMinimal => Lines.Length == LowerBound;
}

/// <summary>Where a demand is met and where it is not, over every situation that it speaks of.</summary>
/// <param name="Parts">Not met, arguably met and not known, in that order; only those that arise.</param>
/// <param name="Met">How many situations are met.</param>
/// <param name="Total">How many situations the demand speaks of.</param>
public sealed record DemandGap(Demand Demand, ImmutableArray<GapPart> Parts, BigInteger Met, BigInteger Total)
{
    /// <summary>Every verdict that arises.</summary>
    public Verdict Verdict => Parts.Aggregate(Met > 0 ? Verdict.Yes : Verdict.None, (all, part) => all | part.Verdict);
}
