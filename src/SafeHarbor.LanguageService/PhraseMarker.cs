using SafeHarbor.Law;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>Marks what stands in conditions and effects. What it does not understand it passes over, word by word.</summary>
internal sealed class PhraseMarker(Words? words, IReadOnlyList<string> readings, Action<TextSpan, MarkKind, Symbol?> add)
{
    private static readonly HashSet<string> OfConditions = ["and", "or", "not", "is", "any", "under", "over", "at", "least", "most", "from", "to", "when", "in", "every", "situation"];

    private static readonly HashSet<string> OfEffects =
        ["and", "must", "may", "not", "nobody", "someone", "within", "hour", "hours", "day", "days", "business", "week", "weeks", "month", "months", "immediately", "of", "on", "after", "with", "a", "deadline"];

    public void Conditions(TokenReader reader)
    {
        while (!reader.AtEnd)
        {
            var start = reader.Position;
            if (reader.IsWord("reading") && ReadingAt(reader) is not null)
                continue;
            if (Longest(reader) is { } found)
                Take(reader, found.Meaning, start, found.NameEnd, found.End);
            else
                Plain(reader, OfConditions);
        }
    }

    public void Effects(TokenReader reader)
    {
        while (!reader.AtEnd && !reader.IsMark(':') && !reader.IsWord("because"))
        {
            var start = reader.Position;
            if (words is null)
            {
                Plain(reader, OfEffects);
                continue;
            }
            var status = words.Phrases.Matches(reader, start).Select(m => (Status: StatusOf(m.Meaning), m.End)).FirstOrDefault(m => m.Status is not null);
            if (status.Status is { } named)
            {
                reader.Position = status.End;
                add(Span(reader, start, status.End), MarkKind.Status, new Symbol.OfStatus(named));
            }
            else if (Words.LongestNamed(reader, words.Vocabulary.Acts, a => a.Name) is { } act)
            {
                add(Span(reader, start, reader.Position), MarkKind.Act, new Symbol.OfAct(act));
            }
            else if (Words.LongestNamed(reader, words.Vocabulary.Parties, p => p.Name) is { } party)
            {
                add(Span(reader, start, reader.Position), MarkKind.Party, new Symbol.OfParty(party));
            }
            else if (Words.LongestNamed(reader, words.Vocabulary.Events, e => e.Name) is { } @event)
            {
                add(Span(reader, start, reader.Position), MarkKind.Event, new Symbol.OfEvent(@event));
            }
            else
            {
                Plain(reader, OfEffects);
            }
        }
    }

    private static TextSpan Span(TokenReader reader, int from, int to) => TextSpan.Cover(reader.At(from).Span, reader.At(to - 1).Span);

    private void Plain(TokenReader reader, HashSet<string> operators)
    {
        var token = reader.Next();
        if (token.Kind == TokenKind.Quotation)
            add(token.Span, MarkKind.Quotation, null);
        else if (token.Kind == TokenKind.Word && operators.Contains(token.Text))
            add(token.Span, MarkKind.Operator, null);
        else if (token.Kind == TokenKind.Word && char.IsAsciiDigit(token.Text[0]))
            add(token.Span, MarkKind.Number, null);
    }

    private string? ReadingAt(TokenReader reader)
    {
        var start = reader.Position;
        foreach (var name in readings)
        {
            if (ConditionBinder.EndOfName(reader, start + 1, name) is not { } end)
                continue;
            add(reader.At(start).Span, MarkKind.Operator, null);
            add(Span(reader, start + 1, end), MarkKind.Reading, new Symbol.OfReading(name));
            reader.Position = end;
            return name;
        }
        return null;
    }

    /// <summary>The reading that takes in most words, as the binder chooses it.</summary>
    private (Meaning Meaning, int NameEnd, int End)? Longest(TokenReader reader)
    {
        if (words is null)
            return null;
        (Meaning Meaning, int NameEnd, int End)? best = null;
        var comparison = new Comparison(words.Phrases);
        foreach (var (meaning, end) in words.Phrases.Matches(reader, reader.Position))
        {
            var reach = meaning switch
            {
                Meaning.NameOfFact name when comparison.AfterName(reader, name.Fact, end) is { Values: not null } result => result.End,
                Meaning.BeforeNumber number when comparison.Number(reader, number.Fact, end) is { Values: not null } result && PhraseTable.StandsAt(reader, result.End, number.After) => result.End + number.After.Length,
                Meaning.BeforeNumber => 0,
                _ => end,
            };
            if (reach > (best?.End ?? 0))
                best = (meaning, end, reach);
        }
        return best;
    }

    private void Take(TokenReader reader, Meaning meaning, int start, int nameEnd, int end)
    {
        switch (meaning)
        {
            case Meaning.NameOfStatus or Meaning.Whole when StatusOf(meaning) is { } status:
                add(Span(reader, start, end), MarkKind.Status, new Symbol.OfStatus(status));
                break;
            case Meaning.Whole { Condition: Condition.FactIn said }:
                add(Span(reader, start, end), MarkKind.Value, new Symbol.OfFact(said.Fact, said.Values));
                break;
            case Meaning.NameOfFact name:
                add(Span(reader, start, nameEnd), MarkKind.Fact, new Symbol.OfFact(name.Fact, null));
                Values(reader, name.Fact, nameEnd, end);
                break;
            case Meaning.BeforeNumber number:
                add(Span(reader, start, end), MarkKind.Value, new Symbol.OfFact(number.Fact, null));
                break;
            default:
                add(Span(reader, start, end), MarkKind.Value, null);
                break;
        }
        reader.Position = end;
    }

    private void Values(TokenReader reader, Fact fact, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var next = at + 1;
            ValueSet? value = null;
            for (var v = 0; v < fact.Values.Length && !fact.IsNumber; v++)
            {
                var parts = fact.Values[v].Split(' ');
                if (at + parts.Length >= next && PhraseTable.StandsAt(reader, at, parts))
                    (next, value) = (at + parts.Length, ValueSet.Of(v));
            }
            if (value is not null)
                add(Span(reader, at, next), MarkKind.Value, new Symbol.OfFact(fact, value));
            else if (char.IsAsciiDigit(reader.At(at).Text[0]))
                add(reader.At(at).Span, MarkKind.Number, new Symbol.OfFact(fact, null));
            else
                add(reader.At(at).Span, MarkKind.Operator, null);
            at = next;
        }
    }

    private static Status? StatusOf(Meaning meaning) => meaning switch
    {
        Meaning.NameOfStatus name => name.Status,
        Meaning.Whole { Condition: Condition.HasStatus has } => has.Status,
        Meaning.Whole { Condition: Condition.LacksStatus lacks } => lacks.Status,
        _ => null,
    };
}
