using System.Text;
using Parquet;
using Parquet.Schema;
using SafeHarbor.Law;

namespace SafeHarbor.Cases;

/// <summary>Writes cases to a file: Parquet where its name ends so, CSV otherwise.</summary>
public static class CaseFileWriter
{
    private const int RowGroup = 100_000;

    /// <param name="facts">The columns, in order.</param>
    /// <param name="next">Fills the values that each fact of the vocabulary may have in the next case.</param>
    /// <param name="progress">Told how many rows are written.</param>
    /// <exception cref="CaseFileError">The file cannot be written.</exception>
    public static void Write(string path, Vocabulary vocabulary, IReadOnlyList<Fact> facts, long rows, Next next, Action<long>? progress = null)
    {
        try
        {
            if (path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
                WriteParquet(path, vocabulary, facts, rows, next, progress).GetAwaiter().GetResult();
            else
                WriteCsv(path, vocabulary, facts, rows, next, progress);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CaseFileError($"`{path}` cannot be written", "see whether its folder is there, and give a file, not a folder");
        }
    }

    /// <summary>Fills the next case, by fact.</summary>
    public delegate void Next(Span<ValueSet> cells);

    private static void WriteCsv(string path, Vocabulary vocabulary, IReadOnlyList<Fact> facts, long rows, Next next, Action<long>? progress)
    {
        var cells = new ValueSet[vocabulary.Facts.Length];
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', facts.Select(f => f.Name)));
        for (var row = 0L; row < rows; row++)
        {
            next(cells);
            for (var c = 0; c < facts.Count; c++)
            {
                if (c > 0)
                    writer.Write(',');
                writer.Write(Cells.Write(facts[c], cells[facts[c].Index]));
            }
            writer.Write('\n');
            if (row % RowGroup == 0)
                progress?.Invoke(row);
        }
    }

    private static async Task WriteParquet(string path, Vocabulary vocabulary, IReadOnlyList<Fact> facts, long rows, Next next, Action<long>? progress)
    {
        var fields = facts.Select(f => new DataField<string?>(f.Name)).ToList();
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        for (var done = 0L; done < rows; done += RowGroup)
        {
            var count = (int)Math.Min(RowGroup, rows - done);
            var columns = facts.Select(_ => new string?[count]).ToList();
            for (var row = 0; row < count; row++)
                Fill(columns, row);
            using var group = writer.CreateRowGroup();
            for (var c = 0; c < fields.Count; c++)
                await group.WriteAsync(fields[c], (IReadOnlyCollection<string>)columns[c]!);
            progress?.Invoke(done + count);
        }

        void Fill(List<string?[]> columns, int row)
        {
            var cells = new ValueSet[vocabulary.Facts.Length];
            next(cells);
            for (var c = 0; c < facts.Count; c++)
                columns[c][row] = cells[facts[c].Index] == facts[c].AllValues ? null : Cells.Write(facts[c], cells[facts[c].Index]);
        }
    }
}
