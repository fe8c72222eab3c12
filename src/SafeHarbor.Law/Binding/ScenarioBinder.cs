using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads scenarios, and the facts that are given for a case.</summary>
internal sealed class ScenarioBinder(Words words, IReadOnlyCollection<string> demandIds)
{
    private static readonly (string Words, Answer Answer)[] Answers =
    [
        ("does not apply", Answer.DoesNotApply), ("arguably met", Answer.Arguable), ("not known", Answer.NotKnown),
        ("not met", Answer.No), ("arguable", Answer.Arguable), ("arguably", Answer.Arguable), ("depends", Answer.Depends),
        ("met", Answer.Yes), ("yes", Answer.Yes), ("no", Answer.No),
    ];

    private readonly Comparison _comparison = new(words.Phrases);
    private readonly EffectBinder _effects = new(words);

    public Scenario? Bind(EntryReader entry, string jurisdiction)
    {
        var head = entry.Head();
        var name = head.RequireQuotations("the name of the scenario");
        head.ExpectEnd();
        LocalDate? on = null;
        var given = ImmutableArray<(Fact, ValueSet)>.Empty;
        var expected = ImmutableArray.CreateBuilder<Expected>();
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.In:
                    var place = reader.TryRaw(t => t.IsWord("on"));
                    if (place is not null && place != jurisdiction)
                        reader.Report(DiagnosticKinds.UnknownJurisdiction, reader.Whole, $"this scenario is about `{place}` and stands with `{jurisdiction}`", "move it to the folder of its jurisdiction");
                    if (!reader.TryWord("on"))
                        reader.Report(DiagnosticKinds.BadDate, reader.Here, "the day of the scenario is missing", $"write `in {jurisdiction} on 2026-11-01`");
                    else
                        on = Words.RequireDate(reader);
                    reader.ExpectEnd();
                    break;
                case StatementKind.Given:
                    given = given.AddRange(Given(reader));
                    break;
                case StatementKind.Expect:
                    if (BindExpected(reader) is { } expectation)
                        expected.Add(expectation);
                    break;
                case StatementKind.Settled when entry.Entry.Kind == StatementKind.SecondReading && expected.Count > 0:
                    expected[^1] = expected[^1] with { Settled = EntryReader.ReadNote(reader) };
                    break;
                case StatementKind.Note:
                    EntryReader.ReadNote(reader);
                    break;
                default:
                    entry.Misplaced(statement);
                    break;
            }
        }
        if (on is null)
            entry.Report(DiagnosticKinds.Undated, "this scenario has no day", $"add a line such as `in {jurisdiction} on 2026-11-01`");
        else if (on < words.Vocabulary.Begins)
            entry.Report(DiagnosticKinds.BeforeLibrary, $"the library begins on {words.Vocabulary.Begins:uuuu-MM-dd}, after the day of this scenario", "choose a later day");
        if (expected.Count == 0)
            entry.Report(DiagnosticKinds.Incomplete, "this scenario expects nothing", "add a line that begins with `expect`");
        return on is { } day ? new Scenario(name, jurisdiction, day, given, expected.ToImmutable(), entry.Place) : null;
    }

    /// <summary>A list of facts and values, with commas or `and` between them. A fact given twice keeps the values that both allow.</summary>
    public ImmutableArray<(Fact Fact, ValueSet Values)> Given(TokenReader reader)
    {
        var given = new List<(Fact Fact, ValueSet Values)>();
        do
        {
            if (reader.AtEnd)
                break;
            if (OneGiven(reader) is not { } next)
                continue;
            var at = given.FindIndex(g => g.Fact.Index == next.Fact.Index);
            if (at < 0)
            {
                given.Add(next);
                continue;
            }
            var both = given[at].Values & next.Values;
            if (both.IsEmpty)
            {
                reader.Report(DiagnosticKinds.Contradiction, reader.Whole,
                    $"the fact `{next.Fact.Name}` is given twice, and no value fits both", $"it is given as `{next.Fact.SayByName(given[at].Values)}` and as `{next.Fact.SayByName(next.Values)}`; keep one");
                continue;
            }
            given[at] = (next.Fact, both);
        }
        while (reader.TryMark(',') || reader.TryWord("and"));
        reader.ExpectEnd();
        return [.. given];
    }

    private (Fact Fact, ValueSet Values)? OneGiven(TokenReader reader)
    {
        var start = reader.Position;
        Comparison.Result? furthest = null;
        (Fact Fact, ValueSet Values, int End)? best = null;
        foreach (var (meaning, end) in words.Phrases.Matches(reader, start))
        {
            var (fact, result) = meaning switch
            {
                Meaning.Whole { Condition: Condition.FactIn whole } => (whole.Fact, new Comparison.Result(whole.Values, end, null, null, null)),
                Meaning.NameOfFact name => (name.Fact, _comparison.AfterName(reader, name.Fact, end)),
                Meaning.BeforeNumber number => (number.Fact, _comparison.Number(reader, number.Fact, end)),
                _ => (null, default),
            };
            if (fact is not null && result.Values is { } values && (best is null || result.End > best.Value.End))
                best = (fact, values, result.End);
            else if (fact is not null && result.Values is null && result.IsBetterThan(furthest))
                furthest = result;
        }
        if (best is { } found)
        {
            reader.Position = found.End;
            return (found.Fact, found.Values);
        }
        ReportBadGiven(reader, start, furthest);
        while (!reader.AtEnd && !reader.IsMark(','))
            reader.Next();
        return null;
    }

    private void ReportBadGiven(TokenReader reader, int start, Comparison.Result? furthest)
    {
        if (furthest is { } wrong)
        {
            reader.Report(wrong.Kind!, wrong.End < reader.Count ? reader.PlaceOf(wrong.End, wrong.End + 1) : reader.PlaceOf(start, reader.Count), wrong.Message!, wrong.Help);
            return;
        }
        var end = start;
        while (end < reader.Count && reader.At(end).Kind == TokenKind.Word && !reader.At(end).IsWord("is"))
            end++;
        var written = string.Join(' ', Enumerable.Range(start, Math.Max(0, end - start)).Select(i => reader.At(i).Text));
        var near = Text.Nearest.To(written, words.Vocabulary.Facts.Select(f => f.Name));
        reader.Report(DiagnosticKinds.UnknownWord, reader.PlaceOf(start, Math.Max(start + 1, end)),
            written.Length == 0 ? "a fact is missing here" : $"unknown fact `{TokenReader.Shorten(written)}`",
            near is null ? $"the facts are {Text.Friendly.And(words.Vocabulary.Facts.Select(f => f.Name))}" : $"did you mean `{near}`?");
    }

    private Expected? BindExpected(TokenReader reader)
    {
        Asked? asked = null;
        if (reader.Peek is { Kind: TokenKind.Word } first && reader.Count > 1 && reader.At(reader.Position + 1).IsMark(':'))
        {
            reader.Next();
            if (demandIds.Contains(first.Text))
                asked = new Asked.OfDemand(first.Text);
            else if (words.Vocabulary.StatusNamed(first.Text) is { } status)
                asked = new Asked.Of(new Expectation.Has(status));
            else
                reader.Report(DiagnosticKinds.UnknownDemand, reader.Place(first.Span), $"unknown demand `{first.Text}`", Text.Nearest.To(first.Text, demandIds) is { } near ? $"did you mean `{near}`?" : $"the demands are {Text.Friendly.And(demandIds)}");
        }
        else if (_effects.Expectation(reader) is { } expectation)
        {
            asked = new Asked.Of(expectation);
        }
        if (!reader.TryMark(':'))
        {
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "the answer is missing", "write `: yes`, `: no`, `: arguable`, `: not known` or `: depends`, then `because …`");
            return null;
        }
        Answer? answer = null;
        foreach (var (text, value) in Answers)
        {
            if (!reader.TryWords(text))
                continue;
            answer = value;
            break;
        }
        if (answer is null)
        {
            reader.Report(DiagnosticKinds.UnknownValue, reader.Here, "the answer is not one of the answers", $"write {Text.Friendly.Or(Answers.Select(a => $"`{a.Words}`"))}");
            return null;
        }
        if (!reader.TryWord("because") || reader.AtEnd)
        {
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "the reason is missing", "write `because` and the provision that decides");
            return null;
        }
        var because = reader.RawFrom(reader.Position);
        return asked is null ? null : new Expected(asked, answer.Value, because, reader.Whole);
    }
}
