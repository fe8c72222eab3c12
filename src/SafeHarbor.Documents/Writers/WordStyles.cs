using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeHarbor.Documents.Paper;

namespace SafeHarbor.Documents.Writers;

/// <summary>The styles and lists of our Word documents: real ones, so that a reader can restyle, navigate and listen.</summary>
internal static class WordStyles
{
    public const string Plain = "Normal", Lead = "Lead", Quiet = "Quiet", Title = "Title", Blank = "Blank", Link = "Hyperlink", Table = "Facts", Caption = "Caption", Foot = "Footer";

    /// <summary>Definitions of lists, by number.</summary>
    public const int Bullets = 1, Numbers = 2;

    private const string Navy = "162E51";

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{level - 1}");

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial", EastAsia = "Arial" }, new FontSize { Val = Half(Sheet.Plain) }, new FontSizeComplexScript { Val = Half(Sheet.Plain) },
                new Languages { Val = Paper.Document.Language, EastAsia = Paper.Document.Language, Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(0, Sheet.PlainBelow, Sheet.PlainLine)))),
        Paragraph(Plain, "Normal", null, Spacing(0, Sheet.PlainBelow, Sheet.PlainLine), Size(Sheet.Plain), isDefault: true),
        Paragraph(Title, "Title", null, Spacing(0, Sheet.TitleBelow, Sheet.TitleLine), Size(Sheet.Title, bold: true, Navy), next: true),
        Paragraph(Heading(2), "heading 1", 0, Spacing(Sheet.SectionAbove, Sheet.SectionBelow, Sheet.SectionLine), Size(Sheet.Section, bold: true, Navy), next: true),
        Paragraph(Heading(3), "heading 2", 1, Spacing(Sheet.PartAbove, Sheet.PartBelow, Sheet.PartLine), Size(Sheet.Part, bold: true), next: true),
        Paragraph(Lead, "Lead", null, Spacing(0, Sheet.PlainBelow, Sheet.PlainLine), Size(Sheet.Plain, bold: true)),
        Paragraph(Quiet, "Quiet", null, Spacing(0, Sheet.QuietBelow, Sheet.QuietLine), Size(Sheet.Quiet)),
        Paragraph(Caption, "caption", null, Spacing(0, Sheet.QuietBelow, Sheet.QuietLine), Size(Sheet.Quiet, bold: true), next: true),
        Paragraph(Foot, "footer", null, Spacing(0, 0, 10), Size(7.5, color: "444444")),
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden()) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        new Style(new StyleName { Val = "Blank to fill in" }, new StyleRunProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "FFF3C4" })) { Type = StyleValues.Character, StyleId = Blank, CustomStyle = true },
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = "005EA2" })) { Type = StyleValues.Character, StyleId = Link },
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        new Style(new StyleName { Val = "Facts" }, new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(
                new TableBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Color = "A9AEB1" }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 6, Color = "A9AEB1" }),
                new TableCellMarginDefault(new TopMargin { Width = Twentieths(Sheet.CellAbove), Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = (short)(Sheet.CellPadding * 20), Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = (short)(Sheet.CellPadding * 20), Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold()), new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E8EDF3" })) { Type = TableStyleOverrideValues.FirstRow },
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold())) { Type = TableStyleOverrideValues.FirstColumn })
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true });

    public static Numbering Lists() => new(
        Kind(Bullets, NumberFormatValues.Bullet, "•"), Kind(Numbers, NumberFormatValues.Decimal, "%1."));

    /// <summary>A list of its own, so that its numbers begin at one.</summary>
    public static NumberingInstance List(int number, bool numbered) => new(
        new AbstractNumId { Val = numbered ? Numbers : Bullets },
        new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
    { NumberID = number };

    public static string Twentieths(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);

    private static AbstractNum Kind(int number, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = Twentieths(Sheet.Indent), Hanging = Twentieths(Sheet.Indent) }))
        { LevelIndex = 0 })
    { AbstractNumberId = number };

    private static Style Paragraph(string id, string name, int? outline, SpacingBetweenLines spacing, StyleRunProperties run, bool next = false, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
            style.Append(new BasedOn { Val = Plain });
        if (next)
            style.Append(new NextParagraphStyle { Val = Plain });
        style.Append(new PrimaryStyle());
        var properties = new StyleParagraphProperties();
        if (next)
            properties.Append(new KeepNext());
        properties.Append(spacing);
        if (outline is { } level)
            properties.Append(new OutlineLevel { Val = level });
        style.Append(properties, run);
        return style;
    }

    private static StyleRunProperties Size(double size, bool bold = false, string? color = null)
    {
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (color is not null)
            run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = Half(size) }, new FontSizeComplexScript { Val = Half(size) });
        return run;
    }

    private static SpacingBetweenLines Spacing(double above, double below, double line) =>
        new() { Before = Twentieths(above), After = Twentieths(below), Line = Twentieths(line), LineRule = LineSpacingRuleValues.Exact };

    private static string Half(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);
}
