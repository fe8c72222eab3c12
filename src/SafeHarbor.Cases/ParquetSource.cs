using System.Globalization;
using Parquet;
using Parquet.Schema;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cases;

/// <summary>A Parquet file; its pieces are its row groups. Cells are texts as in CSV, or whole numbers; null is not known.</summary>
internal sealed class ParquetSource : ICaseSource
{
    private readonly string _path;
    private readonly DataField?[] _fields;
    private readonly ThreadLocal<ParquetReader> _readers;

    private ParquetSource(string path, ParquetReader reader, CaseColumns columns, DataField?[] fields)
    {
        (_path, _fields, Columns, Pieces) = (path, fields, columns, reader.RowGroupCount);
        _readers = new ThreadLocal<ParquetReader>(() => Wait(ParquetReader.CreateAsync(_path)), trackAllValues: true);
        var file = new FileInfo(path);
        Stamp = $"parquet {file.Length} {file.LastWriteTimeUtc.ToString("O", CultureInfo.InvariantCulture)} {string.Join('|', columns.Facts.Select(f => f?.Name))}";
    }

    public CaseColumns Columns { get; }

    public int Pieces { get; }

    public long FirstLine => 1;

    public string Stamp { get; }

    /// <exception cref="CaseFileError">The file cannot be used.</exception>
    public static ParquetSource Open(string path, Vocabulary vocabulary, IReadOnlyCollection<string> ignored)
    {
        ParquetReader reader;
        try
        {
            reader = Wait(ParquetReader.CreateAsync(path));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw Damaged(error);
        }
        try
        {
            var names = reader.Schema.Fields.Select(f => f.Name).ToList();
            var columns = CaseColumns.Of(vocabulary, names, ignored);
            return new ParquetSource(path, reader, columns, [.. columns.Facts.Select((f, c) => f is null ? null : FieldOf(reader.Schema.Fields[c]))]);
        }
        finally
        {
            Wait(reader.DisposeAsync().AsTask());
        }
    }

    public void Read(int piece, CaseWorker worker)
    {
        ReadOnlyMemory<char>?[]?[] cells;
        int rows;
        try
        {
            using var group = _readers.Value!.OpenRowGroupReader(piece);
            rows = checked((int)group.RowCount);
            cells = [.. _fields.Select(f => f is null ? null : Column(group, f, rows))];
        }
        catch (Exception error) when (error is not OutOfMemoryException and not CaseFileError)
        {
            throw Damaged(error);
        }
        var first = 0;
        worker.CellsOfRow = row => [.. cells.Select(c => c?[first + row]?.ToString() ?? "")];
        for (var row = 0; row < rows; row++)
        {
            worker.BeginRow();
            var valid = true;
            for (var c = 0; c < cells.Length && valid; c++)
                valid = cells[c] is not { } column || worker.TryCell(c, column[row].GetValueOrDefault().Span);
            worker.EndRow(valid);
            if (worker.Block.Rows == 0)
                first = row + 1; // the block was full, and has been counted
        }
        worker.Flush();
    }

    public void Dispose()
    {
        foreach (var reader in _readers.Values)
            Wait(reader.DisposeAsync().AsTask());
        _readers.Dispose();
    }

    private static DataField FieldOf(Field field) => field is DataField { IsArray: false } data && data.MaxRepetitionLevel == 0
        && (IsText(data.ClrType) || IsWhole(data.ClrType))
        ? data
        : throw new CaseFileError($"column `{Cells.Shown(field.Name)}` holds neither text nor whole numbers",
            "write it as text: a value's name, several with | between them, or nothing where it is not known");

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(ReadOnlyMemory<char>);

    private static bool IsWhole(Type type) => type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(sbyte) || type == typeof(byte) || type == typeof(ushort) || type == typeof(uint);

    private static ReadOnlyMemory<char>?[] Column(ParquetRowGroupReader group, DataField field, int rows) => field.ClrType switch
    {
        var t when IsText(t) => Texts(group, field, rows),
        var t when t == typeof(long) => Numbers<long>(group, field, rows),
        var t when t == typeof(int) => Numbers<int>(group, field, rows),
        var t when t == typeof(short) => Numbers<short>(group, field, rows),
        var t when t == typeof(sbyte) => Numbers<sbyte>(group, field, rows),
        var t when t == typeof(byte) => Numbers<byte>(group, field, rows),
        var t when t == typeof(ushort) => Numbers<ushort>(group, field, rows),
        _ => Numbers<uint>(group, field, rows),
    };

    private static ReadOnlyMemory<char>?[] Texts(ParquetRowGroupReader group, DataField field, int rows)
    {
        var texts = new ReadOnlyMemory<char>?[rows];
        if (field.IsNullable)
        {
            Wait(group.ReadAsync<ReadOnlyMemory<char>>(field, texts.AsMemory()).AsTask());
            return texts;
        }
        var plain = new ReadOnlyMemory<char>[rows];
        Wait(group.ReadAsync<ReadOnlyMemory<char>>(field, plain.AsMemory()).AsTask());
        return [.. plain.Select(p => (ReadOnlyMemory<char>?)p)];
    }

    private static ReadOnlyMemory<char>?[] Numbers<T>(ParquetRowGroupReader group, DataField field, int rows)
        where T : struct, IFormattable
    {
        var values = new T?[rows];
        if (field.IsNullable)
        {
            Wait(group.ReadAsync<T>(field, values.AsMemory()).AsTask());
        }
        else
        {
            var plain = new T[rows];
            Wait(group.ReadAsync<T>(field, plain.AsMemory()).AsTask());
            for (var i = 0; i < rows; i++)
                values[i] = plain[i];
        }
        return [.. values.Select(v => v?.ToString(null, CultureInfo.InvariantCulture).AsMemory())];
    }

    private static CaseFileError Damaged(Exception error) =>
        new($"the Parquet file cannot be read: {Friendly.Sentence(error.Message)}", "see whether it was written to its end; written anew as CSV it can be read too");

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
