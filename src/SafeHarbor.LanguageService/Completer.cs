using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;
using SafeHarbor.Law.Writing;

namespace SafeHarbor.LanguageService;

/// <summary>Says how a text may go on at a place.</summary>
public sealed class Completer
{
    /// <summary>Ways offered at most; more than a reader can look through.</summary>
    public const int Most = 200;

    private readonly ReadText _text;
    private readonly int _offset;
    private readonly LocalDate _today;
    private readonly List<CompletionItem> _items = [];

    private Completer(ReadText text, int offset, LocalDate today) => (_text, _offset, _today) = (text, offset, today);

    private string Content => _text.Tree.Source.Content;

    /// <param name="offset">Zero-based offset in the text; one outside it is taken as its nearest end.</param>
    /// <param name="today">The day that is offered where a day is wanted.</param>
    public static ImmutableArray<CompletionItem> At(ReadText text, int offset, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var completer = new Completer(text, Math.Clamp(offset, 0, text.Tree.Source.Content.Length), today);
        completer.Complete();
        return [.. completer._items.DistinctBy(i => i.Label).Take(Most)];
    }

    private void Complete()
    {
        var (entry, statement, before) = Around();
        var lineStart = Content.LastIndexOf('\n', Math.Max(0, _offset - 1)) is var at && _offset == 0 ? 0 : at + 1;
        var line = Content.AsSpan(lineStart, _offset - lineStart);
        if (line.Contains('"') && line.Count('"') % 2 == 1)
            return; // within a quotation
        var first = lineStart + (line.Length - line.TrimStart().Length);
        LineBeginnings(entry, before, first);
        if (statement is not null && _offset > statement.Words.End && _text.Library is { } library)
            Inside(library, entry, statement);
    }

    /// <summary>The entry and the statement in which the place lies, and the statement before the line of the place.</summary>
    private (Entry? Entry, Statement? Statement, Statement? Before) Around()
    {
        var entry = _text.Tree.Entries.LastOrDefault(e => e.Head.Words.Start < _offset);
        var statements = entry is null ? _text.Tree.Strays : entry.Body.Prepend(entry.Head);
        var statement = statements.LastOrDefault(s => s.Words.Start < _offset);
        if (statement is null)
            return (entry, null, null);
        var here = LineOf(_offset);
        var begins = LineOf(statement.Words.Start);
        var inside = here <= LineOf(statement.Span.End);
        var before = begins == here ? statements.LastOrDefault(s => s.Words.Start < statement.Words.Start) : statement;
        if (begins == here && statement.Kind == StatementKind.Broken)
            return (entry, null, before);
        return (begins == here && ReferenceEquals(entry?.Head, statement) && entry is not null ? Previous(entry) ?? entry : entry, inside ? statement : null, before);
    }

    /// <summary>Where a line begins an entry, what could also stand there is a line of the entry before it.</summary>
    private Entry? Previous(Entry entry) => _text.Tree.Entries.LastOrDefault(e => e.Head.Words.Start < entry.Head.Words.Start);

    private int LineOf(int offset) => _text.Tree.Source.Position(offset).Line;

    private void LineBeginnings(Entry? entry, Statement? before, int first)
    {
        var written = Squeeze(Content.AsSpan(first, _offset - first));
        var span = TextSpan.Between(first, _offset);
        if (Joins(before) && "and".StartsWith(written.Trim(), StringComparison.Ordinal))
            _items.Add(new CompletionItem("and ", MarkKind.Operator, "goes on from the line before", "", span));
        if (before is { Kind: StatementKind.When or StatementKind.Unless or StatementKind.InEverySituationWhere or StatementKind.CouldSay } && "or".StartsWith(written.Trim(), StringComparison.Ordinal))
            _items.Add(new CompletionItem("or ", MarkKind.Operator, "goes on from the line before", "", span));
        foreach (var kind in LineHelp.Under(entry?.Kind).OrderBy(k => Rank(k, before)))
        {
            var words = StatementWords.Of(kind);
            if (words.StartsWith(written, StringComparison.OrdinalIgnoreCase) && words.Length > written.Length)
                _items.Add(new CompletionItem(words, MarkKind.Keyword, "", LineHelp.Of(kind), span) { Insert = Inserted(kind, words) });
        }
    }

    private string Inserted(StatementKind kind, string words) => kind switch
    {
        StatementKind.Binds or StatementKind.ConditionsFunding or StatementKind.InEverySituation or StatementKind.ChangesNoAnswer => words,
        StatementKind.Source => $"source <> read {LocalDatePattern.Iso.Format(_today)} as text",
        StatementKind.From => $"from {LocalDatePattern.Iso.Format(_today)}",
        StatementKind.Note or StatementKind.Tried or StatementKind.Fails or StatementKind.For or StatementKind.Against or StatementKind.Outcome or StatementKind.AsEnacted => words + " \"\"",
        _ => words + " ",
    };

