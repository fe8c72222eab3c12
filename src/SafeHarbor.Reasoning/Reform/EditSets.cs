using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>The smallest sets of edits in a function over edits.</summary>
internal static class EditSets
{
    /// <summary>
    /// The sets that make the function true and hold no smaller set that does, each as the edits made beyond those
    /// already made; none costs more than allowed.
    /// </summary>
    /// <param name="costs">For each edit its cost.</param>
    /// <remarks>Minimal models by recursion on the diagram; a set that holds another found is left out.</remarks>
    public static List<HashSet<int>> Smallest(DiagramManager manager, Diagram function, IReadOnlySet<int> made, IReadOnlyList<int> costs, int allowed)
    {
        foreach (var edit in made)
            function = manager.Restrict(function, edit, 1);
        var found = new List<HashSet<int>>();
        Visit(function, [], 0);
        return found;

        void Visit(Diagram rest, HashSet<int> chosen, int cost)
        {
            if (rest == Diagram.False || found.Exists(f => f.IsSubsetOf(chosen)))
                return;
            if (rest == Diagram.True)
            {
                found.RemoveAll(chosen.IsSubsetOf);
                found.Add([.. chosen]);
                return;
            }
            var edit = manager.TopVariable(rest);
            Visit(manager.Restrict(rest, edit, 0), chosen, cost);
            if (edit >= costs.Count || cost + costs[edit] > allowed)
                return;
            chosen.Add(edit);
            Visit(manager.Restrict(rest, edit, 1), chosen, cost + costs[edit]);
            chosen.Remove(edit);
        }
    }
}
