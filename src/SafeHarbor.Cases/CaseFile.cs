using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>Counts the cases of a file, CSV or Parquet, on all cores, in memory that does not grow with the file.</summary>
public static class CaseFile
{
    /// <summary>Counts the file; takes up a run that was stopped where there is one.</summary>
    /// <exception cref="CaseFileError">The file cannot be used.</exception>
    public static CountResult Count(CountPlan plan, string path, CountOptions options)
    {
        try
        {
            using var source = Open(plan, path, options);
            return new CountRun(plan, source, options, Key(plan, source, options)).Run();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CaseFileError($"`{path}` cannot be read", "see whether it is there, and may be read");
        }
    }

    private static ICaseSource Open(CountPlan plan, string path, CountOptions options)
    {
        if (Directory.Exists(path))
            throw new CaseFileError($"`{path}` is a folder", "give the CSV or Parquet file in it");
        if (!File.Exists(path))
            throw new CaseFileError($"there is no file `{path}`", "give a CSV or Parquet file; `safeharbor generate cases.csv` writes one of made-up cases");
        return IsParquet(path)
            ? ParquetSource.Open(path, plan.Vocabulary, options.Ignored)
            : CsvSource.Open(path, plan.Vocabulary, options.Ignored, options.PieceBytes);
    }

    /// <summary>A Parquet file says so in its first four bytes.</summary>
    public static bool IsParquet(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PAR1"u8);
    }

    /// <summary>Stands for everything that an answer rests on: the law, the question and the file.</summary>
    private static string Key(CountPlan plan, ICaseSource source, CountOptions options)
    {
        var law = plan.Laws.Select(l => $"{l.Library.Hash} {l.Jurisdiction.Id} {LocalDatePattern.Iso.Format(l.On)} {string.Join('|', l.Bills.Select(b => b.Title))}");
        var text = string.Join('\n', law.Concat(plan.Demands.Select(d => d.Id)).Concat(options.Ignored)
            .Append(options.By?.Name).Append(options.BadRowsPath).Append(source.Stamp).Append(typeof(CaseFile).Assembly.GetName().Version!.ToString()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
