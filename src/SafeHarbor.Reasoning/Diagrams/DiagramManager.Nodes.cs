namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    /// <summary>The variable that a node asks first.</summary>
    /// <exception cref="ArgumentException">The diagram is a constant, which asks nothing.</exception>
    public int VariableOf(Diagram node) =>
        node.IsConstant ? throw new ArgumentException("a constant asks nothing", nameof(node)) : _variable[node.Id];

    /// <summary>What is left of a node's function once its variable has this value.</summary>
    public Diagram ChildOf(Diagram node, int value) => new(Children(node.Id)[value]);
}
