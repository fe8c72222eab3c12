namespace SafeHarbor.Reasoning.Diagrams;

public sealed partial class DiagramManager
{
    /// <summary>True where some values of the variables make the function true.</summary>
    public Diagram Exists(Diagram function, IReadOnlySet<int> variables) => Quantify(function, variables, Operation.Or);

    /// <summary>True where all values of the variables make the function true.</summary>
    public Diagram ForAll(Diagram function, IReadOnlySet<int> variables) => Quantify(function, variables, Operation.And);

    /// <summary>The function where a variable has one value; it no longer depends on that variable.</summary>
    public Diagram Restrict(Diagram function, int variable, int value)
    {
        var known = new Dictionary<int, int>();
        return new Diagram(Visit(function.Id));

        int Visit(int node)
        {
            if (Level(node) > _levelOf[variable])
                return node;
            if (_variable[node] == variable)
                return Children(node)[value];
            if (known.TryGetValue(node, out var done))
                return done;
            Span<int> children = stackalloc int[_arities[_variable[node]]];
            for (var v = 0; v < children.Length; v++)
                children[v] = Visit(_children[_firstChild[node] + v]);
            return known[node] = Make(_variable[node], children);
        }
    }

    /// <summary>The function within a box, and false outside it.</summary>
    /// <param name="values">One set for each variable, by variable.</param>
    public Diagram RestrictTo(Diagram function, ReadOnlySpan<ulong> values) => And(function, Product(values));

    private Diagram Quantify(Diagram function, IReadOnlySet<int> variables, Operation operation)
    {
        if (variables.Count == 0)
            return function;
        var known = new Dictionary<int, int>();
        return new Diagram(Visit(function.Id));

        int Visit(int node)
        {
            if (node <= 1)
                return node;
            if (known.TryGetValue(node, out var done))
                return done;
            var variable = _variable[node];
            Span<int> children = stackalloc int[_arities[variable]];
            for (var v = 0; v < children.Length; v++)
                children[v] = Visit(_children[_firstChild[node] + v]);
            int result;
            if (variables.Contains(variable))
            {
                result = children[0];
                for (var v = 1; v < children.Length; v++)
                    result = Apply(operation, result, children[v]);
            }
            else
            {
                result = Make(variable, children);
            }
            return known[node] = result;
        }
    }
}
