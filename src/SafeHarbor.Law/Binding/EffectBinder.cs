using System.Collections.Immutable;
using System.Globalization;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads what stands after `then`: the effects of a rule, or the expectation of a demand or scenario.</summary>
internal sealed class EffectBinder(Words words)
{
    /// <summary>The effects of a rule, to the end of the statement.</summary>
    public ImmutableArray<Effect> Effects(TokenReader reader)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var part in Parts(reader))
        {
            switch (part)
            {
                case Expectation.Has has:
                    effects.Add(new Effect.Grant(has.Status));
                    break;
                case Expectation.Lacks lacks:
                    effects.Add(new Effect.Deny(lacks.Status));
                    break;
                case Expectation.Norm norm:
                    effects.Add(new Effect.Norm(norm.Party, norm.Modality, norm.Act, norm.Limit.Longest));
                    if (norm.Limit is { Stated: true, Longest: null })
                        reader.Report(DiagnosticKinds.Surplus, reader.Whole, "a rule states its deadline, it does not ask for one", "write, for example, `within 24 hours of a report`");
                    break;
                case Expectation.Nobody nobody:
                    effects.AddRange(nobody.Act.Parties.Select(p => new Effect.Norm(p, Modality.MustNot, nobody.Act, null)));
                    break;
                case Expectation.Someone someone:
                    reader.Report(DiagnosticKinds.MisplacedLine, reader.Whole, $"`someone {someone.Modality.InWords()}` binds nobody",
                        $"name the party, such as `the {someone.Act.Parties[0].Name} {someone.Modality.InWords()} {someone.Act.Name}`; `someone` is for demands and scenarios");
                    break;
            }
        }
        return effects.ToImmutable();
    }

    /// <summary>An expectation, to the end of the statement or to the mark that ends it.</summary>
    public Expectation? Expectation(TokenReader reader)
    {
        var parts = Parts(reader).ToImmutableArray();
        return parts.Length switch
        {
            0 => null,
            1 => parts[0],
            _ => new Expectation.All(parts),
        };
    }

    private IEnumerable<Expectation> Parts(TokenReader reader)
    {
        do
        {
            if (One(reader) is { } part)
                yield return part;
            else
                Skip(reader);
        }
        while (reader.TryWord("and"));
        if (!reader.IsMark(':'))
            reader.ExpectEnd();
    }

    private Expectation? One(TokenReader reader)
    {
        foreach (var (meaning, end) in words.Phrases.Matches(reader, reader.Position))
        {
            var condition = meaning is Meaning.NameOfStatus name ? new Condition.HasStatus(name.Status) : (meaning as Meaning.Whole)?.Condition;
            if (condition is Condition.HasStatus or Condition.LacksStatus)
            {
                reader.Position = end;
                return condition is Condition.HasStatus has ? new Expectation.Has(has.Status) : new Expectation.Lacks(((Condition.LacksStatus)condition).Status);
            }
        }
        if (reader.TryWord("nobody"))
        {
            if (!reader.TryWord("may"))
                reader.Report(DiagnosticKinds.Incomplete, reader.Here, "`nobody` needs `may` after it", "write, for example, `nobody may detain the child`");
            return RequireAct(reader) is { } barred ? new Expectation.Nobody(barred) : null;
        }
        if (reader.TryWord("someone"))
        {
            var modality = RequireModality(reader);
            return RequireAct(reader) is { } act ? new Expectation.Someone(modality, act, Limit(reader)) : null;
        }
        return NormOf(reader);
    }

    private Expectation.Norm? NormOf(TokenReader reader)
    {
        var start = reader.Position;
        if (Words.LongestNamed(reader, words.Vocabulary.Parties, p => p.Name) is not { } party)
        {
            ReportUnknown(reader, start);
            return null;
        }
        var modality = RequireModality(reader);
        if (RequireAct(reader) is not { } act)
            return null;
        if (!act.Parties.Contains(party))
        {
            reader.Report(DiagnosticKinds.WrongParty, reader.PlaceOf(start, reader.Position), $"`{act.Name}` is not an act of `{party.Name}`",
                $"the vocabulary names {Text.Friendly.And(act.Parties.Select(p => p.Name))} for it", new RelatedPlace(act.Location, "declared here"));
        }
        var limit = Limit(reader);
        if (limit.Stated && modality != Modality.Must)
            reader.Report(DiagnosticKinds.Surplus, reader.PlaceOf(start, reader.Position), "only what a party must do has a deadline", "leave the deadline out");
        return new Expectation.Norm(party, modality, act, limit);
    }

    private void ReportUnknown(TokenReader reader, int start)
    {
        var end = start;
        while (end < reader.Count && reader.At(end).Kind == TokenKind.Word && reader.At(end).Text is not ("and" or "must" or "may"))
            end++;
        var written = string.Join(' ', Enumerable.Range(start, Math.Max(0, end - start)).Select(i => reader.At(i).Text));
        if (end < reader.Count && reader.At(end).Text is "must" or "may")
        {
            var party = Text.Nearest.To(written, words.Vocabulary.Parties.Select(p => p.WithArticle));
            reader.Report(DiagnosticKinds.UnknownWord, reader.PlaceOf(start, Math.Max(start + 1, end)), $"unknown party `{TokenReader.Shorten(written)}`",
                party is null ? $"known are {Text.Friendly.And(words.Vocabulary.Parties.Select(p => p.Name))}" : $"did you mean `{party}`?");
            return;
        }
        var near = Text.Nearest.To(written, words.Vocabulary.Statuses.SelectMany(s => new[] { s.Says, s.Denies }));
        reader.Report(DiagnosticKinds.UnknownWord, reader.PlaceOf(start, Math.Max(start + 1, end)),
            written.Length == 0 ? "what follows is missing here" : $"unknown effect `{TokenReader.Shorten(written)}`",
            near is null ? "write a status, such as `the child is a victim of sex trafficking`, or a norm, such as `police must not arrest the child`" : $"did you mean `{near}`?");
    }

    private static Modality RequireModality(TokenReader reader)
    {
        if (reader.TryWords("must not"))
            return Modality.MustNot;
        if (reader.TryWord("must"))
            return Modality.Must;
        if (reader.TryWords("may not"))
        {
            reader.Report(DiagnosticKinds.Surplus, reader.PlaceOf(reader.Position - 2, reader.Position), "`may not` can be read two ways", "write `must not`");
            return Modality.MustNot;
        }
        if (reader.TryWord("may"))
            return Modality.May;
        if (reader.Peek is { Text: "shall" or "should" or "can" or "cannot" or "will" } other)
        {
            reader.Report(DiagnosticKinds.UnknownWord, reader.Here, $"`{other.Text}` is not one of `must`, `may` and `must not`", "write which of the three the law says");
            reader.Next();
            return Modality.May;
        }
        reader.Report(DiagnosticKinds.Incomplete, reader.Here, "`must`, `may` or `must not` is missing here", "write which of the three the law says");
        return Modality.May;
    }

    private Act? RequireAct(TokenReader reader) => Words.RequireNamed(reader, words.Vocabulary.Acts, a => a.Name, "act");

    private TimeLimit Limit(TokenReader reader)
    {
        if (reader.TryWords("with a deadline"))
            return TimeLimit.AnyStated;
        if (reader.TryWord("immediately"))
        {
            Event? on = null;
            if (reader.TryWord("on") || reader.TryWord("after"))
                on = RequireEvent(reader);
            return new TimeLimit(true, new Deadline(0, TimeUnit.Hours, on));
        }
        if (!reader.TryWord("within"))
            return TimeLimit.None;
        if (reader.Peek is not { } token || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > 10_000)
        {
            reader.Report(DiagnosticKinds.BadDate, reader.Here, "the number of hours or days is missing here", "write a whole number from 1, such as `within 24 hours of a report`");
            return TimeLimit.AnyStated;
        }
        reader.Next();
        TimeUnit? unit = reader.TryWord("hours") || reader.TryWord("hour") ? TimeUnit.Hours
            : reader.TryWords("business days") || reader.TryWords("business day") ? TimeUnit.BusinessDays
            : reader.TryWord("days") || reader.TryWord("day") ? TimeUnit.Days
            : reader.TryWord("weeks") || reader.TryWord("week") ? TimeUnit.Weeks
            : reader.TryWord("months") || reader.TryWord("month") ? TimeUnit.Months
            : null;
        if (unit is null)
        {
            reader.Report(DiagnosticKinds.BadDate, reader.Here, "the unit of time is missing here", "write `hours`, `days`, `business days`, `weeks` or `months`");
            return TimeLimit.AnyStated;
        }
        Event? from = null;
        if (reader.TryWord("of") || reader.TryWord("after"))
            from = RequireEvent(reader);
        return new TimeLimit(true, new Deadline(amount, unit.Value, from));
    }

    private Event? RequireEvent(TokenReader reader) => Words.RequireNamed(reader, words.Vocabulary.Events, e => e.Name, "event");

    private static void Skip(TokenReader reader)
    {
        while (!reader.AtEnd && !reader.IsWord("and") && !reader.IsMark(':'))
            reader.Next();
    }
}
