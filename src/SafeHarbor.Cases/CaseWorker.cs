using System.Runtime.CompilerServices;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>What one thread needs to count rows: the meaning of cells, a block to collect rows in, and a counter.</summary>
internal sealed class CaseWorker
{
    private readonly CountPlan _plan;
    private readonly CaseCounter _counter;
    private readonly CellTable?[] _tables;
    private readonly int _byColumn;
    private readonly int _groupWithoutColumn;
    private readonly long[] _lineOf = new long[CaseBlock.Capacity];
    private readonly int _badRowsKept;
    private readonly Contradiction _contradiction;
    private List<BadRow> _bad = [];
    private long _badCount;
    private long _line;
    private int _group;

    /// <param name="by">The fact by which counts are broken down; null for none.</param>
    /// <param name="badRowsKept">How many bad rows of a piece are kept; the others are only counted.</param>
    public CaseWorker(CountPlan plan, BitProgram program, CaseColumns columns, Fact? by, int badRowsKept)
    {
        _plan = plan;
        Columns = columns;
        _badRowsKept = badRowsKept;
        _tables = [.. columns.Facts.Select(f => f is null ? null : new CellTable(plan, f))];
        _byColumn = by is null ? -1 : columns.Facts.IndexOf(by);
        _groupWithoutColumn = by?.Values.Length ?? 0;
        _counter = new CaseCounter(plan, program, by is null ? 1 : GroupNames.CountOf(by));
        _contradiction = new Contradiction(plan.Vocabulary);
        Block = new CaseBlock(plan, grouped: by is not null);
    }

    public CaseColumns Columns { get; }

    public CaseBlock Block { get; }

    /// <summary>Where the file keeps the rows of the block, so that one can be read again to say what is wrong with it.</summary>
    public Func<int, IReadOnlyList<string>>? CellsOfRow { get; set; }

    /// <summary>Passes over a line that holds no row.</summary>
    public void SkipLine() => _line++;

    /// <summary>Begins a row: the group is not known until its cell has been read.</summary>
    public void BeginRow() => _group = _groupWithoutColumn;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryCell(int column, ReadOnlySpan<byte> text)
    {
        if (_tables[column] is not { } table)
            return true;
        if (!table.TryRead(text, out var cell))
            return Fault(column, System.Text.Encoding.UTF8.GetString(text));
        Take(column, table, cell);
        return true;
    }

    public bool TryCell(int column, ReadOnlySpan<char> text)
    {
        if (_tables[column] is not { } table)
            return true;
        if (!table.TryRead(text, out var cell))
            return Fault(column, text.ToString());
        Take(column, table, cell);
        return true;
    }

    /// <summary>Ends the row; a full block is counted.</summary>
    public void EndRow(bool valid)
    {
        _lineOf[Block.Rows] = _line++;
        Block.EndRow(valid, _group);
        if (Block.IsFull)
            Flush();
    }

    /// <summary>Says what is wrong with the row that is being read.</summary>
    /// <returns>False, always.</returns>
    public bool Fault(string? column, string what, string help)
    {
        _badCount++;
        if (_bad.Count < _badRowsKept)
            _bad.Add(new BadRow(_line, column, what, help));
        return false;
    }

    /// <summary>Counts what the block holds, and empties it.</summary>
    public void Flush()
    {
        if (Block.Rows > 0)
            _counter.Count(Block, Contradicts);
        Block.Clear();
    }

    /// <summary>What has been counted since the last time.</summary>
    public PieceResult Take()
    {
        Flush();
        _bad.Sort((a, b) => a.Line.CompareTo(b.Line));
        var result = new PieceResult(_counter.TakeCounts(), _line, _bad, _badCount);
        (_bad, _badCount, _line) = ([], 0, 0);
        return result;
    }

    private void Take(int column, CellTable table, CellTable.Cell cell)
    {
        Block.Set(table.Fact.Index, cell.Classes);
        if (column == _byColumn)
            _group = cell.Group;
    }

    private bool Fault(int column, string text)
    {
        var (_, what, help) = Cells.Read(_tables[column]!.Fact, text);
        return Fault(Columns.Names[column], what!, help!);
    }

    private void Contradicts(int row)
    {
        _badCount++;
        if (_bad.Count >= _badRowsKept)
            return;
        var cells = CellsOfRow!(row);
        var given = Columns.Facts.Select((f, c) => (Fact: f, Text: cells[c])).Where(g => g.Fact is not null).Select(g => (g.Fact!, Cells.Read(g.Fact!, g.Text).Values));
        var (what, help) = _contradiction.Explain(given);
        _bad.Add(new BadRow(_lineOf[row], null, what, help));
    }
}
