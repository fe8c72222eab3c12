using System.Text.Json;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Tables;

namespace SafeHarbor.Documents.Writers;

/// <summary>Tables as JSON (docs/json.md, safeharbor/tables/1).</summary>
public static class TablesJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<DataTable> tables) => json.Array("tables", tables, table =>
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Title);
        json.WriteString("about", table.About);
        json.Strings("columns", table.Columns.Select(c => c.Name));
        json.Array("rows", table.Rows, row =>
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                if (cell is long number)
                    json.WriteNumberValue(number);
                else if (cell is null)
                    json.WriteNullValue();
                else
                    json.WriteStringValue(DataTable.Text(cell));
            }
            json.WriteEndArray();
        });
        json.WriteEndObject();
    });
}
