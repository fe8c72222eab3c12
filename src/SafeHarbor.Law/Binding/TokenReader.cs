using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>Walks the tokens of one statement, and reports what is wrong with them at their place.</summary>
internal sealed class TokenReader(SourceText source, Statement statement, string? under, DiagnosticBag bag)
{
    private readonly ImmutableArray<Token> _tokens = statement.Tokens;

    public int Position { get; set; }

    public bool AtEnd => Position >= _tokens.Length;

    public Token? Peek => AtEnd ? null : _tokens[Position];

    public int Count => _tokens.Length;

    public Statement Statement => statement;

    public Token At(int position) => _tokens[position];

    public Token Next() => _tokens[Position++];

    public bool IsWord(string word) => !AtEnd && _tokens[Position].IsWord(word);

    public bool IsMark(char mark) => !AtEnd && _tokens[Position].IsMark(mark);

    public bool TryWord(string word)
    {
        if (!IsWord(word))
            return false;
        Position++;
        return true;
    }

    public bool TryMark(char mark)
    {
        if (!IsMark(mark))
            return false;
        Position++;
        return true;
    }

    /// <summary>Passes over several words if all of them are next, in order.</summary>
    public bool TryWords(string words)
    {
        var at = Position;
        foreach (var range in MemoryExtensions.Split(words, ' '))
        {
            if (at >= _tokens.Length || _tokens[at].Kind != TokenKind.Word || !words.AsSpan()[range].SequenceEqual(_tokens[at].Text))
                return false;
            at++;
        }
        Position = at;
        return true;
    }

    public string? TryQuotation() => Peek is { Kind: TokenKind.Quotation } ? Next().Content : null;

    /// <summary>One or more quotations, joined by a blank.</summary>
    public string? TryQuotations()
    {
        var text = TryQuotation();
        while (text is not null && TryQuotation() is { } more)
            text += " " + more;
        return text;
    }

    /// <summary>The text as written up to the next quotation, or to the end, with single blanks; null when there is none.</summary>
    public string? TryRaw(Func<Token, bool>? stop = null)
    {
        var start = Position;
        while (!AtEnd && _tokens[Position].Kind != TokenKind.Quotation && !(stop?.Invoke(_tokens[Position]) ?? false))
            Position++;
        if (Position == start)
            return null;
        var raw = source[TextSpan.Cover(_tokens[start].Span, _tokens[Position - 1].Span)];
        return string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>From the token at <paramref name="start"/> to the end of the statement, exactly as written.</summary>
    public string RawFrom(int start) => source[TextSpan.Cover(_tokens[start].Span, _tokens[^1].Span)];

    public Location Here => AtEnd ? Place(End) : Place(_tokens[Position].Span);

    public Location Place(TextSpan span) => new(source, span);

    public Location PlaceOf(int from, int to) =>
        from >= _tokens.Length ? Here : Place(TextSpan.Cover(_tokens[from].Span, _tokens[Math.Max(from, Math.Min(to, _tokens.Length) - 1)].Span));

    public Location Whole => Place(statement.Span);

    private TextSpan End => new(statement.Span.End, 0);

    public void Report(DiagnosticKind kind, Location place, string message, string? help = null, params ReadOnlySpan<RelatedPlace> related) =>
        bag.Add(kind, place, message, help, under, related);

    /// <summary>Reports what is left on the line, if anything is.</summary>
    public void ExpectEnd()
    {
        if (AtEnd)
            return;
        Report(DiagnosticKinds.Surplus, PlaceOf(Position, Count), $"`{Shorten(RawFrom(Position))}` is too much here",
            $"a line that begins with `{StatementWords.Of(statement.Kind)}` ends before it");
        Position = Count;
    }

    public string RequireQuotations(string what)
    {
        if (TryQuotations() is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
                Report(DiagnosticKinds.Incomplete, PlaceOf(Position - 1, Position), $"{what} is empty", "write it between the quotation marks");
            return text;
        }
        Report(DiagnosticKinds.Incomplete, Here, $"{what} is missing", "write it between quotation marks");
        return "";
    }

    public static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
