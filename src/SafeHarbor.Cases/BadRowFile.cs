using System.Globalization;
using System.Text;

namespace SafeHarbor.Cases;

/// <summary>The file of every bad row, itself CSV: line, column, what is wrong, what to write instead.</summary>
internal sealed class BadRowFile : IDisposable
{
    private readonly FileStream _file;

    /// <param name="keep">What an earlier run had written and this one goes on from, in bytes; 0 begins anew.</param>
    /// <exception cref="CaseFileError">It cannot be written.</exception>
    public BadRowFile(string path, long keep)
    {
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
            // What stands after the last checkpoint was written by a run that was stopped, and will be written again.
            _file.SetLength(Math.Min(keep, _file.Length));
            _file.Seek(0, SeekOrigin.End);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CaseFileError($"the file of bad rows `{path}` cannot be written", "give another place after `--bad-rows`");
        }
        if (_file.Length == 0)
            _file.Write("line,column,what,help\n"u8);
    }

    public void Write(IEnumerable<BadRow> rows)
    {
        foreach (var row in rows)
        {
            var line = string.Join(',', row.Line.ToString(CultureInfo.InvariantCulture), Quoted(row.Column ?? ""), Quoted(row.What), Quoted(row.Help));
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    /// <summary>Its length, once what was written is on the disk.</summary>
    public long FlushedLength()
    {
        _file.Flush(flushToDisk: true);
        return _file.Length;
    }

    public void Dispose() => _file.Dispose();

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
