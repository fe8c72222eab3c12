using System.Collections.Immutable;
using System.Globalization;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Syntax;

/// <summary>Cuts one line of text into tokens. Never fails: what it cannot read it reports and passes over.</summary>
internal static class Lexer
{
    /// <summary>The tokens of a line, and the span of its comment, if it has one.</summary>
    public static (ImmutableArray<Token> Tokens, TextSpan? Comment) Read(SourceText source, TextSpan line, DiagnosticBag bag)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var text = source.Content;
        var at = line.Start;
        while (at < line.End)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\r' or '\uFEFF')
            {
                at++;
            }
            else if (c == '#' && (at == line.Start || char.IsWhiteSpace(text[at - 1])))
            {
                return (tokens.ToImmutable(), TextSpan.Between(at, line.End));
            }
            else
            {
                var end = c switch
                {
                    '"' => Enclosed(source, at, line.End, '"', bag),
                    '<' => Enclosed(source, at, line.End, '>', bag),
                    ',' or ':' or '(' or ')' => at + 1,
                    _ => WordEnd(text, at, line.End),
                };
                if (end == at)
                {
                    ReportInvisible(source, at, bag);
                    at++;
                    continue;
                }
                var kind = c switch
                {
                    '"' => TokenKind.Quotation,
                    '<' => TokenKind.Address,
                    ',' or ':' or '(' or ')' => TokenKind.Mark,
                    _ => TokenKind.Word,
                };
                tokens.Add(new Token(kind, TextSpan.Between(at, end), text[at..end]));
                at = end;
            }
        }
        return (tokens.ToImmutable(), null);
    }

    private static int Enclosed(SourceText source, int start, int lineEnd, char close, DiagnosticBag bag)
    {
        var end = source.Content.IndexOf(close, start + 1, lineEnd - start - 1);
        if (end >= 0)
            return end + 1;
        bag.Add(DiagnosticKinds.Unclosed, new Location(source, TextSpan.Between(start, lineEnd)),
            close == '"' ? "this quotation is not closed" : "this address is not closed",
            $"put `{close}` at its end, on the same line");
        return lineEnd;
    }

    private static int WordEnd(string text, int start, int lineEnd)
    {
        var at = start;
        while (at < lineEnd && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '<' or ',' or ':' or '(' or ')') && IsVisible(text[at]))
            at++;
        return at;
    }

    private static bool IsVisible(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    private static void ReportInvisible(SourceText source, int at, DiagnosticBag bag)
    {
        var c = source.Content[at];
        if (char.IsWhiteSpace(c) && c is not ('\u0085' or '\u2028' or '\u2029' or '\v' or '\f'))
            return; // other spaces, such as the no-break space, only part words
        bag.Add(DiagnosticKinds.InvisibleCharacter, new Location(source, new TextSpan(at, 1)),
            string.Create(CultureInfo.InvariantCulture, $"an invisible character, U+{(int)c:X4}, stands here"), "delete it");
    }
}
