namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>
/// Answers whether boxes lie within a set. Covers ask this most of all, and most boxes that do not lie within it leave it
/// where an earlier one did: those ways out are tried before the diagram is.
/// </summary>
internal sealed class BoxOracle
{
    /// <summary>Ways out that are remembered; what is found again moves to the front.</summary>
    private const int Remembered = 48;

    private readonly DiagramManager _manager;
    private readonly Diagram _set;
    private readonly List<(int Variable, ulong Values)[]> _waysOut = [];
    private readonly List<(int Variable, ulong Values)> _wayOut = [];

    public BoxOracle(DiagramManager manager, Diagram set)
    {
        (_manager, _set) = (manager, set);
        Matters = new bool[manager.VariableCount];
        foreach (var variable in manager.Support(set))
            Matters[variable] = true;
    }

    /// <summary>For each variable whether the set depends on it.</summary>
    public bool[] Matters { get; }

    /// <param name="values">One set of values for each variable, by variable; none empty.</param>
    public bool Holds(ReadOnlySpan<ulong> values)
    {
        for (var i = 0; i < _waysOut.Count; i++)
        {
            var way = _waysOut[i];
            if (!Takes(values, way))
                continue;
            for (; i > 0; i--)
                _waysOut[i] = _waysOut[i - 1];
            _waysOut[0] = way;
            return false;
        }
        _wayOut.Clear();
        if (_manager.IsTrueOver(_set, values, _wayOut))
            return true;
        if (_waysOut.Count == Remembered)
            _waysOut.RemoveAt(Remembered - 1);
        _waysOut.Insert(0, [.. _wayOut]);
        return false;
    }

    private static bool Takes(ReadOnlySpan<ulong> values, (int Variable, ulong Values)[] way)
    {
        foreach (var (variable, leading) in way)
        {
            if ((values[variable] & leading) == 0)
                return false;
        }
        return true;
    }
}
