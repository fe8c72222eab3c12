namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    /// <summary>While reordering: how many parents and roots lead to each node. Null at other times.</summary>
    private int[]? _references;

    private int _live;

    /// <summary>
    /// Finds a better order of the variables: each in turn is moved through all places and left where the diagrams are
    /// smallest. The diagrams that <paramref name="roots"/> reach keep their handles and meaning; all others are lost.
    /// </summary>
    /// <param name="growth">How far the diagrams may grow while a variable is on its way, as a factor above 1.</param>
    /// <remarks>Source: Rudell, "Dynamic variable ordering for ordered binary decision diagrams", ICCAD 1993.</remarks>
    public void Reorder(IReadOnlyCollection<Diagram> roots, double growth = 1.2)
    {
        BeginCounting(roots);
        foreach (var variable in Enumerable.Range(0, VariableCount).OrderByDescending(v => _tables[v].Count).ThenBy(v => v).ToList())
        {
            if (_tables[variable].Count > 0)
                Sift(variable, growth);
        }
        _references = null;
    }

    /// <summary>Frees every node that the roots do not reach. Handles to others are lost.</summary>
    public void Collect(IReadOnlyCollection<Diagram> roots)
    {
        BeginCounting(roots);
        _references = null;
    }

    private void BeginCounting(IReadOnlyCollection<Diagram> roots)
    {
        Array.Clear(_cache);
        var keep = NodesOf(roots);
        var pool = new int[Math.Max(4096, keep.Sum(n => _arities[_variable[n]]) * 2)];
        var used = 0;
        foreach (var table in _tables)
            table.Reset(64);
        _references = null;
        foreach (var node in keep.Order())
        {
            var children = Children(node);
            children.CopyTo(pool.AsSpan(used));
            _firstChild[node] = used;
            used += children.Length;
        }
        (_children, _childCount) = (pool, used);
        foreach (var node in keep)
            Insert(node, Hash(Children(node)));
        _freeList = None;
        for (var node = _nodeCount - 1; node > 1; node--)
        {
            if (!keep.Contains(node))
                Free(node);
        }
        _references = new int[_variable.Length];
        foreach (var root in roots)
            _references[root.Id]++;
        foreach (var node in keep)
        {
            foreach (var child in Children(node))
                _references[child]++;
        }
        _live = keep.Count;
    }

    private void Free(int node)
    {
        _variable[node] = None;
        _next[node] = _freeList;
        _freeList = node;
    }

    private void CountNewNode(int node, ReadOnlySpan<int> children)
    {
        _references![node] = 0;
        _live++;
        foreach (var child in children)
            _references[child]++;
    }

    private void Sift(int variable, double growth)
    {
        int best = _live, bestLevel = _levelOf[variable];
        var limit = (int)(_live * growth) + 2;
        while (_levelOf[variable] + 1 < VariableCount && _live <= limit)
        {
            Swap(_levelOf[variable]);
            if (_live < best)
                (best, bestLevel) = (_live, _levelOf[variable]);
        }
        while (_levelOf[variable] > 0 && (_live <= limit || _levelOf[variable] > bestLevel))
        {
            Swap(_levelOf[variable] - 1);
            if (_live < best)
                (best, bestLevel) = (_live, _levelOf[variable]);
        }
        while (_levelOf[variable] < bestLevel)
            Swap(_levelOf[variable]);
        while (_levelOf[variable] > bestLevel)
            Swap(_levelOf[variable] - 1);
    }

    /// <summary>Exchanges a level with the next. Nodes of the upper variable that lead to the lower are rewritten in place.</summary>
    private void Swap(int level)
    {
        int upper = _variableAt[level], lower = _variableAt[level + 1];
        var nodes = _tables[upper].Nodes(_next).Where(n => LeadsTo(n, lower)).ToList();
        foreach (var node in nodes)
            Unlink(node);
        (_variableAt[level], _variableAt[level + 1]) = (lower, upper);
        (_levelOf[upper], _levelOf[lower]) = (level + 1, level);
        Span<int> outer = stackalloc int[_arities[lower]];
        Span<int> inner = stackalloc int[_arities[upper]];
        foreach (var node in nodes)
        {
            for (var y = 0; y < outer.Length; y++)
            {
                for (var x = 0; x < inner.Length; x++)
                {
                    var child = _children[_firstChild[node] + x];
                    inner[x] = child > 1 && _variable[child] == lower ? _children[_firstChild[child] + y] : child;
                }
                outer[y] = Make(upper, inner);
                // Held at once, so that it is not freed before the node is rewritten.
                _references![outer[y]]++;
            }
            var old = Children(node).ToArray();
            _variable[node] = lower;
            _firstChild[node] = NewChildren(outer);
            Insert(node, Hash(outer));
            foreach (var child in old)
                Release(child);
        }
    }

    private bool LeadsTo(int node, int variable)
    {
        foreach (var child in Children(node))
        {
            if (child > 1 && _variable[child] == variable)
                return true;
        }
        return false;
    }

    private void Release(int node)
    {
        if (--_references![node] > 0 || node <= 1)
            return;
        Unlink(node);
        var children = Children(node).ToArray();
        Free(node);
        _live--;
        foreach (var child in children)
            Release(child);
    }

    private void Unlink(int node)
    {
        var table = _tables[_variable[node]];
        var hash = Hash(Children(node));
        table.Count--;
        if (table.First(hash) == node)
        {
            table.SetFirst(hash, _next[node]);
            return;
        }
        var before = table.First(hash);
        while (_next[before] != node)
            before = _next[before];
        _next[before] = _next[node];
    }
}
