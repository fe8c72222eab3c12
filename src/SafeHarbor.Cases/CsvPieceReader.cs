using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.Win32.SafeHandles;

namespace SafeHarbor.Cases;

/// <summary>Reads the lines of a CSV file that begin in one piece of it, a buffer at a time.</summary>
/// <remarks>
/// First every delimiter, quote and line end of the buffer is found, 64 bytes at a time (Langdale and Lemire, "Parsing
/// gigabytes of JSON per second", VLDB Journal 28, 2019); then the rows are walked from mark to mark. A line with a quote or
/// with too many or too few cells is read again with care.
/// </remarks>
internal sealed class CsvPieceReader
{
    private const int BufferBytes = 512 << 10;
    private const byte LineEnd = (byte)'\n';
    private const byte Quote = (byte)'"';

    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly byte _delimiter;
    private readonly int _columns;
    private readonly byte[] _buffer = new byte[BufferBytes + 1 + Vector512<byte>.Count + CellTable.Padding];
    private readonly int[] _marks = new int[BufferBytes + 2];
    private readonly int[] _startOf = new int[Reasoning.ManyCases.CaseBlock.Capacity];

    public CsvPieceReader(SafeFileHandle file, long length, byte delimiter, int columns) =>
        (_file, _length, _delimiter, _columns) = (file, length, delimiter, columns);

    /// <param name="from">Where the piece begins.</param>
    /// <param name="to">Where it ends: lines that begin before it are read to their own end.</param>
    /// <param name="isFirst">Whether a line begins exactly at <paramref name="from"/>.</param>
    public void Read(long from, long to, bool isFirst, CaseWorker worker)
    {
        // From one byte before: if that is a line's end, a line of ours begins at the start of the piece.
        var place = isFirst ? from : AfterLineEnd(from - 1);
        worker.CellsOfRow = row => CellsAt(_startOf[row]);
        while (place < to)
        {
            var filled = RandomAccess.Read(_file, _buffer.AsSpan(0, BufferBytes), place);
            if (filled == 0)
                break;
            if (place + filled >= _length && _buffer[filled - 1] != LineEnd)
                _buffer[filled++] = LineEnd; // the last line of a file may lack its end
            _buffer.AsSpan(filled, Vector512<byte>.Count + CellTable.Padding).Clear();
            var whole = _buffer.AsSpan(0, filled).LastIndexOf(LineEnd) + 1;
            if (whole == 0)
            {
                worker.Fault(null, "the line is longer than 512 KB", "a row is one line; see whether line ends were lost");
                worker.SkipLine();
                place = AfterLineEnd(place);
                continue;
            }
            place = Rows(place, to, whole, worker);
        }
    }

    /// <summary>Gives the rows of the buffer to the worker, up to the end of the piece; the place in the file after the last.</summary>
    private long Rows(long place, long to, int whole, CaseWorker worker)
    {
        var marks = FindMarks(whole);
        var start = 0;
        for (var m = 0; m < marks && place + start < to;)
        {
            _startOf[worker.Block.Rows] = start;
            var last = m + _columns - 1;
            if (last < marks && _buffer[_marks[last]] == LineEnd && AreDelimiters(m, last))
            {
                if (_columns == 1 && IsBlank(start, _marks[m]))
                    worker.SkipLine();
                else
                    Row(start, m, worker);
                start = _marks[last] + 1;
                m = last + 1;
            }
            else
            {
                var end = start + _buffer.AsSpan(start).IndexOf(LineEnd);
                RowWithCare(start, end, worker);
                start = end + 1;
                while (m < marks && _marks[m] <= end)
                    m++;
            }
        }
        // The rows of the block must be counted while the buffer still holds their text.
        worker.Flush();
        return place + start;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(int start, int mark, CaseWorker worker)
    {
        worker.BeginRow();
        var valid = true;
        for (var c = 0; c < _columns && valid; c++)
        {
            var end = _marks[mark + c];
            var length = end - start;
            if (c == _columns - 1 && length > 0 && _buffer[end - 1] == '\r')
                length--;
            valid = worker.TryCell(c, new ReadOnlySpan<byte>(_buffer, start, length));
            start = end + 1;
        }
        worker.EndRow(valid);
    }

    private void RowWithCare(int start, int end, CaseWorker worker)
    {
        if (IsBlank(start, end))
        {
            worker.SkipLine();
            return;
        }
        worker.BeginRow();
        var cells = CsvLine.Read(_buffer.AsSpan(start, end - start), _delimiter);
        var valid = cells switch
        {
            null => worker.Fault(null, "a quote is not closed, or something follows it", "a row is one line; a quoted cell is closed on it, and a quote inside is doubled"),
            { } some when some.Count != _columns => worker.Fault(null, $"it has {some.Count} cells, and the first line names {_columns}", "write one cell for each column; quote a cell that holds the delimiter"),
            _ => true,
        };
        for (var c = 0; c < _columns && valid; c++)
            valid = worker.TryCell(c, cells![c]);
        worker.EndRow(valid);
    }

    private bool IsBlank(int start, int end) => end == start || (end == start + 1 && _buffer[start] == '\r');

    private List<string> CellsAt(int start)
    {
        var line = _buffer.AsSpan(start);
        return CsvLine.Read(line[..line.IndexOf(LineEnd)], _delimiter)!;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AreDelimiters(int from, int to)
    {
        for (var m = from; m < to; m++)
        {
            if (_buffer[_marks[m]] != _delimiter)
                return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindMarks(int length)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_buffer);
        Vector512<byte> delimiters = Vector512.Create(_delimiter), lineEnds = Vector512.Create(LineEnd), quotes = Vector512.Create(Quote);
        var count = 0;
        for (var place = 0; place < length; place += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref first, (nuint)place);
            var found = (Vector512.Equals(bytes, delimiters) | Vector512.Equals(bytes, lineEnds) | Vector512.Equals(bytes, quotes)).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
                _marks[count++] = place + BitOperations.TrailingZeroCount(found);
        }
        // What the last step saw past the end belongs to a line that is not whole.
        while (count > 0 && _marks[count - 1] >= length)
            count--;
        return count;
    }

    /// <summary>The place after the first line end at or after a place; the length of the file where there is none.</summary>
    private long AfterLineEnd(long place)
    {
        while (place < _length)
        {
            var filled = RandomAccess.Read(_file, _buffer.AsSpan(0, BufferBytes), place);
            if (filled == 0)
                break;
            var end = _buffer.AsSpan(0, filled).IndexOf(LineEnd);
            if (end >= 0)
                return place + end + 1;
            place += filled;
        }
        return _length;
    }
}
