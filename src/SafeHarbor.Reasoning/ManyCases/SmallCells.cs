using System.Collections.Immutable;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>A line of a table: cells that add up to a total that is a cell as well.</summary>
/// <param name="Down">Whether it runs down the table rather than across. INVARIANT: a cell stands in at most one line across as a part, in at most one as a total, and so for down; its two lines are one of each kind, or one as part and one as total of the same kind.</param>
public sealed record TableLine(ImmutableArray<int> Parts, int Total, bool Down = false);

/// <summary>
/// Chooses which cells of a table are withheld before it leaves: those of few children, and as many more as it takes that none
/// of those can be worked out from what is published.
/// </summary>
/// <remarks>
/// The default follows the cell size suppression policy of the United States Centers for Medicare and Medicaid Services: no cell
/// from 1 to 10 is published, nor anything from which one could be derived. A table with its sums is a network: lines are its
/// nodes, cells its arcs. A small cell could be another exactly where a unit of flow can go round through it by withheld cells
/// alone, none falling below one (for a reader knows that nobody's count is withheld). Complementary cells are chosen greedily, the
/// smallest first: the fewest are hard to find. Source: Fischetti and Salazar, "Solving the cell suppression problem on tabular
/// data with linear constraints", Management Science 47 (2001). Time at worst in the square of cells times lines.
/// </remarks>
public static class SmallCells
{
    /// <summary>The smallest count that is published, where nothing else is asked for.</summary>
    public const int Smallest = 11;

    /// <param name="cells">The counts, none below zero. A count of zero is published: it is nobody's.</param>
    /// <param name="lines">How they add up.</param>
    /// <param name="smallest">The smallest count above zero that may be published.</param>
    /// <param name="fixed">Cells that are published whatever happens, such as the number of all cases.</param>
    /// <param name="withheld">Cells withheld already; those chosen are added.</param>
    /// <returns>Whether any was added.</returns>
    public static bool Withhold(IReadOnlyList<long> cells, IReadOnlyList<TableLine> lines, int smallest, IReadOnlySet<int> @fixed, ISet<int> withheld)
    {
        var before = withheld.Count;
        withheld.UnionWith(Enumerable.Range(0, cells.Count).Where(c => cells[c] > 0 && cells[c] < smallest && !@fixed.Contains(c)));
        while (NextToWithhold(cells, lines, smallest, @fixed, withheld) is { } next)
            withheld.Add(next);
        return withheld.Count > before;
    }

    /// <summary>Whether a withheld cell could hold another count than it does, all that is published staying as it is.</summary>
    public static bool CouldBeAnother(IReadOnlyList<long> cells, IReadOnlyList<TableLine> lines, ISet<int> withheld, int cell)
    {
        var arcs = withheld.ToDictionary(c => c, c => Ends(lines, c));
        var (plus, minus) = arcs[cell];
        return Leads(plus, minus) || (cells[cell] >= 2 && Leads(minus, plus));

        // Raising a cell leaves one too many in its plus line; another cell of that line carries the one on.
        bool Leads(int from, int to)
        {
            var seen = new HashSet<int> { from };
            var queue = new Queue<int>([from]);
            while (queue.TryDequeue(out var line))
            {
                if (line == to)
                    return true;
                foreach (var (c, ends) in arcs.Where(a => a.Key != cell))
                {
                    if (ends.Plus == line && cells[c] >= 2 && seen.Add(ends.Minus))
                        queue.Enqueue(ends.Minus);
                    if (ends.Minus == line && seen.Add(ends.Plus))
                        queue.Enqueue(ends.Plus);
                }
            }
            return false;
        }
    }

    private static int? NextToWithhold(IReadOnlyList<long> cells, IReadOnlyList<TableLine> lines, int smallest, IReadOnlySet<int> @fixed, ISet<int> withheld)
    {
        foreach (var line in lines)
        {
            var hidden = line.Parts.Where(withheld.Contains).ToList();
            // A cell alone in its line follows from the rest; cells that share a small sum are known nearly as well.
            var exposed = withheld.Contains(line.Total) ? hidden.Count == 0 : hidden.Count == 1 || (hidden.Count > 1 && hidden.Sum(c => cells[c]) < smallest);
            if (exposed && Cheapest(cells, [line], @fixed, withheld) is { } next)
                return next;
        }
        foreach (var cell in withheld.Where(c => cells[c] > 0 && cells[c] < smallest))
        {
            if (CouldBeAnother(cells, lines, withheld, cell))
                continue;
            var near = lines.Where(l => l.Total == cell || l.Parts.Contains(cell)).ToList();
            if ((Cheapest(cells, near, @fixed, withheld) ?? Cheapest(cells, lines, @fixed, withheld)) is { } next)
                return next;
        }
        return null;
    }

    /// <summary>The smallest count of some lines that is still published; a total only where no part is left.</summary>
    private static int? Cheapest(IReadOnlyList<long> cells, IReadOnlyCollection<TableLine> lines, IReadOnlySet<int> @fixed, ISet<int> withheld)
    {
        return Smallest(lines.SelectMany(l => l.Parts)) ?? Smallest(lines.Select(l => l.Total));

        int? Smallest(IEnumerable<int> among) => among.Where(c => cells[c] > 0 && !withheld.Contains(c) && !@fixed.Contains(c))
            .OrderBy(c => cells[c]).ThenBy(c => c).Select(c => (int?)c).FirstOrDefault();
    }

    /// <summary>The lines that a cell adds to and takes from; below zero for the world outside, where it stands in one line only.</summary>
    private static (int Plus, int Minus) Ends(IReadOnlyList<TableLine> lines, int cell)
    {
        var (plus, minus) = (-1, -1);
        for (var l = 0; l < lines.Count; l++)
        {
            if (lines[l].Total == cell)
                Set(l, lines[l].Down);
            else if (lines[l].Parts.Contains(cell))
                Set(l, !lines[l].Down);
        }
        return (plus, minus);

        void Set(int line, bool adds) => (plus, minus) = adds ? (line, minus) : (plus, line);
    }
}
