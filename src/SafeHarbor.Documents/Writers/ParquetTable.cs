using Parquet;
using Parquet.Schema;
using SafeHarbor.Documents.Tables;

namespace SafeHarbor.Documents.Writers;

/// <summary>A table as Parquet, with the receipt in its metadata. Days are texts, as in the other forms.</summary>
public static class ParquetTable
{
    public static byte[] Write(DataTable table, Receipt receipt) => WriteAsync(table, receipt).GetAwaiter().GetResult();

    private static async Task<byte[]> WriteAsync(DataTable table, Receipt receipt)
    {
        var fields = table.Columns.Select(c => c.Kind == CellKind.Whole ? (DataField)new DataField<long?>(c.Name) : new DataField<string?>(c.Name)).ToList();
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file))
        {
            writer.CustomMetadata = new Dictionary<string, string> { ["title"] = table.Title, ["receipt"] = receipt.ToString(), ["law"] = receipt.LawHash };
            using var group = writer.CreateRowGroup();
            for (var c = 0; c < fields.Count; c++)
            {
                if (table.Columns[c].Kind == CellKind.Whole)
                    await group.WriteAsync<long>(fields[c], table.Rows.Select(r => (long?)r[c]).ToArray());
                else
                    await group.WriteAsync(fields[c], (IReadOnlyCollection<string>)table.Rows.Select(r => r[c] is null ? null : DataTable.Text(r[c])).ToArray()!);
            }
        }
        return file.ToArray();
    }
}
