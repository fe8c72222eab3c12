using System.Collections.Immutable;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>A count as it is told: how many cases, or null where it is withheld because it, or one that it would give away, is of few children.</summary>
/// <param name="Row">The group; under two laws the verdict under the first. Null for the sum of all.</param>
/// <param name="Column">The verdict; under two laws that under the second. Null for the sum of all.</param>
public sealed record CountCell(int? Row, Verdict? Column, long? Cases);

/// <summary>The counts of one demand: a table of rows by verdicts, with its sums.</summary>
public sealed record DemandTable(Demand Demand, ImmutableArray<CountCell> Cells)
{
    public CountCell? Of(int? row, Verdict? column) => Cells.FirstOrDefault(c => c.Row == row && c.Column == column);
}

/// <summary>Counts as they are told, with or without what small-cell privacy withholds.</summary>
public static class CountTables
{
    /// <summary>The tables of all demands.</summary>
    /// <param name="smallest">The smallest count that may be told; 1 for all.</param>
    /// <remarks>
    /// A row's sum (the cases of a group) stands in every demand's table, so it is withheld in all or none. Demands can share a set
    /// of children, such as those of whom two demands do not speak; so a count that is withheld in one table is withheld in every
    /// table in which the same number stands in the same row.
    /// </remarks>
    public static ImmutableArray<DemandTable> Of(CountPlan plan, VerdictCounts counts, int smallest)
    {
        var tables = plan.Demands.Select((d, i) => new Table(d, Full(counts, i), counts.Cases)).ToList();
        var any = true;
        while (any && smallest > 1)
        {
            any = false;
            foreach (var table in tables)
                any |= table.Protect(smallest);
            foreach (var (from, to) in tables.SelectMany(f => tables.Where(t => t != f).Select(t => (f, t))))
                any |= from.ShareWith(to);
        }
        return [.. tables.Select(t => t.Told())];
    }

    private static List<CountCell> Full(VerdictCounts counts, int demand)
    {
        var cells = new List<CountCell>();
        foreach (var (d, group, first, second, cases) in counts.All())
        {
            if (d == demand)
                cells.Add(counts.TwoLaws ? new CountCell((int)first, second, cases) : new CountCell(group, first, cases));
        }
        return cells;
    }

    private sealed class Table
    {
        private readonly Demand _demand;
        private readonly List<CountCell> _cells;
        private readonly List<TableLine> _lines = [];
        private readonly HashSet<int> _withheld = [];
        private readonly HashSet<int> _fixed = [];

        public Table(Demand demand, List<CountCell> cells, long cases)
        {
            (_demand, _cells) = (demand, cells);
            var inner = cells.Count;
            var rows = Sums(c => (c.Row, null), down: false);
            var columns = Sums(c => (null, c.Column), down: true);
            _fixed.Add(_cells.Count);
            _cells.Add(new CountCell(null, null, cases));
            _lines.Add(new TableLine([.. rows], _cells.Count - 1));
            _lines.Add(new TableLine([.. columns], _cells.Count - 1, Down: true));

            List<int> Sums(Func<CountCell, (int? Row, Verdict? Column)> key, bool down)
            {
                var sums = new List<int>();
                foreach (var line in Enumerable.Range(0, inner).GroupBy(i => key(_cells[i])).ToList())
                {
                    sums.Add(_cells.Count);
                    _lines.Add(new TableLine([.. line], _cells.Count, down));
                    _cells.Add(new CountCell(line.Key.Row, line.Key.Column, line.Sum(i => _cells[i].Cases)));
                }
                return sums;
            }
        }

        public bool Protect(int smallest)
        {
            if (_cells[^1].Cases < smallest)
            {
                // So few cases in all that nothing can be told.
                var before = _withheld.Count;
                _withheld.UnionWith(Enumerable.Range(0, _cells.Count));
                return _withheld.Count > before;
            }
            return SmallCells.Withhold([.. _cells.Select(c => c.Cases!.Value)], _lines, smallest, _fixed, _withheld);
        }

        public bool ShareWith(Table other)
        {
            var before = other._withheld.Count;
            var mine = _withheld.Select(i => (_cells[i].Row, _cells[i].Cases)).ToHashSet();
            other._withheld.UnionWith(Enumerable.Range(0, other._cells.Count).Where(i => !other._fixed.Contains(i) && mine.Contains((other._cells[i].Row, other._cells[i].Cases))));
            return other._withheld.Count > before;
        }

        public DemandTable Told() => new(_demand, [.. _cells.Select((c, i) => _withheld.Contains(i) ? c with { Cases = null } : c)]);
    }
}
