using System.Collections.Immutable;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>A line of a table: cells that add up to a total that is a cell as well.</summary>
public sealed record TableLine(ImmutableArray<int> Parts, int Total);

/// <summary>
/// Chooses which cells of a table are withheld before it leaves: those of few children, and as many more as it takes that none
/// of those can be worked out from what is published.
/// </summary>
/// <remarks>
/// The default follows the cell size suppression policy of the United States Centers for Medicare and Medicaid Services: no cell
/// from 1 to 10 is published, nor anything from which one could be derived. Complementary cells are chosen greedily, the smallest
/// first: fewest is hard in general (Fischetti and Salazar, "Solving the cell suppression problem on tabular data with linear
/// constraints", Management Science 47, 2001). What is shown: no withheld cell follows from the published ones by adding and
/// subtracting along the lines given.
/// </remarks>
public static class SmallCells
{
    /// <summary>The smallest count that is published, where nothing else is asked for.</summary>
    public const int Smallest = 11;

    private const long Prime = int.MaxValue;

    /// <param name="cells">The counts, none below zero. A count of zero is published: it is nobody's.</param>
    /// <param name="lines">How they add up.</param>
    /// <param name="smallest">The smallest count above zero that may be published.</param>
    /// <param name="fixed">Cells that are published whatever happens, such as the number of all cases.</param>
    /// <param name="withheld">Cells withheld already; those chosen are added.</param>
    /// <returns>Whether any was added.</returns>
    public static bool Withhold(ReadOnlySpan<long> cells, IReadOnlyList<TableLine> lines, int smallest, IReadOnlySet<int> @fixed, ISet<int> withheld)
    {
        var before = withheld.Count;
        for (var c = 0; c < cells.Length; c++)
        {
            if (cells[c] > 0 && cells[c] < smallest && !@fixed.Contains(c))
                withheld.Add(c);
        }
        while (ExposedLine(cells, lines, smallest, withheld, @fixed) is { } line)
            withheld.Add(Cheapest(cells, line, withheld, @fixed)!.Value);
        return withheld.Count > before;
    }

    /// <summary>A line that gives something away and has a cell left to withhold; null where there is none.</summary>
    private static TableLine? ExposedLine(ReadOnlySpan<long> cells, IReadOnlyList<TableLine> lines, int smallest, ISet<int> withheld, IReadOnlySet<int> @fixed)
    {
        var determined = Determined(lines, withheld);
        foreach (var line in lines)
        {
            var hidden = line.Parts.Append(line.Total).Where(withheld.Contains).ToList();
            var sum = 0L;
            foreach (var part in line.Parts.Where(withheld.Contains))
                sum += cells[part];
            // Cells that share a small sum are known nearly as well as one of them would be.
            var exposed = hidden.Count == 1 || (hidden.Count > 1 && sum < smallest && !withheld.Contains(line.Total)) || hidden.Exists(determined.Contains);
            if (exposed && Cheapest(cells, line, withheld, @fixed) is not null)
                return line;
        }
        return null;
    }

    /// <summary>The smallest count of a line that is still published; a total only where there is no part left.</summary>
    private static int? Cheapest(ReadOnlySpan<long> cells, TableLine line, ISet<int> withheld, IReadOnlySet<int> @fixed)
    {
        int? best = null;
        foreach (var part in line.Parts)
        {
            if (cells[part] > 0 && !withheld.Contains(part) && !@fixed.Contains(part) && (best is null || cells[part] < cells[best.Value]))
                best = part;
        }
        return best ?? (withheld.Contains(line.Total) || @fixed.Contains(line.Total) ? null : line.Total);
    }

    /// <summary>The withheld cells that have one value only, whatever the others are, for the lines to add up.</summary>
    /// <remarks>
    /// Gauss-Jordan elimination modulo a prime: cubic in the withheld cells. A pivot that is a multiple of the prime would be
    /// missed; the entries are sums of few ones, far below it.
    /// </remarks>
    public static IReadOnlySet<int> Determined(IReadOnlyList<TableLine> lines, IEnumerable<int> withheld)
    {
        var unknowns = withheld.Order().ToList();
        var column = unknowns.Select((cell, i) => (cell, i)).ToDictionary(x => x.cell, x => x.i);
        var rows = new List<long[]>();
        foreach (var line in lines)
        {
            var row = new long[unknowns.Count];
            foreach (var part in line.Parts.Where(column.ContainsKey))
                row[column[part]] = 1;
            if (column.TryGetValue(line.Total, out var total))
                row[total] = Prime - 1;
            rows.Add(row);
        }
        var done = 0;
        for (var c = 0; c < unknowns.Count && done < rows.Count; c++)
        {
            var pivot = rows.FindIndex(done, r => r[c] != 0);
            if (pivot < 0)
                continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            Scale(rows[done], Inverse(rows[done][c]));
            foreach (var row in rows.Where((r, i) => i != done && r[c] != 0))
                Subtract(row, rows[done], row[c]);
            done++;
        }
        return rows.Take(done).Where(r => r.Count(x => x != 0) == 1).Select(r => unknowns[Array.FindIndex(r, x => x != 0)]).ToHashSet();
    }

    private static void Scale(long[] row, long factor)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = row[i] * factor % Prime;
    }

    private static void Subtract(long[] row, long[] other, long factor)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = (row[i] + (Prime - factor) * other[i]) % Prime;
    }

    private static long Inverse(long number) => (long)System.Numerics.BigInteger.ModPow(number, Prime - 2, Prime);
}
