namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>
/// Multi-valued decision diagrams: functions from the values of variables to true or false, each node made once.
/// Nodes are integers into flat arrays; a node's children stand together in one pool.
/// </summary>
/// <remarks>
/// Source: Bryant, "Graph-based algorithms for Boolean function manipulation" (1986); Srinivasan, Kam, Malik and Brayton,
/// "Algorithms for discrete function manipulation" (1990), for several values. Not safe for several threads.
/// INVARIANT: a node's children have deeper levels than its own, and are not all the same.
/// </remarks>
public sealed partial class DiagramManager
{
    private const int None = -1;

    private readonly WorkLimit? _limit;
    private readonly int[] _arities;
    private readonly int[] _levelOf;
    private readonly int[] _variableAt;
    private readonly UniqueTable[] _tables;

    private int[] _variable = new int[1024];
    private int[] _firstChild = new int[1024];
    private int[] _next = new int[1024];
    private int[] _children = new int[4096];
    private int _nodeCount = 2;
    private int _childCount;
    private int _freeList = None;

    /// <param name="arities">For each variable how many values it has; from 2 to 64.</param>
    /// <param name="order">The variables from the top level down; by number if left out.</param>
    /// <param name="limit">How much work it may take; null for as much as it needs.</param>
    /// <exception cref="ArgumentOutOfRangeException">An arity is below 2 or above 64.</exception>
    public DiagramManager(IReadOnlyList<int> arities, IReadOnlyList<int>? order = null, WorkLimit? limit = null)
    {
        _limit = limit;
        foreach (var arity in arities)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(arity, 2, nameof(arities));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(arity, 64, nameof(arities));
        }
        _arities = [.. arities];
        _variableAt = [.. order ?? [.. Enumerable.Range(0, arities.Count)]];
        _levelOf = new int[arities.Count];
        for (var level = 0; level < _variableAt.Length; level++)
            _levelOf[_variableAt[level]] = level;
        _tables = [.. arities.Select(_ => new UniqueTable())];
        _variable[0] = _variable[1] = None;
    }

    public int VariableCount => _arities.Length;

    public int Arity(int variable) => _arities[variable];

    public int LevelOf(int variable) => _levelOf[variable];

    public int VariableAt(int level) => _variableAt[level];

    /// <summary>Every value of a variable.</summary>
    public ulong AllValues(int variable) => _arities[variable] == 64 ? ulong.MaxValue : (1UL << _arities[variable]) - 1;

    /// <summary>True exactly when the variable's value is in the set.</summary>
    public Diagram Literal(int variable, ulong values)
    {
        Span<int> children = stackalloc int[_arities[variable]];
        for (var v = 0; v < children.Length; v++)
            children[v] = (int)(values >> v & 1);
        return new Diagram(Make(variable, children));
    }

    /// <summary>True exactly when each variable's value is in its set.</summary>
    /// <param name="values">One set for each variable, by variable.</param>
    public Diagram Product(ReadOnlySpan<ulong> values)
    {
        var node = 1;
        Span<int> all = stackalloc int[64];
        for (var level = VariableCount - 1; level >= 0; level--)
        {
            var variable = _variableAt[level];
            var children = all[.._arities[variable]];
            for (var v = 0; v < children.Length; v++)
                children[v] = (values[variable] >> v & 1) != 0 ? node : 0;
            node = Make(variable, children);
        }
        return new Diagram(node);
    }

    private int Level(int node) => node <= 1 ? int.MaxValue : _levelOf[_variable[node]];

    private ReadOnlySpan<int> Children(int node) => _children.AsSpan(_firstChild[node], _arities[_variable[node]]);

    /// <summary>The node with this variable and these children; the child itself where all are the same.</summary>
    private int Make(int variable, ReadOnlySpan<int> children)
    {
        var first = children[0];
        var same = true;
        for (var i = 1; i < children.Length && same; i++)
            same = children[i] == first;
        if (same)
            return first;
        var table = _tables[variable];
        var hash = Hash(children);
        for (var node = table.First(hash); node != None; node = _next[node])
        {
            if (children.SequenceEqual(Children(node)))
                return node;
        }
        _limit?.Step();
        var made = NewNode();
        _variable[made] = variable;
        _firstChild[made] = NewChildren(children);
        Insert(made, hash);
        if (_references is not null)
            CountNewNode(made, children);
        return made;
    }

    private int NewNode()
    {
        if (_freeList != None)
        {
            var free = _freeList;
            _freeList = _next[free];
            return free;
        }
        if (_nodeCount == _variable.Length)
        {
            Array.Resize(ref _variable, _nodeCount * 2);
            Array.Resize(ref _firstChild, _nodeCount * 2);
            Array.Resize(ref _next, _nodeCount * 2);
            if (_references is not null)
                Array.Resize(ref _references, _nodeCount * 2);
        }
        return _nodeCount++;
    }

    private int NewChildren(ReadOnlySpan<int> children)
    {
        // Copied first: the span may lie in the pool that is about to move.
        Span<int> copy = stackalloc int[children.Length];
        children.CopyTo(copy);
        if (_childCount + copy.Length > _children.Length)
            Array.Resize(ref _children, Math.Max(_children.Length * 2, _childCount + copy.Length));
        copy.CopyTo(_children.AsSpan(_childCount));
        _childCount += copy.Length;
        return _childCount - copy.Length;
    }

    private void Insert(int node, uint hash)
    {
        var table = _tables[_variable[node]];
        if (table.Count >= table.Capacity)
            Grow(table);
        _next[node] = table.First(hash);
        table.SetFirst(hash, node);
        table.Count++;
    }

    private void Grow(UniqueTable table)
    {
        var nodes = table.Nodes(_next).ToArray();
        table.Reset(table.Capacity * 2);
        foreach (var node in nodes)
        {
            var hash = Hash(Children(node));
            _next[node] = table.First(hash);
            table.SetFirst(hash, node);
        }
        table.Count = nodes.Length;
    }

    private static uint Hash(ReadOnlySpan<int> children)
    {
        var hash = 2166136261u;
        foreach (var child in children)
            hash = (hash ^ (uint)child) * 16777619u + (hash >> 15);
        return hash ^ hash >> 13;
    }

    /// <summary>The nodes of one variable, by a hash of their children. Nodes of one bucket are linked through the manager.</summary>
    private sealed class UniqueTable
    {
        private int[] _buckets = NewBuckets(64);

        public int Count { get; set; }

        public int Capacity => _buckets.Length;

        public int First(uint hash) => _buckets[hash & (uint)(_buckets.Length - 1)];

        public void SetFirst(uint hash, int node) => _buckets[hash & (uint)(_buckets.Length - 1)] = node;

        public void Reset(int capacity)
        {
            _buckets = NewBuckets(capacity);
            Count = 0;
        }

        public IEnumerable<int> Nodes(int[] next)
        {
            foreach (var first in _buckets)
            {
                for (var node = first; node != None; node = next[node])
                    yield return node;
            }
        }

        private static int[] NewBuckets(int capacity)
        {
            var buckets = new int[capacity];
            Array.Fill(buckets, None);
            return buckets;
        }
    }
}
