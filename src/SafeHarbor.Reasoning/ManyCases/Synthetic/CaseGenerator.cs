using System.Collections.Immutable;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.ManyCases.Synthetic;

/// <summary>Draws made-up cases, each of which can be: facts are drawn one by one, and all again where they cannot go together.</summary>
/// <remarks>The same seed draws the same cases. Not safe for several threads.</remarks>
public sealed class CaseGenerator
{
    private const int MostTries = 1_000_000;

    private readonly Vocabulary _vocabulary;
    private readonly ImmutableArray<Distribution> _distributions;
    private readonly double _unknown;
    private readonly double _several;
    private readonly Random _random;

    /// <param name="distributions">For some facts how they are drawn; every value of the others is drawn as often as any other.</param>
    /// <param name="unknown">The share of cells that are left unknown; from 0 to 1.</param>
    /// <param name="several">The share of the other cells that allow a second value as well; from 0 to 1.</param>
    public CaseGenerator(Vocabulary vocabulary, IEnumerable<Distribution> distributions, double unknown, double several, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unknown, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(several);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(several, 1);
        var given = distributions.ToDictionary(d => d.Fact.Index);
        _vocabulary = vocabulary;
        _distributions = [.. vocabulary.Facts.Select(f => given.GetValueOrDefault(f.Index) ?? Distribution.Even(f))];
        (_unknown, _several, _random) = (unknown, several, new Random(seed));
    }

    /// <summary>The distributions in use, one for each fact.</summary>
    public ImmutableArray<Distribution> Distributions => _distributions;

    /// <summary>Draws the next case.</summary>
    /// <param name="cells">Filled with the values that each fact may have, by fact.</param>
    /// <exception cref="InvalidOperationException">The distributions leave next to no case that can be.</exception>
    public void Next(Span<ValueSet> cells)
    {
        var tries = 0;
        do
        {
            if (tries++ == MostTries)
                throw new InvalidOperationException("the distributions leave next to no case that can be");
            for (var f = 0; f < cells.Length; f++)
                cells[f] = ValueSet.Of(_distributions[f].Draw(_random));
        }
        while (!CanBe(cells));
        // What is left unknown is left so after the drawing: the true child behind the row is one that can be.
        for (var f = 0; f < cells.Length; f++)
        {
            if (_random.NextDouble() < _unknown)
                cells[f] = _vocabulary.Facts[f].AllValues;
            else if (_several > 0 && _random.NextDouble() < _several)
                cells[f] |= ValueSet.Of(_random.Next(_vocabulary.Facts[f].Values.Length));
        }
    }

    private bool CanBe(ReadOnlySpan<ValueSet> situation)
    {
        foreach (var never in _vocabulary.Never)
        {
            if (Holds(never, situation))
                return false;
        }
        return true;
    }

    private static bool Holds(Condition condition, ReadOnlySpan<ValueSet> situation)
    {
        switch (condition)
        {
            case Condition.Always:
                return true;
            case Condition.FactIn fact:
                return situation[fact.Fact.Index].IsSubsetOf(fact.Values);
            case Condition.Not not:
                return !Holds(not.Part, situation);
            case Condition.All all:
                foreach (var part in all.Parts)
                {
                    if (!Holds(part, situation))
                        return false;
                }
                return true;
            case Condition.Any any:
                foreach (var part in any.Parts)
                {
                    if (Holds(part, situation))
                        return true;
                }
                return false;
            default:
                throw new System.Diagnostics.UnreachableException(condition.GetType().Name);
        }
    }
}
