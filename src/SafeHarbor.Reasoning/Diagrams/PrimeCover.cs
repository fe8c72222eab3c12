using System.Collections.Immutable;

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
    public const int Budget = 10_000;

    /// <param name="onSet">What must be covered; within <paramref name="upper"/>.</param>
    /// <param name="upper">What a term may reach into.</param>
    /// <param name="importance">For each variable how much a reader cares about it; less important ones are freed first.</param>
    /// <param name="budget">How many questions to the diagrams the search for fewer terms may cost; 0 for none.</param>
    /// <param name="former">A cover of a similar set over the same variables, as before an edit of the law: what of it still holds is not looked for again. The terms may then be others than without it.</param>
    public static Cover Compute(DiagramManager manager, Diagram onSet, Diagram upper, IReadOnlyList<int> importance, int budget = Budget, Cover? former = null)
    {
        var orders = Orders(manager, importance);
        if (budget == 0)
            orders = orders[..1];
        var oracle = new BoxOracle(manager, upper);
        var terms = former is null ? [] : StillWithin(manager, former, oracle, orders[0]);
        var rest = terms.Aggregate(onSet, (left, term) => manager.Difference(left, manager.Product(term.Values.AsSpan())));
        while (rest != Diagram.False)
        {
            var start = Start(manager, rest);
            Term? best = null;
            var most = -1.0;
            foreach (var order in orders)
            {
                var term = Expand(manager, [.. start.Select(v => 1UL << v)], oracle, order);
                if (term.Equals(best))
                    continue;
                var share = manager.ShareWithin(rest, term.Values.AsSpan());
                if (share > most * (1 + Rounding))
                    (best, most) = (term, share);
            }
            terms.Add(best!);
            rest = manager.Difference(rest, manager.Product(best!.Values.AsSpan()));
        }
        terms = WithoutRedundant(manager, onSet, terms);
        var apart = Apart(manager, onSet, oracle, terms);
        var lowerBound = Math.Max(apart.Count, terms.Count == 0 ? 0 : 1);
        if (lowerBound < terms.Count)
        {
            var before = former?.Situations.Where(s => manager.Evaluate(onSet, s)).ToList() ?? [];
            (terms, lowerBound, apart) = new MinimumCover(manager, onSet, oracle, orders, budget).Improve(terms, lowerBound, apart, before);
        }
        var covered = terms.Select(t => new CoveredTerm(t, manager.ShareWithin(onSet, t.Values.AsSpan())))
            .OrderByDescending(t => t.Share).ToImmutableArray();
        return new Cover(covered, lowerBound) { Situations = [.. apart] };
    }

    /// <summary>Two shares nearer to each other than this count as the same.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Widens a box within <paramref name="upper"/> to a prime term of it: whole variables first, then single values.</summary>
    /// <param name="box">One set of values for each variable.</param>
    public static Term Expand(DiagramManager manager, ReadOnlySpan<ulong> box, Diagram upper, IReadOnlyList<int> order) =>
        Expand(manager, box, new BoxOracle(manager, upper), order);

    internal static Term Expand(DiagramManager manager, ReadOnlySpan<ulong> box, BoxOracle upper, IReadOnlyList<int> order)
    {
        var values = box.ToArray();
        for (var variable = 0; variable < values.Length; variable++)
        {
            if (!upper.Matters[variable])
                values[variable] = manager.AllValues(variable);
        }
        foreach (var variable in order)
            Widen(variable, manager.AllValues(variable));
        foreach (var variable in order)
        {
            for (var rest = manager.AllValues(variable) & ~values[variable]; rest != 0; rest &= rest - 1)
                Widen(variable, values[variable] | rest & ~(rest - 1));
        }
        return new Term([.. values]);

        // The box lies within already: only what is new needs to be asked for.
        void Widen(int variable, ulong to)
        {
            var before = values[variable];
            if (before == to)
                return;
            values[variable] = to & ~before;
            values[variable] = upper.Holds(values) ? to : before;
        }
    }

    /// <summary>Those terms of a former cover that lie within the upper set, widened anew.</summary>
    private static List<Term> StillWithin(DiagramManager manager, Cover former, BoxOracle upper, IReadOnlyList<int> order) =>
        [.. former.Terms.Select(t => t.Term).Where(t => upper.Holds(t.Values.AsSpan())).Select(t => Expand(manager, t.Values.AsSpan(), upper, order)).Distinct()];

    private static List<int[]> Orders(DiagramManager manager, IReadOnlyList<int> importance)
    {
        var byImportance = Enumerable.Range(0, manager.VariableCount).OrderBy(v => importance[v]).ThenByDescending(v => v).ToArray();
        var byLevel = Enumerable.Range(0, manager.VariableCount).OrderByDescending(manager.LevelOf).ToArray();
        return [byImportance, byLevel, [.. byLevel.Reverse()]];
    }

    /// <summary>A situation in the part of the set where most of it lies.</summary>
    private static int[] Start(DiagramManager manager, Diagram set) => manager.FindInLargestPart(set);

    internal static List<Term> WithoutRedundant(DiagramManager manager, Diagram onSet, List<Term> terms)
    {
        var products = terms.Select(t => manager.RestrictTo(onSet, t.Values.AsSpan())).ToList();
        int[] tried = [.. Enumerable.Range(0, terms.Count).OrderBy(i => manager.ShareWithin(onSet, terms[i].Values.AsSpan())).ThenByDescending(i => i)];
        // What the terms still to be tried cover, from each place on.
        var later = new Diagram[tried.Length + 1];
        for (var i = tried.Length - 1; i >= 0; i--)
            later[i] = manager.Or(later[i + 1], products[tried[i]]);
        var (kept, covered) = (new List<int>(), Diagram.False);
        for (var i = 0; i < tried.Length; i++)
        {
            if (manager.IsSubset(products[tried[i]], manager.Or(covered, later[i + 1])))
                continue;
            kept.Add(tried[i]);
            covered = manager.Or(covered, products[tried[i]]);
        }
        return [.. kept.Order().Select(i => terms[i])];
    }

    /// <summary>Situations of which no two fit into one term within <paramref name="upper"/>: no cover has fewer terms.</summary>
    private static List<int[]> Apart(DiagramManager manager, Diagram onSet, BoxOracle upper, List<Term> terms)
    {
        var chosen = new List<int[]>();
        var (once, twice) = (Diagram.False, Diagram.False);
        var products = terms.Select(t => manager.RestrictTo(onSet, t.Values.AsSpan())).ToList();
        foreach (var product in products)
        {
            twice = manager.Or(twice, manager.And(once, product));
            once = manager.Or(once, product);
        }
        foreach (var product in products)
        {
            var own = manager.Difference(product, twice);
            // Several tries: any situation that only this term covers may serve.
            for (var attempt = 0; attempt < 6 && own != Diagram.False; attempt++)
            {
                var situation = attempt == 0 ? manager.FindInLargestPart(own) : manager.FindOne(own)!;
                if (chosen.TrueForAll(c => !FitTogether(c, situation, upper)))
                {
                    chosen.Add(situation);
                    break;
                }
                own = manager.Difference(own, manager.Product([.. situation.Select(v => 1UL << v)]));
            }
        }
        return chosen;
    }

    private static bool FitTogether(int[] a, int[] b, BoxOracle upper)
    {
        Span<ulong> box = stackalloc ulong[a.Length];
        for (var variable = 0; variable < a.Length; variable++)
            box[variable] = 1UL << a[variable] | 1UL << b[variable];
        return upper.Holds(box);
    }
}
