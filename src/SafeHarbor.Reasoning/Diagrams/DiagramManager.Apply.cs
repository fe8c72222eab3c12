namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    private enum Operation
    {
        And = 1,
        Or,
        Xor,
    }

    private readonly record struct CacheEntry(int Key, int A, int B, int Result);

    private CacheEntry[] _cache = new CacheEntry[1 << 14];

    public Diagram And(Diagram a, Diagram b) => new(Apply(Operation.And, a.Id, b.Id));

    public Diagram Or(Diagram a, Diagram b) => new(Apply(Operation.Or, a.Id, b.Id));

    public Diagram Xor(Diagram a, Diagram b) => new(Apply(Operation.Xor, a.Id, b.Id));

    public Diagram Not(Diagram a) => new(Apply(Operation.Xor, 1, a.Id));

    public Diagram Implies(Diagram a, Diagram b) => Or(Not(a), b);

    /// <summary>What is in the first and not in the second.</summary>
    public Diagram Difference(Diagram a, Diagram b) => And(a, Not(b));

    public Diagram IfThenElse(Diagram condition, Diagram then, Diagram otherwise) =>
        Or(And(condition, then), Difference(otherwise, condition));

    public Diagram AndAll(IEnumerable<Diagram> parts) => parts.Aggregate(Diagram.True, And);

    public Diagram OrAll(IEnumerable<Diagram> parts) => parts.Aggregate(Diagram.False, Or);

    /// <remarks>Time in the product of the two sizes.</remarks>
    private int Apply(Operation operation, int a, int b)
    {
        if (a > b)
            (a, b) = (b, a);
        if (Simple(operation, a, b) is var simple && simple >= 0)
            return simple;
        var slot = (int)(((uint)a * 0x9E3779B1u ^ (uint)b * 0x85EBCA77u ^ (uint)operation * 0xC2B2AE3Du) >> 8 & (uint)(_cache.Length - 1));
        if (_cache[slot] is var entry && entry.Key == (int)operation && entry.A == a && entry.B == b)
            return entry.Result;
        _limit?.Step();
        int levelA = Level(a), levelB = Level(b);
        var variable = _variableAt[Math.Min(levelA, levelB)];
        Span<int> children = stackalloc int[_arities[variable]];
        for (var v = 0; v < children.Length; v++)
        {
            // Read anew each time: the pool may move while the inner calls make nodes.
            var childA = levelA <= levelB ? _children[_firstChild[a] + v] : a;
            var childB = levelB <= levelA ? _children[_firstChild[b] + v] : b;
            children[v] = Apply(operation, childA, childB);
        }
        var result = Make(variable, children);
        if (_nodeCount > _cache.Length * 2)
            _cache = new CacheEntry[_cache.Length * 4];
        slot = (int)(((uint)a * 0x9E3779B1u ^ (uint)b * 0x85EBCA77u ^ (uint)operation * 0xC2B2AE3Du) >> 8 & (uint)(_cache.Length - 1));
        _cache[slot] = new CacheEntry((int)operation, a, b, result);
        return result;
    }

    /// <summary>The result where it is plain without looking inside; -1 otherwise. <paramref name="a"/> is not above <paramref name="b"/>.</summary>
    private static int Simple(Operation operation, int a, int b) => operation switch
    {
        Operation.And => a == 0 ? 0 : a == 1 || a == b ? b : -1,
        Operation.Or => a == 1 ? 1 : a == 0 || a == b ? b : -1,
        Operation.Xor => a == b ? 0 : a == 0 ? b : a == 1 && b == 1 ? 0 : -1,
        _ => throw new System.Diagnostics.UnreachableException(operation.ToString()),
    };
}
