using System.Numerics;

namespace SafeHarbor.Law;

/// <summary>A set of values of one fact, by their zero-based indexes; at most 64 values.</summary>
public readonly record struct ValueSet(ulong Bits)
{
    public static readonly ValueSet Empty;

    public int Count => BitOperations.PopCount(Bits);

    public bool IsEmpty => Bits == 0;

    /// <summary>The lowest index in the set; 64 when it is empty.</summary>
    public int First => BitOperations.TrailingZeroCount(Bits);

    public static ValueSet Of(int value) => new(1UL << value);

    /// <summary>Every value below <paramref name="count"/>.</summary>
    public static ValueSet All(int count) => new(count == 64 ? ulong.MaxValue : (1UL << count) - 1);

    public bool Contains(int value) => (Bits >> value & 1) != 0;

    public bool IsSubsetOf(ValueSet other) => (Bits & ~other.Bits) == 0;

    public static ValueSet operator &(ValueSet a, ValueSet b) => new(a.Bits & b.Bits);

    public static ValueSet operator |(ValueSet a, ValueSet b) => new(a.Bits | b.Bits);

    /// <summary>What is in the first and not in the second.</summary>
    public static ValueSet operator -(ValueSet a, ValueSet b) => new(a.Bits & ~b.Bits);

    public IEnumerable<int> Values()
    {
        for (var rest = Bits; rest != 0; rest &= rest - 1)
            yield return BitOperations.TrailingZeroCount(rest);
    }
}
