using System.Numerics;

namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    public static bool IsSatisfiable(Diagram function) => function != Diagram.False;

    public bool IsSubset(Diagram inner, Diagram outer) => And(inner, outer) == inner;

    private int[] _visited = [];
    private double[] _shares = [];
    private int _visit;

    /// <summary>Whether the function is true all over a box. Makes no nodes.</summary>
    /// <param name="values">One set for each variable, by variable; none empty.</param>
    /// <param name="wayOut">Where it is not, gets one way on which the function is false: the variables asked, deepest first, each with all its values that lead on.</param>
    /// <remarks>Time in the size of the function; nothing is allocated.</remarks>
    public bool IsTrueOver(Diagram function, ReadOnlySpan<ulong> values, List<(int Variable, ulong Values)>? wayOut = null)
    {
        BeginVisit();
        return IsTrueOver(function.Id, values, wayOut);
    }

    private bool IsTrueOver(int node, ReadOnlySpan<ulong> values, List<(int Variable, ulong Values)>? wayOut)
    {
        if (node <= 1)
            return node == 1;
        if (_visited[node] == _visit)
            return true;
        var variable = _variable[node];
        var children = Children(node);
        for (var rest = values[variable]; rest != 0; rest &= rest - 1)
        {
            var child = children[BitOperations.TrailingZeroCount(rest)];
            if (IsTrueOver(child, values, wayOut))
                continue;
            wayOut?.Add((variable, ValuesLeadingTo(child, children)));
            return false;
        }
        _visited[node] = _visit;
        return true;
    }

    /// <summary>Whether the function is true anywhere in a box. Makes no nodes.</summary>
    /// <param name="values">One set for each variable, by variable; none empty.</param>
    /// <remarks>Time in the size of the function; nothing is allocated.</remarks>
    public bool IsTrueWithin(Diagram function, ReadOnlySpan<ulong> values)
    {
        BeginVisit();
        return IsTrueWithin(function.Id, values);
    }

    private bool IsTrueWithin(int node, ReadOnlySpan<ulong> values)
    {
        if (node <= 1)
            return node == 1;
        if (_visited[node] == _visit)
            return false;
        _visited[node] = _visit;
        var children = Children(node);
        for (var rest = values[_variable[node]]; rest != 0; rest &= rest - 1)
        {
            if (IsTrueWithin(children[BitOperations.TrailingZeroCount(rest)], values))
                return true;
        }
        return false;
    }

    private static ulong ValuesLeadingTo(int child, ReadOnlySpan<int> children)
    {
        var leading = 0UL;
        for (var v = 0; v < children.Length; v++)
            leading |= (children[v] == child ? 1UL : 0UL) << v;
        return leading;
    }

    private void BeginVisit()
    {
        if (_visited.Length < _nodeCount)
            (_visited, _shares) = (new int[_variable.Length], new double[_variable.Length]);
        _visit++;
    }

    /// <summary>The share of all assignments that lie within a box and make the function true. Makes no nodes.</summary>
    /// <param name="values">One set for each variable, by variable; none empty.</param>
    /// <remarks>Rounded: good for telling which of two is larger, and fast; <see cref="Count"/> is exact.</remarks>
    public double ShareWithin(Diagram function, ReadOnlySpan<ulong> values)
    {
        BeginVisit();
        var share = ShareOfBox(function.Id, values);
        for (var variable = 0; variable < values.Length; variable++)
            share *= (double)BitOperations.PopCount(values[variable]) / _arities[variable];
        return share;
    }

    /// <summary>The share of a box's assignments that make a node true.</summary>
    private double ShareOfBox(int node, ReadOnlySpan<ulong> values)
    {
        if (node <= 1)
            return node;
        if (_visited[node] == _visit)
            return _shares[node];
        var inBox = values[_variable[node]];
        var children = Children(node);
        var share = 0.0;
        for (var rest = inBox; rest != 0; rest &= rest - 1)
            share += ShareOfBox(children[BitOperations.TrailingZeroCount(rest)], values);
        share /= BitOperations.PopCount(inBox);
        (_visited[node], _shares[node]) = (_visit, share);
        return share;
    }

    public bool Evaluate(Diagram function, ReadOnlySpan<int> values)
    {
        var node = function.Id;
        while (node > 1)
            node = Children(node)[values[_variable[node]]];
        return node == 1;
    }

    /// <summary>The variable that the function is divided by first.</summary>
    /// <exception cref="ArgumentException">The function is constant.</exception>
    public int TopVariable(Diagram function) => function.IsConstant
        ? throw new ArgumentException("a constant depends on no variable", nameof(function))
        : _variable[function.Id];

    /// <summary>The function where the variable it is divided by first has one value.</summary>
    public Diagram Child(Diagram function, int value) => new(Children(function.Id)[value]);

    /// <summary>The variables that the function depends on, in order.</summary>
    public IReadOnlyList<int> Support(Diagram function) => [.. NodesOf([function]).Select(n => _variable[n]).Distinct().Order()];

    /// <summary>How many assignments of all the variables make the function true.</summary>
    public BigInteger Count(Diagram function) => CountWeighted(function, variable => Enumerable.Repeat(1, _arities[variable]).ToArray());

    /// <summary>The same, each value of a variable counting as often as its weight says.</summary>
    /// <param name="weights">For a variable the weights of its values; null for a variable that is not counted and that the function must not depend on.</param>
    public BigInteger CountWeighted(Diagram function, Func<int, int[]?> weights)
    {
        var all = Enumerable.Range(0, VariableCount).Select(weights).ToArray();
        var totals = Enumerable.Range(0, VariableCount).Select(v => (BigInteger)(all[v]?.Sum() ?? 1)).ToArray();
        var known = new Dictionary<int, BigInteger>();
        return Below(function.Id, 0);

        // Assignments of the variables from a level on.
        BigInteger Below(int node, int level)
        {
            if (node == 0)
                return BigInteger.Zero;
            var skipped = BigInteger.One;
            var stop = node == 1 ? VariableCount : Level(node);
            for (var l = level; l < stop; l++)
                skipped *= totals[_variableAt[l]];
            if (node == 1)
                return skipped;
            if (!known.TryGetValue(node, out var own))
            {
                own = 0;
                var children = Children(node);
                var values = all[_variable[node]]!;
                for (var v = 0; v < children.Length; v++)
                {
                    if (v < values.Length)
                        own += values[v] * Below(children[v], stop + 1);
                }
                known[node] = own;
            }
            return skipped * own;
        }
    }

    /// <summary>An assignment that makes the function true, each variable in order of level having the value liked best that is possible.</summary>
    /// <param name="liking">For each variable its values, the best liked first; null for their order.</param>
    /// <returns>Null when there is none.</returns>
    public int[]? FindOne(Diagram function, IReadOnlyList<IReadOnlyList<int>>? liking = null)
    {
        if (function == Diagram.False)
            return null;
        var values = new int[VariableCount];
        for (var variable = 0; variable < values.Length; variable++)
            values[variable] = liking?[variable][0] ?? 0;
        for (var node = function.Id; node > 1;)
        {
            var variable = _variable[node];
            var order = liking?[variable] ?? [.. Enumerable.Range(0, _arities[variable])];
            foreach (var value in order)
            {
                var child = Children(node)[value];
                if (child == 0)
                    continue;
                (values[variable], node) = (value, child);
                break;
            }
        }
        return values;
    }

    /// <summary>An assignment that makes the function true, found by following the child under which most of it lies.</summary>
    /// <exception cref="ArgumentException">The function is never true.</exception>
    public int[] FindInLargestPart(Diagram function)
    {
        if (function == Diagram.False)
            throw new ArgumentException("the function is never true", nameof(function));
        BeginVisit();
        ulong[] everything = [.. Enumerable.Range(0, VariableCount).Select(AllValues)];
        var values = new int[VariableCount];
        for (var node = function.Id; node > 1;)
        {
            var best = 0;
            var children = Children(node);
            for (var v = 1; v < children.Length; v++)
            {
                if (ShareOfBox(children[v], everything) > ShareOfBox(children[best], everything))
                    best = v;
            }
            values[_variable[node]] = best;
            node = children[best];
        }
        return values;
    }

    /// <summary>Nodes that make up some functions, the two constants not counted.</summary>
    public int NodeCount(params IReadOnlyCollection<Diagram> functions)
    {
        BeginVisit();
        var count = 0;
        var stack = new Stack<int>(functions.Select(f => f.Id));
        while (stack.TryPop(out var node))
        {
            if (node <= 1 || _visited[node] == _visit)
                continue;
            (_visited[node], count) = (_visit, count + 1);
            foreach (var child in Children(node))
                stack.Push(child);
        }
        return count;
    }

    private HashSet<int> NodesOf(IReadOnlyCollection<Diagram> functions)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>(functions.Select(f => f.Id));
        while (stack.TryPop(out var node))
        {
            if (node <= 1 || !seen.Add(node))
                continue;
            foreach (var child in Children(node))
                stack.Push(child);
        }
        return seen;
    }
}
