using System.Collections.Immutable;

namespace SafeHarbor.Law;

/// <summary>What a demand asks, or a scenario expects, of the law in one situation.</summary>
public abstract record Expectation
{
    private Expectation()
    {
    }

    /// <summary>The law gives the status.</summary>
    public sealed record Has(Status Status) : Expectation
    {
        public override string ToString() => Status.Says;
    }

    /// <summary>The status is lacking.</summary>
    public sealed record Lacks(Status Status) : Expectation
    {
        public override string ToString() => Status.Denies;
    }

    /// <summary>The party must, may or must not do the act, in good time where a limit is set.</summary>
    public sealed record Norm(Party Party, Modality Modality, Act Act, TimeLimit Limit) : Expectation
    {
        public override string ToString() => $"{Party.WithArticle} {Modality.InWords()} {Act.Name}{Limit}";
    }

    /// <summary>Some party that can do the act must (or may) do it, in good time where a limit is set.</summary>
    public sealed record Someone(Modality Modality, Act Act, TimeLimit Limit) : Expectation
    {
        public override string ToString() => $"someone {Modality.InWords()} {Act.Name}{Limit}";
    }

    /// <summary>Each party that can do the act must not do it.</summary>
    public sealed record Nobody(Act Act) : Expectation
    {
        public override string ToString() => $"nobody may {Act.Name}";
    }

    /// <summary>All of these.</summary>
    public sealed record All(ImmutableArray<Expectation> Parts) : Expectation
    {
        public bool Equals(All? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Length;

        public override string ToString() => string.Join(" and ", Parts);
    }
}

/// <summary>How soon an expectation wants an act to be due.</summary>
/// <param name="Stated">Whether the law must state a time at all.</param>
/// <param name="Longest">The longest accepted; null when any stated time will do.</param>
public sealed record TimeLimit(bool Stated, Deadline? Longest)
{
    public static readonly TimeLimit None = new(false, null);

    public static readonly TimeLimit AnyStated = new(true, null);

    /// <summary>Whether a duty with this deadline (null for none) is in good time.</summary>
    public bool Accepts(Deadline? deadline)
    {
        if (!Stated)
            return true;
        if (deadline is null)
            return false;
        if (Longest is null)
            return true;
        return deadline.LongestHours <= Longest.LongestHours
            && (Longest.From is null || Longest.From.Name == deadline.From?.Name);
    }

    public override string ToString() => !Stated ? "" : Longest is null ? " with a deadline" : " " + Longest;
}
