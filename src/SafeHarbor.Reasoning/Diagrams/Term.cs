using System.Collections.Immutable;

namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>A product of value sets: one set for each variable; all values where the variable is free.</summary>
public sealed class Term(ImmutableArray<ulong> values) : IEquatable<Term>
{
    public ImmutableArray<ulong> Values { get; } = values;

    public bool Contains(ReadOnlySpan<int> situation)
    {
        for (var variable = 0; variable < Values.Length; variable++)
        {
            if ((Values[variable] >> situation[variable] & 1) == 0)
                return false;
        }
        return true;
    }

    public bool Equals(Term? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => Values.Aggregate(17, (hash, set) => hash * 31 + set.GetHashCode());
}

/// <summary>Prime terms that together equal a set of situations, none of them redundant.</summary>
/// <param name="Terms">Those that stand for most situations first.</param>
/// <param name="LowerBound">No cover has fewer terms than this.</param>
public sealed record Cover(ImmutableArray<CoveredTerm> Terms, int LowerBound)
{
    /// <summary>Situations by which the bound was found, the index of its value for each variable: a search for a similar cover begins with them.</summary>
    internal ImmutableArray<int[]> Situations { get; init; } = [];

    /// <summary>Whether it is proved that no cover has fewer terms.</summary>
    public bool IsProvedMinimal => Terms.Length == LowerBound;
}

/// <summary>A term of a cover.</summary>
/// <param name="Share">The share of all assignments that lie within it and the set covered; rounded.</param>
public sealed record CoveredTerm(Term Term, double Share);
