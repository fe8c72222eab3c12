using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SafeHarbor.Documents.Tables;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace SafeHarbor.Documents.Writers;

/// <summary>Tables as one workbook (XLSX), a sheet for each, the heading frozen. The same tables are always the same bytes.</summary>
public static class SheetWriter
{
    private const uint PlainStyle = 0, BoldStyle = 1;
    private const int LongestCell = 32_767, WidestColumn = 60, NarrowestColumn = 9, RowsMeasured = 200;

    public static byte[] Write(IReadOnlyList<DataTable> tables)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            var book = package.AddWorkbookPart();
            package.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            var sheets = new Sheets();
            foreach (var (table, i) in tables.Select((t, i) => (t, i)))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rIdSheet{i + 1}");
                book.AddNewPart<WorksheetPart>(id).Worksheet = Of(table);
                sheets.Append(new Sheet { Name = table.Name, SheetId = (uint)i + 1, Id = id });
            }
            book.Workbook = new Workbook(sheets);
            package.Save();
        }
        return Zip.WithoutClock(stream);
    }

    private static Worksheet Of(DataTable table)
    {
        var data = new SheetData(Row(1, [.. table.Columns.Select(c => (object?)c.Name)], BoldStyle));
        data.Append(table.Rows.Select((r, i) => Row((uint)i + 2, r, PlainStyle)));
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        return new Worksheet(new SheetViews(view), new Columns(table.Columns.Select((c, i) =>
            new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = WidthOf(table, i), CustomWidth = true })), data);
    }

    private static double WidthOf(DataTable table, int column) =>
        Math.Clamp(table.Rows.Take(RowsMeasured).Select(r => DataTable.Text(r[column]).Length).Append(table.Columns[column].Name.Length).Max() + 2, NarrowestColumn, WidestColumn);

    private static Row Row(uint number, ImmutableArray<object?> cells, uint style)
    {
        var row = new Row { RowIndex = number };
        row.Append(cells.Select((cell, i) => Of(cell, Place(i) + number.ToString(CultureInfo.InvariantCulture), style)).OfType<Cell>());
        return row;
    }

    private static Cell? Of(object? cell, string place, uint style) => cell switch
    {
        null => null,
        long number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = place, DataType = CellValues.Number, StyleIndex = style },
        _ => new Cell(new InlineString(new Text(Shortened(DataTable.Text(cell))) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = place, DataType = CellValues.InlineString, StyleIndex = style },
    };

    private static string Shortened(string text) => text.Length <= LongestCell ? text : text[..(LongestCell - 1)] + "…";

    /// <summary>The letters of a zero-based column: A, B, … Z, AA.</summary>
    private static string Place(int column) => column < 26 ? ((char)('A' + column)).ToString() : Place(column / 26 - 1) + (char)('A' + column % 26);

    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" }), new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "Arial" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat { FontId = 0 }, new CellFormat { FontId = 1, ApplyFont = true }));
}
