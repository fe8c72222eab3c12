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
internal sealed class MinimumCover(DiagramManager manager, Diagram onSet, BoxOracle upper, IReadOnlyList<int[]> orders, int budget)
{
    private readonly List<ulong[]> _points = [];
    private readonly List<ulong[]> _groups = [];

    /// <summary>For each group and each situation whether it fits in; null where it was not asked since the group grew.</summary>
    private readonly List<bool?[]> _fits = [];

    /// <summary>For each two situations, the later one first, whether they fit together.</summary>
    private readonly List<bool[]> _together = [];
    private int[] _groupOf = [];
    private readonly Dictionary<Term, List<Term>> _primes = [];
    private int[] _bestGroupOf = [];
    private int _best;
    private int _steps;

    private bool IsSpent => _steps > budget;

    /// <summary>The terms of a cover no larger than the one given, a number of terms that no cover can go below, and the situations that show it.</summary>
    /// <param name="former">Situations that showed it for a similar set.</param>
    public (List<Term> Terms, int LowerBound, List<int[]> Situations) Improve(List<Term> terms, int lowerBound, IReadOnlyCollection<int[]> situations, IReadOnlyCollection<int[]> former)
    {
        foreach (var situation in former.Concat(situations))
            AddUnlessThere([.. situation.Select(v => 1UL << v)]);
        // They were paid for when they were found.
        if (former.Count > 0)
            _steps = 0;
        (terms, lowerBound) = Improve(terms, lowerBound);
        return (terms, lowerBound, [.. _points.Select(p => p.Select(System.Numerics.BitOperations.TrailingZeroCount).ToArray())]);
    }

    private (List<Term> Terms, int LowerBound) Improve(List<Term> terms, int lowerBound)
    {
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
            // Situations in several places that were left out, so that fewer rounds are needed; with terms for them the groups are a cover too.
            while (leftOut != Diagram.False)
            {
                ulong[] situation = [.. manager.FindInLargestPart(leftOut).Select(v => 1UL << v)];
                Add(situation);
                candidate.Add(Primes(situation).MaxBy(t => manager.ShareWithin(leftOut, t.Values.AsSpan()))!);
                leftOut = manager.Difference(leftOut, manager.Product(candidate[^1].Values.AsSpan()));
            }
            candidate = PrimeCover.WithoutRedundant(manager, onSet, candidate);
            if (candidate.Count < terms.Count)
                terms = candidate;
        }
        return (terms, lowerBound);
    }

    private void AddUnlessThere(ulong[] point)
    {
        if (!_points.Exists(p => p.AsSpan().SequenceEqual(point)))
            Add(point);
    }

    private void Add(ulong[] point)
    {
        _together.Add([.. _points.Select(other => Fits(other, point)), true]);
        _points.Add(point);
    }

    /// <summary>The fewest groups for the situations listed; null when that takes as many as <paramref name="limit"/>.</summary>
    private List<ulong[]>? FewestGroups(int limit)
    {
        _best = limit;
        _bestGroupOf = [];
        _groupOf = [.. Enumerable.Repeat(-1, _points.Count)];
        _groups.Clear();
        _fits.Clear();
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
            var (before, fitsBefore) = (_groups[group], _fits[group]);
            var joined = new ulong[before.Length];
            Join(before, _points[point], joined);
            (_groups[group], _groupOf[point]) = (joined, group);
            _fits[group] = AfterJoining(fitsBefore, point);
            Assign(left - 1);
            (_groups[group], _fits[group], _groupOf[point]) = (before, fitsBefore, -1);
        }
        if (_groups.Count + 1 < _best)
        {
            _groupOf[point] = _groups.Count;
            _groups.Add(_points[point]);
            _fits.Add([.. Enumerable.Range(0, _points.Count).Select(p => (bool?)AreTogether(p, point))]);
            Assign(left - 1);
            _groups.RemoveAt(_groups.Count - 1);
            _fits.RemoveAt(_fits.Count - 1);
            _groupOf[point] = -1;
        }
    }

    /// <summary>What does not fit into a group, or not together with the situation that joins it, never will; what did is to be asked anew.</summary>
    private bool?[] AfterJoining(bool?[] before, int point)
    {
        var after = new bool?[before.Length];
        for (var other = 0; other < after.Length; other++)
            after[other] = before[other] == false || !AreTogether(other, point) ? false : null;
        return after;
    }

    private bool AreTogether(int a, int b) => a > b ? _together[a][b] : _together[b][a];

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
                if (_fits[group][point] ??= Fits(_groups[group], _points[point]))
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
        return upper.Holds(box);
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
            var term = Primes(group).MaxBy(t => manager.ShareWithin(rest, t.Values.AsSpan()))!;
            terms.Add(term);
            rest = manager.Difference(rest, manager.Product(term.Values.AsSpan()));
        }
        return (terms, rest);
    }

    /// <summary>The prime terms that a group can be widened to, one for each order at most.</summary>
    private List<Term> Primes(ulong[] group)
    {
        var box = new Term([.. group]);
        if (!_primes.TryGetValue(box, out var primes))
            _primes[box] = primes = [.. orders.Select(order => PrimeCover.Expand(manager, group, upper, order)).Distinct()];
        return primes;
    }
}
