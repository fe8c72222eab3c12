using System.Collections.Immutable;
using System.Numerics;

namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>
/// Covers a set of situations by prime terms: each lies within an upper set, none can be widened by any value, none is
/// redundant. Terms are found by widening one situation after another; a bound tells whether fewer could do.
/// </summary>
/// <remarks>
/// Expand and irredundant as in ESPRESSO-MV (Rudell and Sangiovanni-Vincentelli, "Multiple-valued minimization for PLA
/// optimization", 1987), with diagrams as the oracle. The first bound is an independent set: situations of which no two can
/// share a prime term. Where it does not reach the number of terms, <see cref="MinimumCover"/> goes on.
/// </remarks>
public static class PrimeCover
{
    /// <summary>How many questions to the diagrams a search for fewer terms may cost, unless said otherwise.</summary>
    public const int Budget = 100_000;

    /// <param name="onSet">What must be covered; within <paramref name="upper"/>.</param>
    /// <param name="upper">What a term may reach into.</param>
    /// <param name="importance">For each variable how much a reader cares about it; less important ones are freed first.</param>
    /// <param name="budget">How many questions to the diagrams the search for fewer terms may cost; 0 for none.</param>
    public static Cover Compute(DiagramManager manager, Diagram onSet, Diagram upper, IReadOnlyList<int> importance, int budget = Budget)
    {
        var orders = Orders(manager, importance);
        var terms = new List<Term>();
        var rest = onSet;
        while (rest != Diagram.False)
        {
            var start = Start(manager, rest);
            Term? best = null;
            var bestCount = BigInteger.MinusOne;
            foreach (var order in orders)
            {
                var term = Expand(manager, [.. start.Select(v => 1UL << v)], upper, order);
                var count = manager.Count(manager.RestrictTo(rest, term.Values.AsSpan()));
                if (count > bestCount)
                    (best, bestCount) = (term, count);
            }
            terms.Add(best!);
            rest = manager.Difference(rest, manager.Product(best!.Values.AsSpan()));
        }
        terms = WithoutRedundant(manager, onSet, terms);
        var apart = Apart(manager, onSet, upper, terms);
        var lowerBound = Math.Max(apart.Count, terms.Count == 0 ? 0 : 1);
        if (lowerBound < terms.Count)
            (terms, lowerBound) = new MinimumCover(manager, onSet, upper, orders, budget).Improve(terms, lowerBound, apart);
        var covered = terms.Select(t => new CoveredTerm(t, manager.Count(manager.RestrictTo(onSet, t.Values.AsSpan()))))
            .OrderByDescending(t => t.Situations).ToImmutableArray();
        return new Cover(covered, manager.Count(onSet), lowerBound);
    }

    /// <summary>Widens a box within <paramref name="upper"/> to a prime term of it: whole variables first, then single values.</summary>
    /// <param name="box">One set of values for each variable.</param>
    public static Term Expand(DiagramManager manager, ReadOnlySpan<ulong> box, Diagram upper, IReadOnlyList<int> order)
    {
        var values = box.ToArray();
        foreach (var variable in order)
        {
            var before = values[variable];
            values[variable] = manager.AllValues(variable);
            if (!manager.IsTrueOver(upper, values))
                values[variable] = before;
        }
        foreach (var variable in order)
        {
            for (var v = 0; v < manager.Arity(variable); v++)
            {
                var before = values[variable];
                values[variable] |= 1UL << v;
                if (values[variable] != before && !manager.IsTrueOver(upper, values))
                    values[variable] = before;
            }
        }
        return new Term([.. values]);
    }

    private static List<int[]> Orders(DiagramManager manager, IReadOnlyList<int> importance)
    {
        var byImportance = Enumerable.Range(0, manager.VariableCount).OrderBy(v => importance[v]).ThenByDescending(v => v).ToArray();
        var byLevel = Enumerable.Range(0, manager.VariableCount).OrderByDescending(manager.LevelOf).ToArray();
        return [byImportance, byLevel, [.. byLevel.Reverse()]];
    }

    /// <summary>A situation in the part of the set where most of it lies.</summary>
    private static int[] Start(DiagramManager manager, Diagram set) => manager.FindInLargestPart(set);

    private static List<Term> WithoutRedundant(DiagramManager manager, Diagram onSet, List<Term> terms)
    {
        var products = terms.Select(t => manager.RestrictTo(onSet, t.Values.AsSpan())).ToList();
        var kept = Enumerable.Range(0, terms.Count).ToList();
        foreach (var candidate in Enumerable.Range(0, terms.Count).OrderBy(i => manager.Count(products[i])).ThenByDescending(i => i))
        {
            var others = manager.OrAll(kept.Where(i => i != candidate).Select(i => products[i]));
            if (manager.IsSubset(products[candidate], others))
                kept.Remove(candidate);
        }
        return [.. kept.Select(i => terms[i])];
    }

    /// <summary>Situations of which no two fit into one term within <paramref name="upper"/>: no cover has fewer terms.</summary>
    private static List<int[]> Apart(DiagramManager manager, Diagram onSet, Diagram upper, List<Term> terms)
    {
        var chosen = new List<int[]>();
        foreach (var term in terms)
        {
            var own = manager.RestrictTo(onSet, term.Values.AsSpan());
            foreach (var other in terms)
            {
                if (!ReferenceEquals(other, term))
                    own = manager.Difference(own, manager.Product(other.Values.AsSpan()));
            }
            // Several tries: any situation that only this term covers may serve.
            for (var attempt = 0; attempt < 6 && own != Diagram.False; attempt++)
            {
                var situation = attempt == 0 ? manager.FindInLargestPart(own) : manager.FindOne(own)!;
                if (chosen.TrueForAll(c => !FitTogether(manager, c, situation, upper)))
                {
                    chosen.Add(situation);
                    break;
                }
                own = manager.Difference(own, manager.Product([.. situation.Select(v => 1UL << v)]));
            }
        }
        return chosen;
    }

    private static bool FitTogether(DiagramManager manager, int[] a, int[] b, Diagram upper)
    {
        Span<ulong> box = stackalloc ulong[a.Length];
        for (var variable = 0; variable < a.Length; variable++)
            box[variable] = 1UL << a[variable] | 1UL << b[variable];
        return manager.IsTrueOver(upper, box);
    }
}
