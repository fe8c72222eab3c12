using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>Words that could stand in a place, before what is written there is looked at.</summary>
/// <param name="First">Whether it is offered where nothing is written yet; the others only once their beginning is.</param>
internal sealed record Candidate(string Text, MarkKind Kind, string Detail, string About, bool First = true);

/// <summary>All that can stand in a condition or follow in an effect.</summary>
internal static class Candidates
{
    public static IEnumerable<Candidate> OfConditions(Vocabulary vocabulary, Jurisdiction? jurisdiction)
    {
        foreach (var fact in vocabulary.Facts)
        {
            foreach (var candidate in fact.IsNumber ? OfNumber(fact) : OfChoice(vocabulary, fact))
                yield return candidate;
        }
        foreach (var status in vocabulary.Statuses)
        {
            yield return new Candidate(status.Says, MarkKind.Status, "status", "");
            yield return new Candidate(status.Denies, MarkKind.Status, "no such status", "", First: false);
        }
        foreach (var reading in jurisdiction is null ? [] : Lookup.ReadingsOf(jurisdiction))
            yield return new Candidate($"reading {reading.Name}", MarkKind.Reading, "open question", $"For: {reading.For} Against: {reading.Against}");
    }

    private static IEnumerable<Candidate> OfNumber(Fact fact)
    {
        yield return new Candidate(fact.Name + " under 18", MarkKind.Fact, "fact", fact.Question);
        foreach (var form in new[] { "at least 13", "at most 17", "is 15", "from 12 to 17", "over 17" })
            yield return new Candidate($"{fact.Name} {form}", MarkKind.Fact, "", fact.Question, First: false);
    }

    private static IEnumerable<Candidate> OfChoice(Vocabulary vocabulary, Fact fact)
    {
        var @is = fact.Name.EndsWith(" is", StringComparison.Ordinal) ? fact.Name : fact.Name + " is";
        var about = $"{fact.Question} {Friendly.Sentence(Friendly.Or(fact.Values))}.";
        yield return new Candidate(@is + " ", MarkKind.Fact, "fact", about);
        for (var v = 0; v < fact.Values.Length; v++)
        {
            yield return new Candidate($"{@is} {fact.Values[v]}", MarkKind.Value, fact.Phrases[v], about, First: false);
            yield return new Candidate(fact.Phrases[v], MarkKind.Value, fact.Name, about, First: false);
        }
        if (fact.AnyPhrase is { } any)
        {
            // "third party is any" speaks of the fact "third party is".
            if (@is == fact.Name || vocabulary.FactNamed(@is) is null)
                yield return new Candidate(@is + " any", MarkKind.Value, any, about, First: false);
            yield return new Candidate(any, MarkKind.Value, fact.Name, about, First: false);
        }
        if (fact.IsYesOrNo)
            yield break;
        foreach (var value in fact.Values)
            yield return new Candidate($"{@is} not {value}", MarkKind.Value, "any other value", about, First: false);
    }

    /// <param name="ofDemands">Whether `someone` may stand, as in demands and scenarios.</param>
    public static IEnumerable<Candidate> OfEffects(Vocabulary vocabulary, bool ofDemands)
    {
        foreach (var status in vocabulary.Statuses)
        {
            yield return new Candidate(status.Says, MarkKind.Status, "gives the status", "");
            yield return new Candidate(status.Denies, MarkKind.Status, "denies the status", "", First: false);
        }
        foreach (var party in vocabulary.Parties)
        {
            foreach (var modality in new[] { Modality.Must, Modality.May, Modality.MustNot })
                yield return new Candidate($"{party.WithArticle} {modality.InWords()} ", MarkKind.Party, "norm", "", First: modality == Modality.Must);
        }
        foreach (var act in vocabulary.Acts)
        {
            foreach (var party in act.Parties)
            {
                foreach (var modality in new[] { Modality.Must, Modality.May, Modality.MustNot })
                    yield return new Candidate($"{party.WithArticle} {modality.InWords()} {act.Name}", MarkKind.Act, "norm", "", First: false);
            }
            yield return new Candidate($"nobody may {act.Name}", MarkKind.Act, "a bar on everybody", Friendly.Sentence($"binds {Friendly.And(act.Parties.Select(p => p.Name))}."), First: false);
            if (ofDemands)
                yield return new Candidate($"someone must {act.Name}", MarkKind.Act, "some party", "", First: false);
        }
        yield return new Candidate("nobody may ", MarkKind.Operator, "a bar on everybody", "");
    }

    /// <summary>What may stand after a duty.</summary>
    public static IEnumerable<Candidate> OfDeadlines(Vocabulary vocabulary)
    {
        foreach (var e in vocabulary.Events)
        {
            foreach (var time in new[] { "within 24 hours of", "within 72 hours of", "within 10 days of", "immediately on" })
                yield return new Candidate($"{time} {e.Name}", MarkKind.Event, "deadline", "");
        }
        yield return new Candidate("immediately", MarkKind.Event, "deadline", "");
    }
}
