using System.Collections.Immutable;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>Reads the facts of a case as a person writes them: "age is 15, third party is none".</summary>
public static class CaseReader
{
    /// <summary>The facts given, each with the values it may have; and every finding. A fact left out is unknown.</summary>
    public static (ImmutableArray<(Fact Fact, ValueSet Values)> Given, ImmutableArray<Diagnostic> Findings) Read(Vocabulary vocabulary, string text)
    {
        var bag = new DiagnosticBag();
        var source = new SourceText("the facts given", text.ReplaceLineEndings(" "));
        var (tokens, _) = Lexer.Read(source, new TextSpan(0, source.Content.Length), bag);
        var statement = new Statement(StatementKind.Given, new TextSpan(0, 0), tokens, []);
        var given = new ScenarioBinder(VocabularyPhrases.Of(vocabulary), []).Given(new TokenReader(source, statement, null, bag));
        return (given, bag.ToImmutable());
    }
}
