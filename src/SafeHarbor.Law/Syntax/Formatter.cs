using System.Text;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Syntax;

/// <summary>
/// The one formatter of the law language; it has no options. It sets indentation, blanks and blank lines, keeps every
/// comment and every word, and leaves what it does not understand as it is. Formatting twice changes nothing more.
/// </summary>
public static class Formatter
{
    public static string Format(string text) => Format(LawParser.Parse(new SourceText("", text), new DiagnosticBag()));

    public static string Format(SyntaxTree tree)
    {
        var source = tree.Source;
        var statements = Statements(tree);
        var output = new StringBuilder();
        var pending = new List<SyntaxLine>();
        var blank = false;
        var previousHadBody = false;
        foreach (var line in tree.Lines)
        {
            if (line.IsBlank)
            {
                pending.Add(line);
                continue;
            }
            if (line.Tokens.IsEmpty)
            {
                pending.Add(line); // a comment on a line of its own takes the indentation of what follows
                continue;
            }
            var (statement, depth, first, isEntry, hasBody) = statements[line];
            if (isEntry && first && (hasBody || previousHadBody) && output.Length > 0 && !pending.Exists(p => p.IsBlank))
                pending.Insert(0, new SyntaxLine(new TextSpan(0, 0), [], null));
            Flush(depth);
            if (isEntry && first)
                previousHadBody = hasBody;
            output.Append(' ', depth + (first ? 0 : 1)).Append(Line(source, statement, line, first));
            if (line.Comment is { } comment)
                output.Append("  ").Append(source[comment].TrimEnd());
            output.Append('\n');
        }
        while (pending.Count > 0 && pending[^1].IsBlank)
            pending.RemoveAt(pending.Count - 1);
        Flush(0);
        return output.ToString();

        void Flush(int depth)
        {
            foreach (var line in pending)
            {
                if (line.IsBlank)
                {
                    blank = output.Length > 0;
                    continue;
                }
                if (blank)
                    output.Append('\n');
                blank = false;
                output.Append(' ', depth).Append(source[line.Comment!.Value].TrimEnd()).Append('\n');
            }
            if (blank)
                output.Append('\n');
            blank = false;
            pending.Clear();
        }
    }

    /// <summary>For each line that holds tokens: its statement, its depth, and whether it begins the statement.</summary>
    private static Dictionary<SyntaxLine, (Statement Statement, int Depth, bool First, bool IsEntry, bool HasBody)> Statements(SyntaxTree tree)
    {
        var placed = new Dictionary<SyntaxLine, (Statement, int, bool, bool, bool)>(ReferenceEqualityComparer.Instance);
        foreach (var stray in tree.Strays)
            Place(stray, 0, false, false);
        foreach (var entry in tree.Entries)
        {
            var nested = entry.Kind is StatementKind.Add or StatementKind.Replace or StatementKind.Repeal ? 2 : 0;
            Place(entry.Head, nested, true, !entry.Body.IsEmpty);
            foreach (var statement in entry.Body)
                Place(statement, nested + 2, false, false);
        }
        return placed;

        void Place(Statement statement, int depth, bool isEntry, bool hasBody)
        {
            for (var i = 0; i < statement.Lines.Length; i++)
                placed[statement.Lines[i]] = (statement, depth, i == 0, isEntry, hasBody);
        }
    }

    private static string Line(SourceText source, Statement statement, SyntaxLine line, bool first)
    {
        var whole = TextSpan.Cover(line.Tokens[0].Span, line.Tokens[^1].Span);
        if (statement.Kind == StatementKind.Broken)
            return source[whole];
        var text = new StringBuilder();
        var verbatim = Verbatim(statement.Kind);
        for (var i = 0; i < line.Tokens.Length; i++)
        {
            var token = line.Tokens[i];
            var isWordOfKind = first && token.Span.End <= statement.Words.End;
            if (i > 0 && NeedsBlank(source, line.Tokens[i - 1], token, verbatim && !isWordOfKind))
                text.Append(' ');
            text.Append(token.Text);
            verbatim |= token.IsWord("reading"); // the name of a reading may hold marks
            // What follows `because` is free text, kept word for word.
            if (statement.Kind == StatementKind.Expect && token.IsWord("because") && i + 1 < line.Tokens.Length)
            {
                text.Append(' ').Append(source[TextSpan.Cover(line.Tokens[i + 1].Span, line.Tokens[^1].Span)]);
                break;
            }
        }
        return text.ToString();
    }

    /// <summary>In citations and names, marks keep the blanks they were written with.</summary>
    private static bool Verbatim(StatementKind kind) => kind is StatementKind.Provision or StatementKind.Despite or StatementKind.SubjectTo
        or StatementKind.Replace or StatementKind.Repeal or StatementKind.Add or StatementKind.Reading or StatementKind.Division or StatementKind.Jurisdiction;

    private static bool NeedsBlank(SourceText source, Token before, Token token, bool verbatim)
    {
        if (token.Text[0] == '#')
            return false; // after a blank it would begin a comment
        if (verbatim && (before.Kind == TokenKind.Mark || token.Kind == TokenKind.Mark))
            return before.Span.End < token.Span.Start && source.Content.AsSpan(before.Span.End, token.Span.Start - before.Span.End).Contains(' ');
        if (token.IsMark(',') || token.IsMark(':') || token.IsMark(')'))
            return false;
        return !before.IsMark('(');
    }
}
