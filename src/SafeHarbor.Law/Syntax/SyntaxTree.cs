using System.Collections.Immutable;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Syntax;

/// <summary>One line as written: its tokens without the words that say its kind, and its comment.</summary>
/// <param name="Span">The whole line, without its line break.</param>
/// <param name="Tokens">All its tokens.</param>
/// <param name="Comment">Its comment; null when it has none.</param>
public sealed record SyntaxLine(TextSpan Span, ImmutableArray<Token> Tokens, TextSpan? Comment)
{
    public bool IsBlank => Tokens.IsEmpty && Comment is null;
}

/// <summary>A line with the lines that go on from it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Words">The span of the words that say the kind.</param>
/// <param name="Tokens">The tokens after those words, of all its lines.</param>
/// <param name="Lines">The first line and the lines that go on from it.</param>
public sealed record Statement(StatementKind Kind, TextSpan Words, ImmutableArray<Token> Tokens, ImmutableArray<SyntaxLine> Lines)
{
    /// <summary>From the first word to the end of the last token.</summary>
    public TextSpan Span => Tokens.IsEmpty ? Words : TextSpan.Cover(Words, Tokens[^1].Span);
}

/// <summary>A thing declared, with its lines: a fact, a provision, a scenario.</summary>
public sealed record Entry(Statement Head, ImmutableArray<Statement> Body)
{
    public StatementKind Kind => Head.Kind;
}

/// <summary>
/// The text of one file, understood line by line. It keeps every character: <see cref="Source"/> is the text,
/// and every other part is a span of it. What could not be understood is kept as <see cref="StatementKind.Broken"/>.
/// </summary>
public sealed record SyntaxTree(SourceText Source, ImmutableArray<SyntaxLine> Lines, ImmutableArray<Entry> Entries)
{
    /// <summary>Lines that stand before the first entry and belong to none.</summary>
    public ImmutableArray<Statement> Strays { get; init; } = [];
}
