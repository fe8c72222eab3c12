namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>
/// Looks for a cover with fewer terms, and for a proof that there is none. A growing list of situations is divided into
/// the fewest groups that each fit into one term. No cover can have fewer terms than that; and where the groups, widened
/// to prime terms, cover everything, they are a smallest cover. Where they leave something out, it joins the list.
/// </summary>
/// <remarks>
/// The idea of implicit hitting sets (Moreno-Centeno and Karp, "The implicit hitting set approach", 2013) on Quine's covering
/// problem. Situations fit into one term exactly when the smallest box around them lies within the upper set.
/// Exponential at worst in the number of terms: a budget bounds it, and what it cannot prove stays a bound.
/// </remarks>
internal sealed class MinimumCover(DiagramManager manager, Diagram onSet, Diagram upper, IReadOnlyList<int[]> orders, int budget)
{
    private readonly List<ulong[]> _points = [];
    private readonly List<ulong[]> _groups = [];
    private int[] _groupOf = [];
    private int[] _bestGroupOf = [];
    private int _best;
    private int _steps;

    private bool IsSpent => _steps > budget;

    /// <summary>The terms of a cover no larger than the one given, and a number of terms that no cover can go below.</summary>
    public (List<Term> Terms, int LowerBound) Improve(List<Term> terms, int lowerBound, IEnumerable<int[]> situations)
    {
        foreach (var situation in situations)
            _points.Add([.. situation.Select(v => 1UL << v)]);
        while (terms.Count > lowerBound && !IsSpent)
        {
            var groups = FewestGroups(terms.Count);
            if (IsSpent)
                break;
            if (groups is null)
                return (terms, terms.Count);
            lowerBound = Math.Max(lowerBound, groups.Count);
            var (candidate, leftOut) = Widen(groups);
            if (leftOut == Diagram.False)
                return (candidate, candidate.Count);
            _points.Add([.. manager.FindInLargestPart(leftOut).Select(v => 1UL << v)]);
        }
        return (terms, lowerBound);
    }

    /// <summary>The fewest groups for the situations listed; null when that takes as many as <paramref name="limit"/>.</summary>
    private List<ulong[]>? FewestGroups(int limit)
    {
        _best = limit;
        _bestGroupOf = [];
        _groupOf = [.. Enumerable.Repeat(-1, _points.Count)];
        _groups.Clear();
        Assign(_points.Count);
        if (_bestGroupOf.Length == 0)
            return null;
        var boxes = Enumerable.Range(0, _best).Select(_ => new ulong[manager.VariableCount]).ToList();
        for (var point = 0; point < _points.Count; point++)
            Join(boxes[_bestGroupOf[point]], _points[point], boxes[_bestGroupOf[point]]);
        return boxes;
    }

    /// <summary>Puts the situation with the fewest choices into each group it fits, then into one of its own.</summary>
    private void Assign(int left)
    {
        if (_groups.Count >= _best || IsSpent)
            return;
        if (left == 0)
        {
            (_best, _bestGroupOf) = (_groups.Count, [.. _groupOf]);
            return;
        }
        var (point, fitting) = MostConstrained();
        foreach (var group in fitting)
        {
            var before = _groups[group];
            var joined = new ulong[before.Length];
            Join(before, _points[point], joined);
            (_groups[group], _groupOf[point]) = (joined, group);
            Assign(left - 1);
            (_groups[group], _groupOf[point]) = (before, -1);
        }
        if (_groups.Count + 1 < _best)
        {
            _groupOf[point] = _groups.Count;
            _groups.Add(_points[point]);
            Assign(left - 1);
            _groups.RemoveAt(_groups.Count - 1);
            _groupOf[point] = -1;
        }
    }

    private (int Point, List<int> Fitting) MostConstrained()
    {
        var (chosen, fewest) = (-1, new List<int>());
        for (var point = 0; point < _points.Count; point++)
        {
            if (_groupOf[point] >= 0)
                continue;
            var fitting = new List<int>();
            for (var group = 0; group < _groups.Count; group++)
            {
                if (Fits(_groups[group], _points[point]))
                    fitting.Add(group);
            }
            if (chosen < 0 || fitting.Count < fewest.Count)
                (chosen, fewest) = (point, fitting);
            if (fewest.Count == 0)
                break;
        }
        return (chosen, fewest);
    }

    private bool Fits(ulong[] group, ulong[] point)
    {
        _steps++;
        Span<ulong> box = stackalloc ulong[group.Length];
        Join(group, point, box);
        return manager.IsTrueOver(upper, box);
    }

    private static void Join(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> into)
    {
        for (var variable = 0; variable < into.Length; variable++)
            into[variable] = a[variable] | b[variable];
    }

    /// <summary>Widens each group to the prime term that covers most of what is left, and says what stays uncovered.</summary>
    private (List<Term> Terms, Diagram LeftOut) Widen(List<ulong[]> groups)
    {
        var terms = new List<Term>();
        var rest = onSet;
        foreach (var group in groups)
        {
            var term = orders.Select(order => PrimeCover.Expand(manager, group, upper, order))
                .MaxBy(t => manager.Count(manager.RestrictTo(rest, t.Values.AsSpan())))!;
            terms.Add(term);
            rest = manager.Difference(rest, manager.Product(term.Values.AsSpan()));
        }
        return (terms, rest);
    }
}
