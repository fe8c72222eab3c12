using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Syntax;

/// <summary>
/// Reads a file of the law language into a <see cref="SyntaxTree"/>. A line's first words say what it is, so one bad
/// line never spoils the next. Never throws on any input; time and memory are linear in the length of the text.
/// </summary>
public static class LawParser
{
    /// <summary>Characters in one file, at most. The largest real file is far smaller.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    public static SyntaxTree Parse(SourceText source, DiagnosticBag bag)
    {
        var lines = ImmutableArray.CreateBuilder<SyntaxLine>();
        if (source.Content.Length <= LargestFile)
        {
            for (var number = 1; number <= source.LineCount; number++)
            {
                var span = source.LineSpan(number);
                var (tokens, comment) = Lexer.Read(source, span, bag);
                lines.Add(new SyntaxLine(span, tokens, comment));
            }
        }
        else
        {
            bag.Add(DiagnosticKinds.FileTooLarge, new Location(source, new TextSpan(0, 0)),
                $"the file holds {Friendly.Count(source.Content.Length, "character")}, more than {Friendly.Count(LargestFile, "character")}",
                "divide it into files by subject");
        }
        return Group(source, lines.ToImmutable(), bag);
    }

    private static SyntaxTree Group(SourceText source, ImmutableArray<SyntaxLine> lines, DiagnosticBag bag)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var strays = ImmutableArray.CreateBuilder<Statement>();
        Statement? head = null;
        var body = ImmutableArray.CreateBuilder<Statement>();
        foreach (var statement in Statements(source, lines, bag))
        {
            var begins = StatementWords.BeginsEntry(statement.Kind)
                || (statement.Kind == StatementKind.Topic && !TakesTopic(head?.Kind));
            if (begins)
            {
                if (head is not null)
                    entries.Add(new Entry(head, body.ToImmutable()));
                head = statement;
                body.Clear();
            }
            else if (head is not null)
            {
                body.Add(statement);
            }
            else
            {
                strays.Add(statement);
                if (statement.Kind != StatementKind.Broken)
                {
                    bag.Add(DiagnosticKinds.MisplacedLine, new Location(source, statement.Words),
                        $"`{source[statement.Words]}` stands before anything it could belong to",
                        "begin with the thing it is about, such as `provision` or `fact`");
                }
            }
        }
        if (head is not null)
            entries.Add(new Entry(head, body.ToImmutable()));
        return new SyntaxTree(source, lines, entries.ToImmutable()) { Strays = strays.ToImmutable() };
    }

    private static bool TakesTopic(StatementKind? kind) =>
        kind is StatementKind.Provision or StatementKind.Unread or StatementKind.Add or StatementKind.Replace;

    private static IEnumerable<Statement> Statements(SourceText source, ImmutableArray<SyntaxLine> lines, DiagnosticBag bag)
    {
        (StatementKind Kind, TextSpan Words)? open = null;
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var parts = ImmutableArray.CreateBuilder<SyntaxLine>();
        foreach (var line in lines)
        {
            if (line.Tokens.IsEmpty)
                continue;
            if (open is not null && GoesOn(line.Tokens[0]))
            {
                tokens.AddRange(line.Tokens);
                parts.Add(line);
                continue;
            }
            if (open is { } finished)
                yield return new Statement(finished.Kind, finished.Words, tokens.ToImmutable(), parts.ToImmutable());
            var (kind, wordCount) = KindOf(line.Tokens);
            if (kind == StatementKind.Broken)
                ReportUnknown(source, line, bag);
            open = (kind, TextSpan.Cover(line.Tokens[0].Span, line.Tokens[Math.Max(0, wordCount - 1)].Span));
            tokens.Clear();
            parts.Clear();
            tokens.AddRange(line.Tokens.AsSpan()[wordCount..]);
            parts.Add(line);
        }
        if (open is { } last)
            yield return new Statement(last.Kind, last.Words, tokens.ToImmutable(), parts.ToImmutable());
    }

    private static bool GoesOn(Token first) =>
        first.Kind is TokenKind.Quotation or TokenKind.Mark || first.IsWord("and") || first.IsWord("or");

    private static (StatementKind Kind, int WordCount) KindOf(ImmutableArray<Token> tokens)
    {
        foreach (var (words, kind) in StatementWords.All)
        {
            if (BeginsWith(tokens, words, out var count))
                return (kind, count);
        }
        return (StatementKind.Broken, 0);
    }

    private static bool BeginsWith(ImmutableArray<Token> tokens, string words, out int count)
    {
        count = 0;
        foreach (var range in MemoryExtensions.Split(words, ' '))
        {
            if (count >= tokens.Length || tokens[count].Kind != TokenKind.Word || !words.AsSpan()[range].SequenceEqual(tokens[count].Text))
                return false;
            count++;
        }
        return true;
    }

    private static void ReportUnknown(SourceText source, SyntaxLine line, DiagnosticBag bag)
    {
        var first = line.Tokens[0];
        var near = Nearest.To(first.Text, StatementWords.All.Select(w => w.Words));
        bag.Add(DiagnosticKinds.UnknownLine, new Location(source, first.Span),
            $"no line begins with `{Shorten(first.Text)}`",
            near is null ? "a line begins with a word such as `provision`, `when`, `then` or `source`; one that goes on begins with `and` or `or`"
                : $"did you mean `{near}`?");
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
