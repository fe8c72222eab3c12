using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Tables;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Documents.OpenData;

/// <summary>The library as a Frictionless data package: tables in CSV and Parquet with their schemas, and the provisions as JSON-LD.</summary>
/// <remarks>Source of the form: the Data Package standard, version 1 (specs.frictionlessdata.io).</remarks>
public static class DataPackage
{
    public static ImmutableArray<DataTable> Tables(NationalGaps gaps) =>
    [
        LibraryTables.Demands(gaps.Library), LibraryTables.Jurisdictions(gaps.Library), LibraryTables.Provisions(gaps.Library), LibraryTables.Rules(gaps.Library), LibraryTables.Unread(gaps.Library),
        GapTables.Counts(gaps), GapTables.Lines(gaps),
    ];

    /// <summary>Every file of the package.</summary>
    public static ImmutableArray<OutFile> Of(NationalGaps gaps)
    {
        var tables = Tables(gaps);
        return
        [
            new OutFile("datapackage.json", Descriptor(gaps.Receipt, tables)),
            .. tables.SelectMany(t => new[] { new OutFile($"data/{t.Name}.csv", CsvTable.Write(t)), new OutFile($"data/{t.Name}.parquet", ParquetTable.Write(t, gaps.Receipt)) }),
            new OutFile("legislation.jsonld", Legislation.Write(gaps.Library, gaps.On)),
        ];
    }

    private static byte[] Descriptor(Receipt receipt, IEnumerable<DataTable> tables)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "safeharbor-law-library");
            json.WriteString("title", "The law on sexually exploited children, as data");
            json.WriteString("description", "Cited, dated paraphrases of the law of the United States and its jurisdictions, and every gap in them against what the resolution of November 2016 asks. The words are ours and are not the text of any law. This informs; it is not legal advice.");
            json.WriteString("version", $"{Receipt.EngineVersion}+{receipt.LawHash[..12]}");
            json.WriteString("created", $"{LocalDatePattern.Iso.Format(receipt.On)}T00:00:00Z");
            json.WriteStartObject("receipt");
            json.WriteString("engine", Receipt.EngineVersion);
            json.WriteString("law", receipt.LawHash);
            json.WriteString("on", LocalDatePattern.Iso.Format(receipt.On));
            json.WriteEndObject();
            json.Array("licenses", ["MIT"], license =>
            {
                json.WriteStartObject();
                json.WriteString("name", license);
                json.WriteString("path", "https://opensource.org/license/mit");
                json.WriteEndObject();
            });
            json.Array("resources", tables.SelectMany(t => new (DataTable Table, string Form)[] { (t, "csv"), (t, "parquet") }), r => Resource(json, r.Table, r.Form));
            json.WriteEndObject();
        }
        return output.ToArray();
    }

    private static void Resource(Utf8JsonWriter json, DataTable table, string form)
    {
        json.WriteStartObject();
        json.WriteString("name", form == "csv" ? table.Name : $"{table.Name}-{form}");
        json.WriteString("path", $"data/{table.Name}.{form}");
        json.WriteString("title", table.Title);
        json.WriteString("description", table.About);
        json.WriteString("format", form);
        json.WriteString("mediatype", form == "csv" ? "text/csv" : "application/vnd.apache.parquet");
        if (form == "csv")
        {
            json.WriteString("profile", "tabular-data-resource");
            json.WriteString("encoding", "utf-8");
        }
        json.WriteStartObject("schema");
        json.Array("fields", table.Columns, column =>
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Kind switch { CellKind.Text => "string", CellKind.Whole => "integer", CellKind.Day => "date", _ => throw new System.Diagnostics.UnreachableException(column.Kind.ToString()) });
            json.WriteString("description", column.About);
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", column.Required);
            if (column.OneOf is { } values)
                json.Strings("enum", values);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.Strings("missingValues", [""]);
        json.Strings("primaryKey", table.Key);
        if (!table.ForeignKeys.IsEmpty)
        {
            json.Array("foreignKeys", table.ForeignKeys, key =>
            {
                json.WriteStartObject();
                json.Strings("fields", key.Columns);
                json.WriteStartObject("reference");
                json.WriteString("resource", key.Table);
                json.Strings("fields", key.Keys);
                json.WriteEndObject();
                json.WriteEndObject();
            });
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
