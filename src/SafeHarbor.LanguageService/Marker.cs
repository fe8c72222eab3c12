using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>Says of each stretch of a text what it is, reading the lines with the phrases that the binder reads them with.</summary>
internal sealed class Marker
{
    private readonly DiagnosticBag _silent = new();

    private readonly SyntaxTree _tree;
    private readonly LawLibrary? _library;
    private readonly Words? _words;
    private readonly List<string> _readings;
    private readonly ImmutableArray<Mark>.Builder _marks = ImmutableArray.CreateBuilder<Mark>();

    private Marker(SyntaxTree tree, LawLibrary? library, Jurisdiction? jurisdiction)
    {
        (_tree, _library) = (tree, library);
        _words = library is null ? null : library.ReadWith ?? VocabularyPhrases.Of(library.Vocabulary);
        _readings = [.. tree.Entries.SelectMany(e => e.Body).Where(s => s.Kind == StatementKind.Reading && !s.Tokens.IsEmpty).Select(ProvisionBinder.NameOfReading)
            .Concat(jurisdiction is null ? [] : Lookup.ReadingsOf(jurisdiction).Select(r => r.Name)).Distinct().OrderByDescending(n => n.Length)];
    }

    public static ImmutableArray<Mark> Of(SyntaxTree tree, LawLibrary? library, Jurisdiction? jurisdiction)
    {
        var marker = new Marker(tree, library, jurisdiction);
        foreach (var statement in tree.Strays)
            marker.Statement(statement, null);
        foreach (var entry in tree.Entries)
        {
            marker.Statement(entry.Head, null);
            foreach (var statement in entry.Body)
                marker.Statement(statement, entry.Kind);
        }
        foreach (var line in tree.Lines)
        {
            if (line.Comment is { } comment)
                marker.Add(comment, MarkKind.Comment, null);
        }
        return [.. marker._marks.OrderBy(m => m.Span.Start)];
    }

    private void Statement(Statement statement, StatementKind? under)
    {
        if (statement.Kind != StatementKind.Broken)
            Add(statement.Words, MarkKind.Keyword, new Symbol.OfLine(statement.Kind));
        var reader = new TokenReader(_tree.Source, statement, null, _silent);
        switch (statement.Kind)
        {
            case StatementKind.When or StatementKind.Unless or StatementKind.InEverySituationWhere or StatementKind.CouldSay or StatementKind.Never or StatementKind.Given:
                new PhraseMarker(_words, _readings, Add).Conditions(reader);
                break;
            case StatementKind.Then or StatementKind.By:
                new PhraseMarker(_words, _readings, Add).Effects(reader);
                break;
            case StatementKind.Expect:
                if (reader.Peek is { } first && _library?.Demands.FirstOrDefault(d => d.Id == first.Text) is { } asked)
                    Add(reader.Next().Span, MarkKind.Demand, new Symbol.OfDemand(asked));
                new PhraseMarker(_words, _readings, Add).Effects(reader);
                break;
            case StatementKind.Topic when under is not null && _words is not null && Words.LongestNamed(reader, _words.Vocabulary.Topics, t => t.Name) is { } topic:
                Add(Cover(statement, 0, reader.Position), MarkKind.Topic, new Symbol.OfTopic(topic));
                break;
            case StatementKind.Provision or StatementKind.Add or StatementKind.Replace or StatementKind.Repeal or StatementKind.Despite or StatementKind.SubjectTo:
                if (reader.TryRaw() is { } citation)
                    Add(Cover(statement, 0, reader.Position), MarkKind.Citation, new Symbol.OfCitation(citation));
                break;
            case StatementKind.Demand when reader.TryRaw() is { } id && _library?.Demands.FirstOrDefault(d => d.Id == id) is { } demand:
                Add(Cover(statement, 0, reader.Position), MarkKind.Demand, new Symbol.OfDemand(demand));
                break;
            case StatementKind.Bill or StatementKind.Jurisdiction or StatementKind.In or StatementKind.Within when reader.Peek is { Kind: TokenKind.Word } id:
                Add(id.Span, MarkKind.Jurisdiction, new Symbol.OfJurisdiction(id.Text));
                reader.Next();
                break;
            case StatementKind.Reading when !statement.Tokens.IsEmpty:
                Add(statement.Tokens[0].Span is var start ? TextSpan.Cover(start, statement.Tokens[^1].Span) : default, MarkKind.Reading, new Symbol.OfReading(ProvisionBinder.NameOfReading(statement)));
                return;
        }
        while (!reader.AtEnd)
        {
            var token = reader.Next();
            if (token.Kind == TokenKind.Quotation)
                Add(token.Span, MarkKind.Quotation, null);
            else if (token.Kind == TokenKind.Address)
                Add(token.Span, MarkKind.Address, null);
            else if (token.Kind == TokenKind.Word && char.IsAsciiDigit(token.Text[0]))
                Add(token.Span, MarkKind.Number, null);
        }
    }

    private static TextSpan Cover(Statement statement, int from, int to) => TextSpan.Cover(statement.Tokens[from].Span, statement.Tokens[to - 1].Span);

    /// <summary>A mark never runs over a line: what goes on over several lines is one mark on each.</summary>
    private void Add(TextSpan span, MarkKind kind, Symbol? names)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var end = _tree.Source.Content.IndexOf('\n', at, span.End - at);
            var stop = end < 0 ? span.End : end;
            var text = _tree.Source.Content.AsSpan(at, stop - at);
            var trimmed = at + (text.Length - text.TrimStart().Length);
            if (text.Trim().Length > 0)
                _marks.Add(new Mark(new TextSpan(trimmed, text.Trim().Length), kind, names));
            at = stop + 1;
        }
    }
}
