using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>Edits that close a gap and open none, proved on the law as it would then read.</summary>
/// <param name="Edits">The edits; without any one of them the gap is not closed.</param>
/// <param name="After">The law with the edits made.</param>
public sealed record ReformProposal(ImmutableArray<Edit> Edits, ApplicableLaw After)
{
    public int Cost => Edits.Sum(e => e.Cost);
}

/// <summary>What a search for reforms found.</summary>
/// <param name="Demands">The demands whose gaps were to be closed.</param>
/// <param name="Proposals">Reforms, the cheapest first. Empty where none was found.</param>
/// <param name="IsCheapestProved">Whether no set of the edits tried costs less than the first; with no proposal, whether none closes the gap at all.</param>
/// <param name="Edits">The edits that were weighed against one another.</param>
/// <param name="Steps">How many sets of edits were tried.</param>
/// <param name="Unclosable">Where no edit helps: one situation, with the demand; null otherwise.</param>
public sealed record ReformResult(
    ImmutableArray<Demand> Demands, ImmutableArray<ReformProposal> Proposals, bool IsCheapestProved, ImmutableArray<Edit> Edits, int Steps, (Demand Demand, Case Situation)? Unclosable)
{
    /// <summary>Whether the reforms also reach situations of which no demand speaks, because none that keeps within them was found.</summary>
    public bool ReachesFurther { get; init; }

    /// <summary>Whether it is proved that no set of edits of the stated list closes it, so that a section had to be written from the demand.</summary>
    public bool NoneFromTheList { get; init; }
}
