using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>An answer to one question about a case, and why.</summary>
/// <param name="Settling">Where the answer depends on facts: the smallest sets of facts that would settle it, whatever they turn out to be.</param>
/// <param name="NearMisses">Single facts whose change would change the answer.</param>
public sealed record CaseAnswer(
    Expectation Question, Verdict Verdict, Explanation Explanation, ImmutableArray<ImmutableArray<Fact>> Settling, ImmutableArray<NearMiss> NearMisses);

/// <summary>The answer to a demand.</summary>
public sealed record DemandAnswer(Demand Demand, CaseAnswer Answer);

/// <summary>A duty that is owed: by whom, what, how soon.</summary>
/// <param name="Deadline">The earliest that applies; null where the law states none.</param>
/// <param name="Rules">The rules that impose it.</param>
public sealed record Duty(Party Party, Act Act, Deadline? Deadline, Verdict Verdict, ImmutableArray<ApplicableRule> Rules, CaseAnswer Answer)
{
    /// <summary>An earlier time that may bind too: whether it does turns on what is open; null where none may.</summary>
    public Deadline? PerhapsSooner { get; init; }
}

/// <summary>What nobody, or one party, may do.</summary>
public sealed record Bar(Party Party, Act Act, Verdict Verdict, ImmutableArray<ApplicableRule> Rules, CaseAnswer Answer);

/// <summary>What a party may do.</summary>
public sealed record Permission(Party Party, Act Act, Verdict Verdict, ImmutableArray<ApplicableRule> Rules);

/// <summary>Must against must not: reported, never resolved in silence.</summary>
public sealed record NormConflict(Party Party, Act Act, bool Certain, ImmutableArray<ApplicableRule> Rules);

/// <summary>A question worth asking next.</summary>
/// <param name="Settles">How many open answers it settles, on average over its values.</param>
public sealed record NextQuestion(Fact Fact, double Settles);

/// <summary>Everything that the law says about one child.</summary>
public sealed record CaseReport(
    ApplicableLaw Law,
    Case Case,
    ImmutableArray<DemandAnswer> Demands,
    ImmutableArray<(Status Status, CaseAnswer Answer)> Statuses,
    ImmutableArray<Duty> Duties,
    ImmutableArray<Bar> Bars,
    ImmutableArray<Permission> Permissions,
    ImmutableArray<NormConflict> Conflicts,
    ImmutableArray<NextQuestion> Questions);
