using System.Collections.Immutable;

namespace SafeHarbor.Law;

/// <summary>
/// Something that holds of a situation, or does not. Of a status, both "it is so" and "it is not so" can fail to hold
/// at once: in a conflict neither is assumed.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Holds always.</summary>
    public sealed record Always : Condition;

    /// <summary>The fact has one of these values.</summary>
    public sealed record FactIn(Fact Fact, ValueSet Values) : Condition;

    /// <summary>The law gives the status.</summary>
    public sealed record HasStatus(Status Status) : Condition;

    /// <summary>The status is lacking: denied, or granted by nothing.</summary>
    public sealed record LacksStatus(Status Status) : Condition;

    /// <summary>The open question of law is answered yes.</summary>
    public sealed record UnderReading(string Reading) : Condition;

    public sealed record All(ImmutableArray<Condition> Parts) : Condition
    {
        public bool Equals(All? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Length;
    }

    public sealed record Any(ImmutableArray<Condition> Parts) : Condition
    {
        public bool Equals(Any? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Length;
    }

    /// <summary>The opposite holds. Of a status it is the lack of it, and of the lack the status.</summary>
    public sealed record Not(Condition Part) : Condition;
}
