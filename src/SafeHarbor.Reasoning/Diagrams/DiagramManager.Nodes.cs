namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    /// <summary>The variable that a node asks first.</summary>
    /// <exception cref="ArgumentException">The diagram is a constant, which asks nothing.</exception>
    public int VariableOf(Diagram node) =>
        node.IsConstant ? throw new ArgumentException("a constant asks nothing", nameof(node)) : _variable[node.Id];

    /// <summary>What is left of a node's function once its variable has this value.</summary>
    public Diagram ChildOf(Diagram node, int value) => new(Children(node.Id)[value]);

    /// <summary>
    /// Two functions as numbers, from whichever manager: equal exactly where the variables have the same arities and order and
    /// the functions are the same.
    /// </summary>
    public List<int> PictureOf(Diagram one, Diagram other)
    {
        List<int> picture = [VariableCount, .. _arities, .. _variableAt];
        var numbers = new Dictionary<int, int> { [0] = 0, [1] = 1 };
        picture.Add(Number(one.Id));
        picture.Add(Number(other.Id));
        return picture;

        // A node's number follows those of its children.
        int Number(int node)
        {
            if (numbers.TryGetValue(node, out var known))
                return known;
            var children = Children(node).ToArray();
            for (var v = 0; v < children.Length; v++)
                children[v] = Number(children[v]);
            picture.Add(_variable[node]);
            picture.AddRange(children);
            return numbers[node] = numbers.Count;
        }
    }
}
