using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>The sets of edits that are still left, the cheapest of them first: those that pass everywhere a set was seen to fail.</summary>
/// <remarks>
/// A diagram of all sets that are left would hold every needless edit beside every other, and grow beyond bounds; those that
/// cost no more than the next cheapest may are few. So a bound on the cost stands, and where no set below it is left it is raised
/// and the diagram made anew from what was learnt. At last there is no bound: then no set is left at all.
/// </remarks>
internal sealed class SetsLeft
{
    private const int FirstBound = 6;

    /// <summary>Beyond this what was learnt is taken without a bound: few reforms cost so much, and most often none is left.</summary>
    private const int LastBound = 60;

    /// <summary>How large a diagram may become at first while it is tried whether any set is left at all.</summary>
    private const int FewNodes = 2_000;

    /// <summary>When an unbounded diagram is larger than this, its edits are sifted into a better order.</summary>
    private const int NodesBeforeSifting = 50_000;

    private readonly DiagramManager _manager;
    private readonly int[] _costs;
    private readonly IReadOnlySet<int> _made;
    private readonly List<Diagram> _passing = [];
    private int? _bound = FirstBound;
    private int _siftAbove = NodesBeforeSifting;
    private int _nodesForProof = FewNodes;
    private int _learntBefore;
    private Diagram _left;

    /// <param name="costs">For each edit its cost; above 0.</param>
    /// <param name="made">Edits that are made in any case, at no cost.</param>
    public SetsLeft(DiagramManager manager, IEnumerable<int> costs, IReadOnlySet<int> made)
    {
        (_manager, _made) = (manager, made);
        _costs = [.. costs.Select((cost, edit) => made.Contains(edit) ? 0 : cost)];
        _left = CostingAtMost(FirstBound);
    }

    /// <summary>From now on a set must be within this one.</summary>
    public void Learn(Diagram passing)
    {
        _passing.Add(passing);
        Narrow(passing);
    }

    /// <summary>The cheapest set that is left; null where none is.</summary>
    public HashSet<int>? Cheapest()
    {
        while (true)
        {
            if (EditSets.Cheapest(_manager, _left, _made, _costs) is { } cheapest)
                return cheapest;
            if (_bound is null)
                return null;
            _manager.Collect(_passing);
            Raise(_bound.Value);
        }
    }

    private void Raise(int bound)
    {
        // Raised in vain, it is likely that no set is left at all: then more is spent on showing just that.
        (_nodesForProof, _learntBefore) = (_passing.Count > _learntBefore ? FewNodes : 4 * _nodesForProof, _passing.Count);
        if (IsContradiction(_nodesForProof))
        {
            (_bound, _left) = (null, Diagram.False);
            return;
        }
        _bound = bound >= LastBound ? null : bound + Math.Max(3, bound / 5);
        _left = _bound is { } raised ? CostingAtMost(raised) : Diagram.True;
        foreach (var passing in DeepestFirst())
            Narrow(passing);
    }

    /// <summary>Whether what was learnt leaves no set, whatever it costs; false also where it cannot be shown with so many nodes.</summary>
    private bool IsContradiction(int mostNodes)
    {
        var left = Diagram.True;
        foreach (var passing in DeepestFirst())
        {
            left = _manager.And(left, passing);
            if (_manager.NodeCount(left) > mostNodes)
                return false;
        }
        return left == Diagram.False;
    }

    /// <summary>What speaks only of edits far down first: so a diagram is built from below, and little of it is built twice.</summary>
    private List<Diagram> DeepestFirst() =>
        [.. _passing.OrderByDescending(p => p.IsConstant ? 0 : _manager.LevelOf(_manager.TopVariable(p))).ThenBy(p => _manager.NodeCount(p))];

    private void Narrow(Diagram passing)
    {
        _left = _manager.And(_left, passing);
        if (_bound is not null || _manager.NodeCount(_left) <= _siftAbove)
            return;
        _manager.Reorder([_left, .. _passing]);
        _siftAbove = 4 * _manager.NodeCount(_left) + NodesBeforeSifting;
    }

    private Diagram CostingAtMost(int bound)
    {
        var rest = new Diagram[bound + 1];
        Array.Fill(rest, Diagram.True);
        // From the last level up: for each amount that may still be spent, the sets of the edits below that cost no more.
        for (var level = _manager.VariableCount - 1; level >= 0; level--)
        {
            var edit = _manager.VariableAt(level);
            if (edit >= _costs.Length)
                continue;
            var isMade = _manager.Literal(edit, 0b10);
            rest = [.. Enumerable.Range(0, bound + 1).Select(left =>
                _manager.IfThenElse(isMade, left >= _costs[edit] ? rest[left - _costs[edit]] : Diagram.False, rest[left]))];
        }
        return rest[bound];
    }
}
