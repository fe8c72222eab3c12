using System.Collections.Immutable;

namespace SafeHarbor.Documents.Paper;

/// <summary>How loudly a paragraph speaks.</summary>
public enum Tone
{
    Plain,

    /// <summary>What the reader should take away if nothing else.</summary>
    Lead,

    /// <summary>Sources, notes and receipts: smaller, still easy to read.</summary>
    Quiet,
}

/// <summary>A part of a document that stands by itself on the page.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <param name="Level">2 for a section, 3 for a part of one; the title is level 1.</param>
    public sealed record Heading(int Level, string Text) : Block;

    public sealed record Paragraph(ImmutableArray<Inline> Words, Tone Tone = Tone.Plain) : Block;

    /// <summary>A paragraph that is not there today: rejected with its words, it is gone.</summary>
    public sealed record NewParagraph(ImmutableArray<Inline> Words) : Block;

    public sealed record Items(ImmutableArray<Item> Each, bool Numbered, Tone Tone = Tone.Plain) : Block;

    /// <param name="Caption">What the table tells; read before it by a screen reader.</param>
    /// <param name="Rows">Each as long as the header; the first cell names the row.</param>
    /// <param name="Widths">How wide each column is, in parts of their sum.</param>
    public sealed record Table(string Caption, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<int> Widths) : Block;

    public sealed record PageBreak : Block;

    /// <param name="Svg">The picture, which tells itself in words too.</param>
    /// <param name="Says">What stands in its place where pictures are not shown.</param>
    public sealed record Picture(string Svg, string Says) : Block;

    /// <summary>A paragraph of plain words.</summary>
    public static Paragraph Of(string words, Tone tone = Tone.Plain) => new([new Inline.Text(words)], tone);
}

/// <summary>One entry of a list, with lines below it that belong to it.</summary>
public sealed record Item(ImmutableArray<Inline> Words, ImmutableArray<ImmutableArray<Inline>> Below)
{
    public static Item Of(params ImmutableArray<Inline> words) => new(words, []);
}
