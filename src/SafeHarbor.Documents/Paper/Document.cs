using System.Collections.Immutable;

namespace SafeHarbor.Documents.Paper;

/// <summary>A document that a person carries away, before it is Word, HTML or PDF: what it says, in order, with its receipt.</summary>
/// <param name="Title">What it is, as its first heading and as the file's title.</param>
/// <param name="Description">What it is about, in a sentence, for whoever searches files.</param>
public sealed record Document(string Title, string Description, Receipt Receipt, ImmutableArray<Block> Blocks)
{
    /// <summary>The language that it is written in, as BCP 47 names it.</summary>
    public const string Language = "en-US";

    /// <summary>What stands at the foot of every page.</summary>
    public string Foot => Receipt.ToString();
}