    private static bool Joins(Statement? before) => before?.Kind is StatementKind.When or StatementKind.Unless or StatementKind.Then or StatementKind.InEverySituationWhere or StatementKind.CouldSay;

    /// <summary>After a condition comes what follows, and after that an exception or the next rule.</summary>
    private static int Rank(StatementKind kind, Statement? before) => (before?.Kind, kind) switch
    {
        (StatementKind.When or StatementKind.InEverySituation or StatementKind.CouldSay or StatementKind.InEverySituationWhere, StatementKind.Then) => 0,
        (StatementKind.Reading, StatementKind.For) or (StatementKind.For, StatementKind.Against) => 0,
        (_, StatementKind.Then or StatementKind.For or StatementKind.Against) => 2,
        _ => 1,
    };

    private void Inside(LawLibrary library, Entry? entry, Statement statement)
    {
        var tokens = statement.Tokens.TakeWhile(t => t.Span.End < _offset || (t.Span.End == _offset && t.Kind != TokenKind.Word)).ToList();
        var partial = statement.Tokens.FirstOrDefault(t => t.Kind == TokenKind.Word && t.Span.Start < _offset && t.Span.End >= _offset);
        var start = partial.Text is null ? _offset : partial.Span.Start;
        var begun = Content[start.._offset];
        var vocabulary = library.Vocabulary;
        switch (statement.Kind)
        {
            case StatementKind.When or StatementKind.Unless or StatementKind.InEverySituationWhere or StatementKind.CouldSay or StatementKind.Never or StatementKind.Given:
                MoreValues(vocabulary, tokens, start, begun);
                Offer(Candidates.OfConditions(vocabulary, _text.Jurisdiction).ToList(), tokens, start, begun, anywhere: false);
                if (begun.Length == 0 && IsWholeCondition(library, statement, tokens))
                    Joints(["and ", "or "], start);
                break;
            case StatementKind.Then or StatementKind.Expect:
                Offer(Candidates.OfEffects(vocabulary, statement.Kind == StatementKind.Expect || entry?.Kind == StatementKind.Demand).ToList(), tokens, start, begun, anywhere: false);
                if (tokens.Exists(t => t.IsWord("must")))
                    Offer(Candidates.OfDeadlines(vocabulary).ToList(), tokens, start, begun, anywhere: true);
                if (statement.Kind == StatementKind.Expect && tokens.Count == 0)
                    Names(library.Demands.Select(d => (d.Id, d.Title)), MarkKind.Demand, statement);
                break;
            case StatementKind.Topic:
                Names(vocabulary.Topics.Select(t => (t.Name, "")), MarkKind.Topic, statement);
                break;
            case StatementKind.Despite or StatementKind.SubjectTo:
                Names(Lookup.Reaching(library, _text.Jurisdiction).SelectMany(j => j.Provisions).Where(p => p.InForce.Includes(_today)).Select(p => (p.Citation, p.Heading)).Append(("everything else", "prevails over every other provision")), MarkKind.Citation, statement);
                break;
            case StatementKind.Replace:
                Standing(statement);
                break;
            case StatementKind.Repeal or StatementKind.Provision:
                Names((_text.Jurisdiction?.Provisions ?? []).Where(p => p.InForce.Includes(_today)).Select(p => (p.Citation, p.Heading)), MarkKind.Citation, statement);
                break;
            case StatementKind.Bill or StatementKind.Jurisdiction or StatementKind.In or StatementKind.Within:
                Names((_text.Jurisdiction is { } own ? [own.Id] : library.KnownIds).Select(id => (id, library.Find(id)?.Name ?? "")), MarkKind.Jurisdiction, statement);
                break;
            case StatementKind.From or StatementKind.Amended or StatementKind.Read:
                Names([(LocalDatePattern.Iso.Format(_today), "today")], MarkKind.Number, statement);
                break;
            case StatementKind.InForce:
                Names([("from " + LocalDatePattern.Iso.Format(_today), "the first day"), ("since before " + LocalDatePattern.Iso.Format(library.Vocabulary.Begins), "where only that is known")], MarkKind.Number, statement);
                break;
        }
    }

