using System.Collections.Immutable;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.ManyCases.Synthetic;

/// <summary>How often each value of a fact is drawn.</summary>
/// <param name="Weights">One for each value of the fact, none below zero, not all zero.</param>
/// <param name="Basis">Where it comes from: the source cited, or null where it is plainly made up.</param>
public sealed record Distribution(Fact Fact, ImmutableArray<double> Weights, string? Basis)
{
    /// <summary>Every value as often as any other: plainly made up.</summary>
    public static Distribution Even(Fact fact) => new(fact, [.. fact.Values.Select(_ => 1.0)], null);

    public int Draw(Random random)
    {
        var place = random.NextDouble() * Weights.Sum();
        for (var v = 0; v < Weights.Length - 1; v++)
        {
            place -= Weights[v];
            if (place < 0 && Weights[v] > 0)
                return v;
        }
        return Weights.Length - 1 - Enumerable.Reverse(Weights).TakeWhile(w => w == 0).Count();
    }
}
