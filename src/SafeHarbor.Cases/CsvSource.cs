using Microsoft.Win32.SafeHandles;
using SafeHarbor.Law;

namespace SafeHarbor.Cases;

/// <summary>
/// A CSV file, cut into pieces of equal length: a piece holds the lines that begin in it. Any thread can read any piece
/// without the others, and a count can be taken up again at any piece.
/// </summary>
internal sealed class CsvSource : ICaseSource
{
    /// <summary>Bytes of a piece, where nothing else is asked for.</summary>
    public const int PieceBytes = 8 << 20;

    private const int LongestHeader = 1 << 20;

    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly long _begin;
    private readonly int _pieceBytes;
    private readonly byte _delimiter;
    private readonly ThreadLocal<CsvPieceReader> _readers;

    private CsvSource(SafeFileHandle file, string path, long begin, byte delimiter, CaseColumns columns, int pieceBytes)
    {
        (_file, _length, _begin, _delimiter, _pieceBytes) = (file, RandomAccess.GetLength(file), begin, delimiter, pieceBytes);
        Columns = columns;
        var changed = File.GetLastWriteTimeUtc(path).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Stamp = $"csv {_length} {changed} {pieceBytes} {string.Join((char)delimiter, columns.Facts.Select(f => f?.Name))}";
        _readers = new ThreadLocal<CsvPieceReader>(() => new CsvPieceReader(_file, _length, _delimiter, Columns.Names.Length));
    }

    public CaseColumns Columns { get; }

    public int Pieces => (int)Math.Max(1, (_length - _begin + _pieceBytes - 1) / _pieceBytes);

    public long FirstLine => 2;

    public string Stamp { get; }

    /// <exception cref="CaseFileError">The file cannot be used.</exception>
    public static CsvSource Open(string path, Vocabulary vocabulary, IReadOnlyCollection<string> ignored, int pieceBytes = PieceBytes)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, FileOptions.RandomAccess);
        try
        {
            var start = new byte[(int)Math.Min(RandomAccess.GetLength(file), LongestHeader)];
            var got = RandomAccess.Read(file, start, 0);
            ReadOnlySpan<byte> text = start.AsSpan(0, got);
            if (text.IsEmpty)
                throw new CaseFileError("the file is empty", "its first line names the columns by facts; `safeharbor generate` writes an example");
            if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || text.Contains((byte)0))
                throw new CaseFileError("the file is not text in UTF-8", "save it as CSV with the encoding UTF-8");
            var mark = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            var end = text.IndexOf((byte)'\n');
            if (end < 0 && got == LongestHeader)
                throw new CaseFileError("the first line does not end within 1 MB", "the first line names the columns, with commas between them");
            var header = end < 0 ? text[mark..] : text[mark..end];
            var delimiter = DelimiterOf(header);
            var names = CsvLine.Read(header, delimiter) ?? throw new CaseFileError("the first line has a quote that is not closed", "close it, or leave the quotes out");
            return new CsvSource(file, path, end < 0 ? got : end + 1, delimiter, CaseColumns.Of(vocabulary, names, ignored), pieceBytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Read(int piece, CaseWorker worker)
    {
        var from = _begin + (long)piece * _pieceBytes;
        _readers.Value!.Read(from, Math.Min(_length, from + _pieceBytes), isFirst: piece == 0, worker);
    }

    public void Dispose()
    {
        _readers.Dispose();
        _file.Dispose();
    }

    /// <summary>A comma; or, where the first line has more of them, a semicolon or a tab.</summary>
    private static byte DelimiterOf(ReadOnlySpan<byte> header)
    {
        var best = (byte)',';
        foreach (var other in ";\t"u8)
        {
            if (header.Count(other) > header.Count(best))
                best = other;
        }
        return best;
    }
}