    /// <summary>
    /// Offers what goes on from the words before the place. A beginning may reach back over several words ("the child is a v");
    /// it begins at the start of the line or after a joint. A single word also finds what holds it further in.
    /// </summary>
    /// <param name="anywhere">Whether it may begin after any word.</param>
    private void Offer(List<Candidate> candidates, List<Token> tokens, int start, string begun, bool anywhere)
    {
        const int Furthest = 14; // words; the longest phrase has fewer
        for (var s = Math.Max(0, tokens.Count - Furthest); s <= tokens.Count; s++)
        {
            if (!anywhere && s > 0 && !IsJoint(tokens[s - 1]))
                continue;
            var from = s < tokens.Count ? tokens[s].Span.Start : start;
            var written = string.Join(' ', tokens.Skip(s).Select(t => t.Text).Append(begun));
            foreach (var candidate in candidates)
            {
                if (written.Length == 0 ? candidate.First : candidate.Text.Length > written.Length && candidate.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase))
                    Add(candidate, from);
            }
        }
        if (begun.Length >= 2 && (tokens.Count == 0 || IsJoint(tokens[^1])))
        {
            foreach (var candidate in candidates.Where(c => c.Text.Contains(" " + begun, StringComparison.OrdinalIgnoreCase)))
                Add(candidate, start);
        }
    }

    private void Add(Candidate candidate, int from) =>
        _items.Add(new CompletionItem(candidate.Text.TrimEnd(), candidate.Kind, candidate.Detail, candidate.About, TextSpan.Between(from, _offset)) { Insert = candidate.Text });

    private static bool IsJoint(Token token) => token.IsMark('(') || token.IsMark(',') || (token.Kind == TokenKind.Word && token.Text is "and" or "or" or "not" or "when");

    /// <summary>After "conduct is prostitution or", a further value of the same fact.</summary>
    private void MoreValues(Vocabulary vocabulary, List<Token> tokens, int start, string begun)
    {
        if (tokens.Count < 3 || !tokens[^1].IsWord("or"))
            return;
        var words = tokens.Select(t => t.Text).ToArray();
        var fact = vocabulary.Facts.Where(f => !f.IsNumber).Select(f => (Fact: f, At: LastIndexOf(words, f.Name.Split(' ')))).Where(f => f.At >= 0)
            .OrderByDescending(f => f.At).ThenByDescending(f => f.Fact.Name.Length).Select(f => f.Fact).FirstOrDefault();
        foreach (var value in fact?.Values ?? [])
        {
            if (value.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                _items.Add(new CompletionItem(value, MarkKind.Value, fact!.Name, fact.Phrases[fact.Values.IndexOf(value)], TextSpan.Between(start, _offset)));
        }
    }

    private static int LastIndexOf(string[] words, string[] part)
    {
        for (var at = words.Length - part.Length; at >= 0; at--)
        {
            if (words.AsSpan(at, part.Length).SequenceEqual(part))
                return at;
        }
        return -1;
    }

    private bool IsWholeCondition(LawLibrary library, Statement statement, List<Token> tokens)
    {
        if (tokens.Count == 0)
            return false;
        var bag = new DiagnosticBag();
        var readings = _text.Jurisdiction is { } own ? Lookup.ReadingsOf(own).Select(r => r.Name).OrderByDescending(n => n.Length).ToList() : [];
        var phrases = (library.ReadWith ?? VocabularyPhrases.Of(library.Vocabulary)).Phrases;
        new ConditionBinder(phrases, readings).Bind(new TokenReader(_text.Tree.Source, statement with { Tokens = [.. tokens] }, null, bag));
        return bag.ToImmutable().All(d => d.Kind == DiagnosticKinds.Unclosed || d.Kind == DiagnosticKinds.AndMeetsOr);
    }

    private void Joints(IEnumerable<string> words, int start)
    {
        foreach (var word in words)
            _items.Add(new CompletionItem(word.Trim(), MarkKind.Operator, "", "", TextSpan.Between(start, _offset)) { Insert = word });
    }

    /// <summary>Names that stand from the first word after those that say the kind.</summary>
    private void Names(IEnumerable<(string Name, string About)> names, MarkKind kind, Statement statement)
    {
        var from = statement.Tokens.IsEmpty ? _offset : Math.Min(_offset, statement.Tokens[0].Span.Start);
        var written = Squeeze(Content.AsSpan(from, _offset - from));
        foreach (var (name, about) in names)
        {
            if (name.Length > written.Length && name.Contains(written, StringComparison.OrdinalIgnoreCase))
                _items.Add(new CompletionItem(name, kind, about, "", TextSpan.Between(from, _offset)));
        }
    }

    /// <summary>Provisions to replace, each as it stands, so that the drafter changes only what is to change.</summary>
    private void Standing(Statement statement)
    {
        var from = statement.Tokens.IsEmpty ? _offset : Math.Min(_offset, statement.Tokens[0].Span.Start);
        var written = Squeeze(Content.AsSpan(from, _offset - from));
        foreach (var provision in (_text.Jurisdiction?.Provisions ?? []).Where(p => p.InForce.Includes(_today) && p.Citation.Contains(written, StringComparison.OrdinalIgnoreCase)))
        {
            _items.Add(new CompletionItem(provision.Citation, MarkKind.Citation, provision.Heading, "Inserts the section as it stands, to be changed from there.", TextSpan.Between(from, _offset))
            { Insert = LawWriter.WriteReplacement(provision).TrimStart()["replace ".Length..].TrimEnd() });
        }
    }

    private static string Squeeze(ReadOnlySpan<char> text)
    {
        var words = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > 0 && char.IsWhiteSpace(text[^1]) ? words + " " : words;
    }
}
