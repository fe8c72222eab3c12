using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads conditions, with the phrases of the vocabulary as part of the grammar.</summary>
/// <param name="readings">The readings that may be named here, longest name first.</param>
internal sealed class ConditionBinder(PhraseTable phrases, IReadOnlyList<string> readings)
{
    private const int DeepestNesting = 64;

    private readonly Comparison _comparison = new(phrases);

    /// <summary>Reads to the end of the statement. What is wrong is reported; a condition is returned all the same.</summary>
    public Condition Bind(TokenReader reader)
    {
        var condition = Joined(reader, 0);
        if (reader.IsMark(')'))
        {
            reader.Report(DiagnosticKinds.Unclosed, reader.Here, "this bracket closes nothing", "delete it, or open one before it");
            reader.Position = reader.Count;
        }
        reader.ExpectEnd();
        return condition;
    }

    /// <summary>Whether the words can be read as a condition without the phrase itself: then the phrase is ambiguous.</summary>
    public bool CanReadWithout(TokenReader reader, Meaning phrase)
    {
        var silent = new ConditionBinder(phrases, readings) { _except = phrase, _silent = true };
        _ = silent.Joined(reader, 0);
        return reader.AtEnd && !silent._failed;
    }

    /// <summary>The condition that the words make when one phrase is not known.</summary>
    public Condition BindExcept(TokenReader reader, Meaning phrase) =>
        new ConditionBinder(phrases, readings) { _except = phrase, _silent = true }.Joined(reader, 0);

    private Meaning? _except;
    private bool _silent;
    private bool _failed;

    private Condition Joined(TokenReader reader, int depth)
    {
        if (depth > DeepestNesting)
        {
            Report(reader, DiagnosticKinds.TooDeep, reader.Here, "brackets are nested too deep here", "say it in two rules, or with a status between them");
            reader.Position = reader.Count;
            return new Condition.Always();
        }
        var parts = ImmutableArray.CreateBuilder<Condition>();
        parts.Add(Term(reader, depth));
        string? joiner = null;
        while (reader.IsWord("and") || reader.IsWord("or"))
        {
            var word = reader.Peek!.Value.Text;
            if (joiner is not null && word != joiner)
            {
                Report(reader, DiagnosticKinds.AndMeetsOr, reader.Here, "`and` meets `or`, so this can be read two ways",
                    "put brackets round the part that belongs together");
            }
            joiner = word;
            reader.Next();
            parts.Add(Term(reader, depth));
        }
        return joiner switch
        {
            null => parts[0],
            "and" => new Condition.All(parts.ToImmutable()),
            _ => new Condition.Any(parts.ToImmutable()),
        };
    }

    private Condition Term(TokenReader reader, int depth)
    {
        if (reader.TryMark('('))
            return Bracketed(reader, depth);
        if (reader.IsWord("not"))
        {
            reader.Next();
            if (reader.TryMark('('))
                return new Condition.Not(Bracketed(reader, depth));
            var atom = Atom(reader);
            return atom is Condition.HasStatus has ? new Condition.LacksStatus(has.Status) : new Condition.Not(atom);
        }
        return Atom(reader);
    }

    private Condition Bracketed(TokenReader reader, int depth)
    {
        var open = reader.PlaceOf(reader.Position - 1, reader.Position);
        var inner = Joined(reader, depth + 1);
        if (!reader.TryMark(')'))
            Report(reader, DiagnosticKinds.Unclosed, open, "this bracket is not closed", "put `)` where the part ends");
        return inner;
    }

