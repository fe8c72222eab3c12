namespace SafeHarbor.Documents.Paper;

/// <summary>Words within a paragraph.</summary>
public abstract record Inline(string Words)
{
    public sealed record Text(string Words) : Inline(Words);

    public sealed record Strong(string Words) : Inline(Words);

    /// <param name="Address">Where it leads, on the web.</param>
    public sealed record Link(string Words, string Address) : Inline(Words);

    /// <summary>Something that the person who uses the document fills in.</summary>
    public sealed record Blank(string Words) : Inline(Words);

    /// <summary>Words that an amendment adds.</summary>
    public sealed record Inserted(string Words) : Inline(Words);

    /// <summary>Words that an amendment strikes.</summary>
    public sealed record Deleted(string Words) : Inline(Words);
}
