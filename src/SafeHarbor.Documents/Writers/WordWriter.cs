using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeHarbor.Documents.Paper;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeHarbor.Documents.Writers;

/// <summary>Writes a document as Word: real styles and lists, tables with headings, and changes that a drafter can accept or reject.</summary>
public sealed class WordWriter
{
    /// <summary>Under this name changes are tracked.</summary>
    public const string Author = "SafeHarbor";

    private readonly Paper.Document _document;
    private readonly DateTime _day;
    private readonly Dictionary<string, string> _links = [];
    private readonly List<NumberingInstance> _lists = [];
    private int _changes;
    private int _blanks;

    private WordWriter(Paper.Document document)
    {
        _document = document;
        _day = document.Receipt.On.AtMidnight().ToDateTimeUnspecified();
    }

    /// <summary>The same document is always the same bytes: its dates are the day that it speaks of.</summary>
    public static byte[] Write(Paper.Document document) => new WordWriter(document).Write();

    private byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            var body = new Body(_document.Blocks.SelectMany(Of).Prepend(Paragraph(WordStyles.Title, [new Inline.Text(_document.Title)])));
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Make();
            var numbering = WordStyles.Lists();
            numbering.Append(_lists);
            main.AddNewPart<NumberingDefinitionsPart>("rIdLists").Numbering = numbering;
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
                new ThemeFontLanguages { Val = Paper.Document.Language });
            main.AddNewPart<FooterPart>("rIdFoot").Footer = Foot();
            foreach (var (address, id) in _links)
                main.AddHyperlinkRelationship(new Uri(address), isExternal: true, id);
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFoot" },
                new PageSize { Width = (uint)(Sheet.Width * 20), Height = (uint)(Sheet.Height * 20) },
                new PageMargin { Top = (int)(Sheet.Margin * 20), Bottom = (int)(Sheet.MarginBelow * 20), Left = (uint)(Sheet.Margin * 20), Right = (uint)(Sheet.Margin * 20), Header = 400, Footer = 480, Gutter = 0 }));
            main.Document = new W.Document(body);
            AddProperties(package);
            package.Save();
        }
        return Zip.WithoutClock(stream);
    }

    private void AddProperties(WordprocessingDocument package)
    {
        var part = package.AddCoreFilePropertiesPart();
        package.ChangeIdOfPart(part, "rId2");
        using var properties = part.GetStream(FileMode.Create);
        using var writer = System.Xml.XmlWriter.Create(properties);
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", Dublin = "http://purl.org/dc/elements/1.1/", Terms = "http://purl.org/dc/terms/";
        writer.WriteStartElement("cp", "coreProperties", Core);
        void Element(string name, string value) => writer.WriteElementString("dc", name, Dublin, value);
        Element("title", _document.Title);
        Element("subject", _document.Description);
        Element("creator", $"SafeHarbor {Receipt.EngineVersion}");
        Element("description", _document.Receipt.ToString());
        Element("language", Paper.Document.Language);
        foreach (var name in new[] { "created", "modified" })
        {
            writer.WriteStartElement("dcterms", name, Terms);
            writer.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            writer.WriteString(_day.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private Footer Foot() => new(new W.Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Foot }, new Tabs(new TabStop { Val = TabStopValues.Right, Position = (int)(Sheet.TextWidth * 20) })),
        new Run(Text(_document.Foot)), new Run(new TabChar()), new Run(Text("Page ")), Field("PAGE"), new Run(Text(" of ")), Field("NUMPAGES")));

    private static SimpleField Field(string name) => new(new Run(Text("1"))) { Instruction = $" {name} " };

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Block.Heading heading => [Paragraph(WordStyles.Heading(heading.Level), [new Inline.Text(heading.Text)])],
        Block.Paragraph paragraph => [Paragraph(StyleOf(paragraph.Tone), paragraph.Words)],
        Block.NewParagraph paragraph => [NewParagraph(paragraph.Words)],
        Block.Items items => Of(items),
        Block.Table table => Of(table),
        // Word draws no SVG without a second picture beside it: there the words stand for it, and the table that follows.
        Block.Picture picture => [Paragraph(WordStyles.Quiet, [new Inline.Text(picture.Says)])],
        Block.PageBreak => [new W.Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => throw new System.Diagnostics.UnreachableException(block.GetType().Name),
    };

    private List<OpenXmlElement> Of(Block.Items items)
    {
        var number = _lists.Count + 1;
        _lists.Add(WordStyles.List(number, items.Numbered));
        var made = new List<OpenXmlElement>();
        foreach (var item in items.Each)
        {
            var first = Paragraph(StyleOf(items.Tone), item.Words);
            first.ParagraphProperties!.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number }));
            if (!item.Below.IsEmpty)
                first.ParagraphProperties.Append(new SpacingBetweenLines { Before = WordStyles.Twentieths(Sheet.StoryAbove) });
            made.Add(first);
            foreach (var below in item.Below)
            {
                var line = Paragraph(WordStyles.Quiet, below);
                line.ParagraphProperties!.Append(new Indentation { Left = WordStyles.Twentieths(Sheet.Indent) });
                made.Add(line);
            }
        }
        return made;
    }

    private List<OpenXmlElement> Of(Block.Table table)
    {
        var whole = table.Widths.Sum();
        string Width(int column) => WordStyles.Twentieths(Sheet.TextWidth * table.Widths[column] / whole);
        TableRow Row(IEnumerable<string> cells, bool header)
        {
            var row = new TableRow(header ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
            row.Append(cells.Select((cell, i) => new TableCell(
                new TableCellProperties(new TableCellWidth { Width = Width(i), Type = TableWidthUnitValues.Dxa }), Paragraph(WordStyles.Quiet, [new Inline.Text(cell)]))));
            return row;
        }
        var made = new W.Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table }, new TableWidth { Width = WordStyles.Twentieths(Sheet.TextWidth), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "04A0", FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = table.Caption }, new TableDescription { Val = table.Caption }),
            new TableGrid(table.Widths.Select((_, i) => new GridColumn { Width = Width(i) })));
        made.Append(Row(table.Header, header: true));
        made.Append(table.Rows.Select(r => Row(r, header: false)));
        return [Paragraph(WordStyles.Caption, [new Inline.Text(table.Caption)]), made, Paragraph(WordStyles.Quiet, [])];
    }

    private W.Paragraph NewParagraph(ImmutableArray<Inline> words)
    {
        // The mark of the paragraph is inserted as well, so that a drafter who rejects the words is left with no empty line.
        var paragraph = Paragraph(WordStyles.Plain, [.. words.Select(w => w is Inline.Text or Inline.Strong ? new Inline.Inserted(w.Words) : w)]);
        paragraph.ParagraphProperties!.Append(new ParagraphMarkRunProperties(Change(new Inserted())));
        return paragraph;
    }

    private W.Paragraph Paragraph(string style, ImmutableArray<Inline> words)
    {
        var paragraph = new W.Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(words.Select(Of));
        return paragraph;
    }

    private OpenXmlElement Of(Inline word) => word switch
    {
        Inline.Text => new Run(Text(word.Words)),
        Inline.Strong => new Run(new RunProperties(new Bold()), Text(word.Words)),
        Inline.Link link => new Hyperlink(new Run(new RunProperties(new RunStyle { Val = WordStyles.Link }), Text(link.Words))) { Id = LinkTo(link.Address) },
        Inline.Blank => new SdtRun(
            new SdtProperties(new SdtAlias { Val = Short(word.Words) }, new SdtId { Val = ++_blanks }, new ShowingPlaceholder(), new SdtContentText()),
            new SdtContentRun(new Run(new RunProperties(new RunStyle { Val = WordStyles.Blank }), Text($"[{word.Words}]")))),
        Inline.Inserted => Change(new InsertedRun(new Run(Text(word.Words)))),
        Inline.Deleted => Change(new DeletedRun(new Run(new DeletedText(word.Words) { Space = SpaceProcessingModeValues.Preserve }))),
        _ => throw new System.Diagnostics.UnreachableException(word.GetType().Name),
    };

    private T Change<T>(T change) where T : OpenXmlElement
    {
        const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        change.SetAttribute(new OpenXmlAttribute("w", "id", Word, (++_changes).ToString(CultureInfo.InvariantCulture)));
        change.SetAttribute(new OpenXmlAttribute("w", "author", Word, Author));
        change.SetAttribute(new OpenXmlAttribute("w", "date", Word, _day.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        return change;
    }

    private string LinkTo(string address) =>
        _links.TryGetValue(address, out var known) ? known : _links[address] = string.Create(CultureInfo.InvariantCulture, $"rIdLink{_links.Count + 1}");

    private static string StyleOf(Tone tone) => tone switch
    {
        Tone.Plain => WordStyles.Plain,
        Tone.Lead => WordStyles.Lead,
        Tone.Quiet => WordStyles.Quiet,
        _ => throw new System.Diagnostics.UnreachableException(tone.ToString()),
    };

    private static string Short(string words) => words.Length <= 60 ? words : words[..60];

    private static W.Text Text(string words) => new(words) { Space = SpaceProcessingModeValues.Preserve };
}
