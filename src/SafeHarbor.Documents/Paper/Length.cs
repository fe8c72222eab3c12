using System.Collections.Immutable;

namespace SafeHarbor.Documents.Paper;

/// <summary>Estimates how much of a page a document takes, in points of height, by breaking its lines as a writer would.</summary>
/// <remarks>Widths are those of Helvetica, in thousandths of the size (Adobe's font metrics); Arial and Liberation Sans share them.</remarks>
public static class Length
{
    private const int BoldAllowance = 1060; // bold is about six in a hundred wider

    private static readonly int[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Of(Document document) =>
        Lines(document.Title, Sheet.Title, Sheet.TextWidth, bold: true) * Sheet.TitleLine + Sheet.TitleBelow + document.Blocks.Sum(Of);

    private static double Of(Block block) => block switch
    {
        Block.Heading { Level: 2 } heading => Sheet.SectionAbove + Sheet.SectionBelow + Lines(heading.Text, Sheet.Section, Sheet.TextWidth, bold: true) * Sheet.SectionLine,
        Block.Heading heading => Sheet.PartAbove + Sheet.PartBelow + Lines(heading.Text, Sheet.Part, Sheet.TextWidth, bold: true) * Sheet.PartLine,
        Block.Paragraph paragraph => Text(paragraph.Words, paragraph.Tone, 0),
        Block.NewParagraph paragraph => Text(paragraph.Words, Tone.Plain, 0),
        Block.Items items => items.Each.Sum(i => (i.Below.IsEmpty ? 0 : Sheet.StoryAbove) + Text(i.Words, items.Tone, Sheet.Indent) + i.Below.Sum(b => Text(b, Tone.Quiet, Sheet.Indent))),
        Block.Table table => Of(table),
        Block.PageBreak => 0,
        Block.Picture => Sheet.TextWidth / 2,
        _ => throw new System.Diagnostics.UnreachableException(block.GetType().Name),
    };

    private static double Of(Block.Table table)
    {
        var whole = table.Widths.Sum();
        double Row(ImmutableArray<string> cells, bool bold) => 2 * Sheet.CellAbove + 1 + Sheet.QuietLine * cells.Select((cell, i) =>
            Lines(cell, Sheet.Quiet, Sheet.TextWidth * table.Widths[i] / whole - 2 * Sheet.CellPadding, bold || i == 0)).Max();
        return Sheet.QuietLine + Sheet.QuietBelow + Row(table.Header, bold: true) + table.Rows.Sum(r => Row(r, bold: false)) + Sheet.PlainBelow;
    }

    private static double Text(ImmutableArray<Inline> words, Tone tone, double indent)
    {
        var (size, line, below) = tone == Tone.Quiet ? (Sheet.Quiet, Sheet.QuietLine, Sheet.QuietBelow) : (Sheet.Plain, Sheet.PlainLine, Sheet.PlainBelow);
        var width = 0.0;
        var (lines, room) = (1, Sheet.TextWidth - indent);
        foreach (var (word, bold) in words.SelectMany(w => w.Words.Split(' ').Select((t, i) => (Word: i == 0 ? t : " " + t, w is Inline.Strong))))
        {
            var wide = WidthOf(word, size, bold);
            if (width + wide > room && width > 0)
                (lines, width) = (lines + 1, 0);
            width += wide;
            for (; width > room; width -= room)
                lines++;
        }
        return lines * line + below;
    }

    private static int Lines(string text, double size, double room, bool bold)
    {
        var (lines, width) = (1, 0.0);
        foreach (var word in text.Split(' '))
        {
            var wide = WidthOf(word + " ", size, bold);
            if (width + wide > room && width > 0)
                (lines, width) = (lines + 1, 0);
            width += wide;
        }
        return lines;
    }

    private static double WidthOf(string word, double size, bool bold) =>
        word.Sum(c => c is >= ' ' and <= '~' ? Ascii[c - ' '] : c is '“' or '”' ? 333 : 556) * size / 1000 * (bold ? BoldAllowance : 1000) / 1000;
}
