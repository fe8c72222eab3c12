using System.Collections.Immutable;

namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    /// <summary>The variable that a node asks first.</summary>
    /// <exception cref="ArgumentException">The diagram is a constant, which asks nothing.</exception>
    public int VariableOf(Diagram node) =>
        node.IsConstant ? throw new ArgumentException("a constant asks nothing", nameof(node)) : _variable[node.Id];

    /// <summary>What is left of a node's function once its variable has this value.</summary>
    public Diagram ChildOf(Diagram node, int value) => new(Children(node.Id)[value]);

    /// <summary>Every node that makes up some functions, children before parents, constants not counted.</summary>
    /// <remarks>Depth first from each root in turn, so that what one root needs stands close together.</remarks>
    public ImmutableArray<Diagram> ChildrenFirst(IEnumerable<Diagram> roots)
    {
        var order = ImmutableArray.CreateBuilder<Diagram>();
        var seen = new HashSet<int>();
        foreach (var root in roots)
            Visit(root.Id);
        return order.ToImmutable();

        void Visit(int node)
        {
            if (node <= 1 || !seen.Add(node))
                return;
            for (var v = 0; v < _arities[_variable[node]]; v++)
                Visit(Children(node)[v]);
            order.Add(new Diagram(node));
        }
    }
}
