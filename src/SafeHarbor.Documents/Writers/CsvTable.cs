using System.Text;
using SafeHarbor.Documents.Tables;

namespace SafeHarbor.Documents.Writers;

/// <summary>A table as CSV (RFC 4180), in UTF-8.</summary>
public static class CsvTable
{
    public static byte[] Write(DataTable table)
    {
        var csv = new StringBuilder();
        Append(csv, table.Columns.Select(c => c.Name));
        foreach (var row in table.Rows)
            Append(csv, row.Select(DataTable.Text));
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static void Append(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
