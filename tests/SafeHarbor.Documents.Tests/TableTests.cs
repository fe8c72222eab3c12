using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.VisualBasic.FileIO;
using Parquet;
using SafeHarbor.Documents.Tables;
using SafeHarbor.Documents.Words;
using SafeHarbor.Documents.Writers;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>The same table is the same in each of its forms, and says what the reasoning says.</summary>
public class TableTests
{
    private static readonly NationalGaps Gaps = NationalGaps.Of(RealLaw.Library, RealLaw.On);

    [Fact]
    public async Task CsvSheetAndParquetHoldTheSame()
    {
        var tables = NationalTables.Of(Gaps);
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWriter.Write(tables)), isEditable: false);
        foreach (var table in tables)
        {
            var csv = ReadCsv(CsvTable.Write(table));
            Assert.Equal(table.Rows.Length + 1, csv.Count);
            Assert.Equal(csv, ReadSheet(book, table.Name, table.Columns.Length));
            Assert.Equal(csv, await ReadParquet(ParquetTable.Write(table, Gaps.Receipt)));
        }
    }

    [Fact]
    public void TheWorkbookIsValid()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWriter.Write(NationalTables.Of(Gaps))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void TheWordOfEachCellIsThatOfTheLawsStanding()
    {
        var table = GapTables.Verdict(Gaps);
        foreach (var id in new[] { "US-KY", "US-DC", "US-VT" })
        {
            var column = table.Columns.Select(c => c.Name).ToList().IndexOf(id);
            Assert.Equal(Standing.Of(RealLaw.Library, id, RealLaw.On).Select(s => s.Word), table.Rows.Select(r => (string)r[column]!));
        }
    }

    [Fact]
    public void TheSameTablesAreTheSameBytes()
    {
        var (one, other) = (NationalTables.Of(Gaps), NationalTables.Of(NationalGaps.Of(RealLaw.Library, RealLaw.On)));
        Assert.Equal(SheetWriter.Write(one), SheetWriter.Write(other));
        Assert.All(one.Zip(other), t => Assert.Equal(ParquetTable.Write(t.First, Gaps.Receipt), ParquetTable.Write(t.Second, Gaps.Receipt)));
    }

    [Fact]
    public void TheTablesCarryTheReceipt() =>
        Assert.Contains(RealLaw.Library.Hash, Encoding.UTF8.GetString(CsvTable.Write(NationalTables.Of(Gaps)[0])), StringComparison.Ordinal);

    internal static List<string> ReadCsv(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var rows = new List<string>();
        while (!parser.EndOfData)
            rows.Add(string.Join('\u001f', parser.ReadFields()!));
        return rows;
    }

    private static List<string> ReadSheet(SpreadsheetDocument book, string name, int columns)
    {
        var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().First(s => s.Name == name).Id!.Value!);
        return [.. part.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().Select(row =>
        {
            var cells = new string[columns];
            Array.Fill(cells, "");
            foreach (var cell in row.Elements<Cell>())
                cells[Column(cell.CellReference!.Value!)] = cell.InnerText;
            return string.Join('\u001f', cells);
        })];
    }

    private static int Column(string reference) => reference.TakeWhile(char.IsLetter).Aggregate(0, (all, letter) => all * 26 + letter - 'A' + 1) - 1;

    private static async Task<List<string>> ReadParquet(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file), cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var rows = (int)group.RowCount;
        var columns = new List<string[]>();
        foreach (var field in reader.Schema.GetDataFields())
            columns.Add(await Column(group, field, rows));
        return [string.Join('\u001f', reader.Schema.GetDataFields().Select(f => f.Name)), .. Enumerable.Range(0, rows).Select(r => string.Join('\u001f', columns.Select(c => c[r])))];
    }

    private static async Task<string[]> Column(ParquetRowGroupReader group, Parquet.Schema.DataField field, int rows)
    {
        if (field.ClrType == typeof(long))
        {
            var numbers = new long?[rows];
            await group.ReadAsync<long>(field, numbers.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            return [.. numbers.Select(n => n?.ToString(CultureInfo.InvariantCulture) ?? "")];
        }
        var texts = new ReadOnlyMemory<char>?[rows];
        await group.ReadAsync<ReadOnlyMemory<char>>(field, texts.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return [.. texts.Select(t => t?.ToString() ?? "")];
    }
}
