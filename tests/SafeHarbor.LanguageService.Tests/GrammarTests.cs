using System.Text.Json;
using System.Text.RegularExpressions;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;
using Xunit;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>The TextMate grammar of the VS Code extension, run over the real library and held to what the parser reads.</summary>
public class GrammarTests
{
    private static readonly List<(Regex Match, string? Name, Dictionary<int, string> Captures)> Patterns = [.. ReadPatterns()];

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Kentucky.Folder, "*.law", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Kentucky.Folder, f)).Order(StringComparer.Ordinal)];

    private static IEnumerable<(Regex, string?, Dictionary<int, string>)> ReadPatterns()
    {
        using var grammar = JsonDocument.Parse(File.ReadAllText(Path.Combine(Kentucky.Root, "editors", "vscode", "syntaxes", "law.tmLanguage.json")));
        foreach (var pattern in grammar.RootElement.GetProperty("patterns").EnumerateArray())
        {
            var captures = pattern.TryGetProperty("captures", out var given)
                ? given.EnumerateObject().ToDictionary(c => int.Parse(c.Name, System.Globalization.CultureInfo.InvariantCulture), c => c.Value.GetProperty("name").GetString()!) : [];
            yield return (new Regex(pattern.GetProperty("match").GetString()!, RegexOptions.CultureInvariant), pattern.TryGetProperty("name", out var name) ? name.GetString() : null, captures);
        }
    }

    /// <summary>The scopes of a line as an editor finds them: at each place the match that begins first, of several the pattern that comes first.</summary>
    private static IEnumerable<(int Start, int Length, string Scope)> Tokens(string line)
    {
        for (var at = 0; at <= line.Length;)
        {
            var best = Patterns.Select((p, i) => (Match: p.Match.Match(line, at), Pattern: p, Order: i)).Where(m => m.Match.Success).OrderBy(m => m.Match.Index).ThenBy(m => m.Order).FirstOrDefault();
            if (best.Match is null)
                yield break;
            if (best.Pattern.Name is { } name)
                yield return (best.Match.Index, best.Match.Length, name);
            foreach (var (group, scope) in best.Pattern.Captures)
                yield return (best.Match.Groups[group].Index, best.Match.Groups[group].Length, scope);
            at = Math.Max(at + 1, best.Match.Index + best.Match.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void KeywordsQuotationsAndCommentsAreWhereTheParserReadsThem(string file)
    {
        var source = new SourceText(file, File.ReadAllText(Path.Combine(Kentucky.Folder, file)));
        var tree = LawParser.Parse(source, new DiagnosticBag());
        var statements = tree.Strays.Concat(tree.Entries.SelectMany(e => e.Body.Prepend(e.Head))).ToDictionary(s => s.Lines[0].Span.Start);
        foreach (var line in tree.Lines)
        {
            var found = Tokens(source[line.Span]).Select(t => (Start: t.Start + line.Span.Start, t.Length, t.Scope)).ToList();
            List<TextSpan> Of(string scope) => [.. found.Where(f => f.Scope.StartsWith(scope, StringComparison.Ordinal)).Select(f => new TextSpan(f.Start, f.Length))];
            List<TextSpan> keyword = statements.TryGetValue(line.Span.Start, out var statement) && statement.Kind != StatementKind.Broken ? [statement.Words] : [];
            Assert.Equal(keyword, Of("keyword.control"));
            Assert.Equal(line.Comment is { } comment ? [comment] : [], Of("comment"));
            Assert.Equal(line.Tokens.Where(t => t.Kind == TokenKind.Quotation).Select(t => t.Span), Of("string"));
            Assert.Equal(line.Tokens.Where(t => t.Kind == TokenKind.Address).Select(t => t.Span), Of("markup.underline.link"));
        }
    }

    [Fact]
    public void EveryWordThatBeginsALineIsInTheGrammar() =>
        Assert.All(StatementWords.All, w => Assert.Contains(Tokens("  " + w.Words), t => t.Scope.StartsWith("keyword.control", StringComparison.Ordinal) && t.Length == w.Words.Length));
}
