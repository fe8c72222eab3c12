using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Syntax;

public enum TokenKind
{
    /// <summary>Letters, digits and the marks that stand within citations and dates.</summary>
    Word,

    /// <summary>A quoted text on one line, with its quotation marks.</summary>
    Quotation,

    /// <summary>An address in angle brackets, with them.</summary>
    Address,

    /// <summary>One of <c>, : ( )</c>.</summary>
    Mark,
}

/// <summary>The smallest piece of a line. <see cref="Text"/> is as written.</summary>
public readonly record struct Token(TokenKind Kind, TextSpan Span, string Text)
{
    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Text[0] == mark;

    /// <summary>What is inside the quotation marks or angle brackets; the text itself for other kinds.</summary>
    public string Content => Kind switch
    {
        TokenKind.Quotation or TokenKind.Address when Text.Length >= 2 && Text[^1] is '"' or '>' => Text[1..^1],
        TokenKind.Quotation or TokenKind.Address => Text[1..],
        _ => Text,
    };
}
