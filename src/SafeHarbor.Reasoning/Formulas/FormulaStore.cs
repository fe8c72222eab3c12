using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.Formulas;

/// <summary>
/// Shared formulas over facts, readings and unread text: each is made once and simplified as it is made. A part always
/// has a lower id than the whole, so one pass in the order of ids evaluates all.
/// </summary>
public sealed class FormulaStore
{
    private readonly List<FormulaNode> _nodes = [new(FormulaKind.Constant, 0, 0, 0), new(FormulaKind.Constant, 1, 0, 0)];
    private readonly Dictionary<FormulaNode, int> _ids = [];

    public int Count => _nodes.Count;

    public FormulaNode this[Formula formula] => _nodes[formula.Id];

    public FormulaNode NodeAt(int id) => _nodes[id];

    public Formula Fact(Fact fact, ValueSet values) =>
        values.IsEmpty ? Formula.False
        : values == fact.AllValues ? Formula.True
        : Make(new FormulaNode(FormulaKind.Fact, fact.Index, 0, values.Bits));

    public Formula Reading(int index) => Make(new FormulaNode(FormulaKind.Reading, index, 0, 0));

    public Formula Unread(int index) => Make(new FormulaNode(FormulaKind.Unread, index, 0, 0));

    public Formula Not(Formula part)
    {
        if (part.Id <= 1)
            return new Formula(1 - part.Id);
        var node = _nodes[part.Id];
        return node.Kind == FormulaKind.Not ? new Formula(node.Left) : Make(new FormulaNode(FormulaKind.Not, part.Id, 0, 0));
    }

    public Formula And(Formula a, Formula b) => Join(FormulaKind.And, a, b, Formula.True, Formula.False);

    public Formula Or(Formula a, Formula b) => Join(FormulaKind.Or, a, b, Formula.False, Formula.True);

    public Formula AndAll(IEnumerable<Formula> parts) => parts.Aggregate(Formula.True, And);

    public Formula OrAll(IEnumerable<Formula> parts) => parts.Aggregate(Formula.False, Or);

    /// <summary>The formulas that some roots are made of, each after its parts.</summary>
    public int[] Cone(params ReadOnlySpan<Formula> roots)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>();
        foreach (var root in roots)
            stack.Push(root.Id);
        while (stack.TryPop(out var id))
        {
            if (!seen.Add(id))
                continue;
            var node = _nodes[id];
            if (node.Kind is FormulaKind.Not or FormulaKind.And or FormulaKind.Or)
                stack.Push(node.Left);
            if (node.Kind is FormulaKind.And or FormulaKind.Or)
                stack.Push(node.Right);
        }
        var cone = seen.ToArray();
        Array.Sort(cone);
        return cone;
    }

    private Formula Join(FormulaKind kind, Formula a, Formula b, Formula unit, Formula zero)
    {
        if (a == unit || a == b)
            return b;
        if (b == unit)
            return a;
        if (a == zero || b == zero || Not(a) == b)
            return zero;
        var (low, high) = a.Id < b.Id ? (a.Id, b.Id) : (b.Id, a.Id);
        return Make(new FormulaNode(kind, low, high, 0));
    }

    private Formula Make(FormulaNode node)
    {
        if (_ids.TryGetValue(node, out var id))
            return new Formula(id);
        _ids[node] = _nodes.Count;
        _nodes.Add(node);
        return new Formula(_nodes.Count - 1);
    }
}
