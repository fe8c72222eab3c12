using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>The cheapest sets of edits in a function over edits.</summary>
internal static class EditSets
{
    /// <summary>
    /// The cheapest set that holds the edits already made and makes the function true; of several the one with fewest edits,
    /// and of those the one whose edits come first. Null where there is none.
    /// </summary>
    /// <param name="costs">For each edit its cost; above 0.</param>
    /// <remarks>A shortest path: time in the size of the diagram.</remarks>
    public static HashSet<int>? Cheapest(DiagramManager manager, Diagram function, IReadOnlySet<int> made, IReadOnlyList<int> costs)
    {
        var known = new Dictionary<Diagram, (int Cost, int Count)> { [Diagram.False] = (Impossible, 0), [Diagram.True] = (0, 0) };
        if (Of(function).Cost == Impossible)
            return null;
        var cheapest = made.ToHashSet();
        for (var rest = function; rest != Diagram.True;)
        {
            var edit = manager.TopVariable(rest);
            var makes = With(rest, edit).CompareTo(Without(rest, edit)) <= 0;
            if (makes)
                cheapest.Add(edit);
            rest = manager.Child(rest, makes ? 1 : 0);
        }
        return cheapest;

        (int Cost, int Count) Of(Diagram rest)
        {
            if (known.TryGetValue(rest, out var least))
                return least;
            var edit = manager.TopVariable(rest);
            var (with, without) = (With(rest, edit), Without(rest, edit));
            return known[rest] = with.CompareTo(without) <= 0 ? with : without;
        }

        (int Cost, int Count) With(Diagram rest, int edit) => (made.Contains(edit), Of(manager.Child(rest, 1))) switch
        {
            (_, (Impossible, _) none) => none,
            (true, var free) => free,
            (false, var (cost, count)) => (cost + costs[edit], count + 1),
        };

        (int Cost, int Count) Without(Diagram rest, int edit) => made.Contains(edit) ? (Impossible, 0) : Of(manager.Child(rest, 0));
    }

    private const int Impossible = int.MaxValue;
}
