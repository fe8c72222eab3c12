using System.Numerics;
using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>The smallest sets of edits in a function over edits.</summary>
internal static class EditSets
{
    /// <summary>The least that must be spent beyond the edits already made to make the function true; <see cref="int.MaxValue"/> where nothing does.</summary>
    /// <remarks>A shortest path: time in the size of the diagram.</remarks>
    public static int LeastCost(DiagramManager manager, Diagram function, IReadOnlySet<int> made, IReadOnlyList<int> costs)
    {
        var known = new Dictionary<Diagram, int> { [Diagram.False] = int.MaxValue, [Diagram.True] = 0 };
        return Of(function);

        int Of(Diagram rest)
        {
            if (known.TryGetValue(rest, out var cost))
                return cost;
            var edit = manager.TopVariable(rest);
            var with = Of(manager.Child(rest, 1));
            if (!made.Contains(edit))
            {
                var further = edit >= costs.Count || with == int.MaxValue ? int.MaxValue : with + costs[edit];
                with = Math.Min(further, Of(manager.Child(rest, 0)));
            }
            return known[rest] = with;
        }
    }

    /// <summary>
    /// The sets that make the function true and hold no smaller set that does, each as the edits made beyond those
    /// already made; none costs more than allowed.
    /// </summary>
    /// <param name="costs">For each edit its cost.</param>
    /// <remarks>
    /// Minimal solutions node by node, each node once, as in Coudert and Madre, "Implicit and incremental computation of
    /// primes and essential primes of Boolean functions" (1992); sets are bits of a number. Time in the size of the diagram
    /// and the square of the number of sets.
    /// </remarks>
    public static List<HashSet<int>> Smallest(DiagramManager manager, Diagram function, IReadOnlySet<int> made, IReadOnlyList<int> costs, int allowed)
    {
        foreach (var edit in made)
            function = manager.Restrict(function, edit, 1);
        var known = new Dictionary<Diagram, List<(BigInteger Set, int Cost)>>
        {
            [Diagram.False] = [],
            [Diagram.True] = [(BigInteger.Zero, 0)],
        };
        return [.. Of(function).OrderBy(s => s.Cost).Select(s => Enumerable.Range(0, costs.Count).Where(e => !(s.Set >> e).IsEven).ToHashSet())];

        List<(BigInteger Set, int Cost)> Of(Diagram rest)
        {
            if (known.TryGetValue(rest, out var sets))
                return sets;
            var edit = manager.TopVariable(rest);
            var without = Of(manager.Restrict(rest, edit, 0));
            var with = edit >= costs.Count ? [] : Of(manager.Restrict(rest, edit, 1))
                .Where(s => s.Cost + costs[edit] <= allowed && !without.Exists(w => (w.Set & s.Set) == w.Set))
                .Select(s => (s.Set | BigInteger.One << edit, s.Cost + costs[edit]));
            return known[rest] = [.. without, .. with];
        }
    }
}