    private Condition Atom(TokenReader reader)
    {
        var start = reader.Position;
        if (reader.IsWord("reading"))
            return ReadingNamed(reader);
        Comparison.Result? furthest = null;
        (Condition Condition, int End)? best = null;
        foreach (var (meaning, end) in phrases.Matches(reader, start, _except))
        {
            switch (meaning)
            {
                case Meaning.Whole whole:
                    Offer(whole.Condition, end);
                    break;
                case Meaning.NameOfStatus name:
                    Offer(new Condition.HasStatus(name.Status), end);
                    break;
                case Meaning.NameOfFact name:
                    OfferComparison(name.Fact, _comparison.AfterName(reader, name.Fact, end), []);
                    break;
                case Meaning.BeforeNumber number:
                    OfferComparison(number.Fact, _comparison.Number(reader, number.Fact, end), number.After);
                    break;
            }
        }
        if (best is { } found)
        {
            reader.Position = found.End;
            return found.Condition;
        }
        if (furthest is { } wrong)
        {
            var place = wrong.End < reader.Count ? reader.PlaceOf(wrong.End, wrong.End + 1) : reader.PlaceOf(start, reader.Count);
            Report(reader, wrong.Kind!, place, wrong.Message!, wrong.Help);
        }
        else
        {
            ReportUnknown(reader, start);
        }
        SkipToJoint(reader);
        return new Condition.Always();

        // The reading that takes in most words wins: "act is intercourse or image" is one comparison.
        void Offer(Condition condition, int end)
        {
            if (best is null || end > best.Value.End)
                best = (condition, end);
        }

        void OfferComparison(Fact fact, Comparison.Result result, string[] after)
        {
            if (result.Values is { } values && PhraseTable.StandsAt(reader, result.End, after))
                Offer(new Condition.FactIn(fact, values), result.End + after.Length);
            else if (result.Values is null && result.IsBetterThan(furthest))
                furthest = result;
        }
    }

    private Condition ReadingNamed(TokenReader reader)
    {
        var start = reader.Position;
        reader.Next();
        // Only as much as a message shows: a line may name thousands of readings.
        var rest = string.Join(' ', Enumerable.Range(reader.Position, Math.Min(12, reader.Count - reader.Position)).Select(i => reader.At(i).Text));
        foreach (var name in readings)
        {
            var end = EndOfName(reader, reader.Position, name);
            if (end is null)
                continue;
            reader.Position = end.Value;
            return new Condition.UnderReading(name);
        }
        Report(reader, DiagnosticKinds.UnknownWord, reader.PlaceOf(start, reader.Count), $"unknown reading `{TokenReader.Shorten(rest)}`",
            readings.Count == 0 ? "declare it in a provision of this jurisdiction with a line that begins with `reading`"
                : $"the readings of this jurisdiction are {Friendly.And(readings.Select(r => $"`{r}`"))}");
        SkipToJoint(reader);
        return new Condition.Always();
    }

    /// <summary>The position after the reading's name, when it stands here, however its blanks are set.</summary>
    internal static int? EndOfName(TokenReader reader, int position, string name)
    {
        var wanted = name.Replace(" ", "", StringComparison.Ordinal);
        var at = position;
        var built = "";
        while (at < reader.Count && built.Length < wanted.Length)
            built += reader.At(at++).Text.Replace(" ", "", StringComparison.Ordinal);
        return built == wanted ? at : null;
    }

    private void ReportUnknown(TokenReader reader, int start)
    {
        if (start >= reader.Count)
        {
            Report(reader, DiagnosticKinds.Incomplete, reader.Here, "a condition is missing here", "write what must hold, such as `age under 18`");
            return;
        }
        var end = start;
        while (end < reader.Count && reader.At(end).Kind == TokenKind.Word && reader.At(end).Text is not ("and" or "or" or "is" or "under" or "over"))
            end++;
        var compared = end < reader.Count && reader.At(end).Text is "is" or "under" or "over";
        if (!compared)
        {
            while (end < reader.Count && reader.At(end).Kind == TokenKind.Word && reader.At(end).Text is not ("and" or "or"))
                end++;
        }
        var written = string.Join(' ', Enumerable.Range(start, Math.Max(1, end - start)).Select(i => reader.At(i).Text));
        var near = Nearest.To(written, phrases.Written);
        Report(reader, DiagnosticKinds.UnknownWord, reader.PlaceOf(start, Math.Max(start + 1, end)),
            compared ? $"unknown fact `{TokenReader.Shorten(written)}`" : $"unknown words `{TokenReader.Shorten(written)}`",
            near is null ? "the words that can stand here are declared in the vocabulary" : $"did you mean `{near}`?");
    }

    private static void SkipToJoint(TokenReader reader)
    {
        while (!reader.AtEnd && !reader.IsWord("and") && !reader.IsWord("or") && !reader.IsMark(')') && !reader.IsMark(','))
            reader.Next();
    }

    private void Report(TokenReader reader, DiagnosticKind kind, Location place, string message, string? help)
    {
        _failed = true;
        if (!_silent)
            reader.Report(kind, place, message, help);
    }
}
