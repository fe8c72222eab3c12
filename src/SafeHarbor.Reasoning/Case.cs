using System.Collections.Immutable;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning;

/// <summary>A situation in which some facts may be unknown: for each fact of the vocabulary the values it may have.</summary>
public sealed class Case
{
    private readonly ulong[] _possible;

    private Case(Vocabulary vocabulary, ulong[] possible)
    {
        Vocabulary = vocabulary;
        _possible = possible;
    }

    public Vocabulary Vocabulary { get; }

    public ReadOnlySpan<ulong> Possible => _possible;

    /// <summary>A case with the facts given; every other fact is unknown.</summary>
    public static Case Of(Vocabulary vocabulary, IEnumerable<(Fact Fact, ValueSet Values)> given)
    {
        var possible = vocabulary.Facts.Select(f => f.AllValues.Bits).ToArray();
        foreach (var (fact, values) in given)
            possible[fact.Index] &= values.Bits;
        return new Case(vocabulary, possible);
    }

    /// <summary>A case in which every fact is known.</summary>
    public static Case OfSituation(Vocabulary vocabulary, IReadOnlyList<int> situation) =>
        new(vocabulary, [.. situation.Select(v => 1UL << v)]);

    public ValueSet this[Fact fact] => new(_possible[fact.Index]);

    public bool IsKnown(Fact fact) => this[fact].Count == 1;

    /// <summary>The same case with one fact narrowed or changed.</summary>
    public Case With(Fact fact, ValueSet values)
    {
        var possible = (ulong[])_possible.Clone();
        possible[fact.Index] = values.Bits;
        return new Case(Vocabulary, possible);
    }

    /// <summary>The facts that are known at all, with the values they may have.</summary>
    public IEnumerable<(Fact Fact, ValueSet Values)> Given =>
        Vocabulary.Facts.Where(f => this[f] != f.AllValues).Select(f => (f, this[f]));

    public ImmutableArray<ValueSet> ToValueSets() => [.. _possible.Select(b => new ValueSet(b))];
}
