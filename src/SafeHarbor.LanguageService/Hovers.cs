using System.Globalization;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;

namespace SafeHarbor.LanguageService;

/// <summary>What is shown of a word on which a reader rests.</summary>
/// <param name="Title">The thing itself, and what kind of thing it is.</param>
/// <param name="Lines">Sentences about it; each is plain text.</param>
public sealed record HoverText(TextSpan Span, string Title, IReadOnlyList<string> Lines)
{
    /// <summary>The same as Markdown, in which what a text says is never taken for form.</summary>
    public string ToMarkdown() => $"**{Escape(Title)}**\n\n{string.Join("\n\n", Lines.Select(Escape))}";

    private static string Escape(string text) => string.Concat(text.Select(c => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!' ? "\\" + c : c.ToString()));
}

/// <summary>Says what a word of a text means.</summary>
public static class Hovers
{
    private const int MostRules = 6;

    /// <summary>What stands at a place; null where nothing is to be said.</summary>
    public static HoverText? At(ReadText text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.MarkAt(offset) is { Names: { } symbol } mark && About(text, symbol) is var (title, lines) && lines.Count > 0 ? new HoverText(mark.Span, title, lines) : null;
    }

    private static (string Title, List<string> Lines) About(ReadText text, Symbol symbol) => symbol switch
    {
        Symbol.OfLine line => (Law.Syntax.StatementWords.Of(line.Kind), LineHelp.Of(line.Kind) is { Length: > 0 } help ? [help] : []),
        Symbol.OfFact of => ($"{of.Fact.Name} (fact)", [.. AboutFact(of.Fact, of.Values)]),
        Symbol.OfStatus of => ($"{of.Status.Name} (status)", [.. AboutStatus(text, of.Status)]),
        Symbol.OfParty of => ($"{of.Party.Name} (party)", ["Who must, may or must not do something."]),
        Symbol.OfAct of => ($"{of.Act.Name} (act)", [$"Who can do it: {Friendly.Or(of.Act.Parties.Select(p => p.Name))}."]),
        Symbol.OfEvent of => ($"{of.Event.Name} (event)", ["What a deadline can run from."]),
        Symbol.OfTopic of => ($"{of.Topic.Name} (topic)", ["One of the subjects that are read for every jurisdiction."]),
        Symbol.OfReading of => ($"reading {of.Name}", [.. AboutReading(text, of.Name)]),
        Symbol.OfCitation of => (of.Citation, [.. AboutCitation(text, of.Citation)]),
        Symbol.OfDemand of => ($"{of.Demand.Id}: {of.Demand.Title}", [$"Asked where {ConditionWords.Say(of.Demand.Premise)}: {of.Demand.Expected}.", $"Where it fails, {of.Demand.Fails}."]),
        Symbol.OfJurisdiction of => (of.Id, text.Library?.Find(of.Id) is { } found ? [$"{found.Name}: {Friendly.Count(found.Provisions.Length, "provision")}, {Friendly.Count(found.Bills.Length, "bill")}."] : []),
        _ => throw new System.Diagnostics.UnreachableException(symbol.GetType().Name),
    };

    private static IEnumerable<string> AboutFact(Fact fact, ValueSet? values)
    {
        if (values is { } meant)
            yield return $"Here: {fact.Say(meant)}.";
        yield return fact.Question;
        if (fact.IsNumber)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"A number from {fact.Values[0]} to {fact.Values[^1]}.");
            yield break;
        }
        for (var v = 0; v < fact.Values.Length; v++)
            yield return $"{fact.Values[v]}: {fact.Phrases[v]}";
    }

    private static IEnumerable<string> AboutStatus(ReadText text, Status status)
    {
        yield return $"“{Friendly.Sentence(status.Says)}”, or “{status.Denies}”.";
        if (text.Library is not { } library)
            yield break;
        var rules = Lookup.Reaching(library, text.Jurisdiction).SelectMany(j => j.Provisions).SelectMany(p => p.Rules.SelectMany(r => r.Effects).Distinct().Select(e => (p.Citation, Effect: e))).ToList();
        var given = rules.Where(r => r.Effect is Effect.Grant grant && grant.Status == status).Select(r => r.Citation).Distinct().ToList();
        var denied = rules.Where(r => r.Effect is Effect.Deny deny && deny.Status == status).Select(r => r.Citation).Distinct().ToList();
        yield return given.Count == 0 ? "No provision read here gives it." : $"Given by {Short(given)}.";
        if (denied.Count > 0)
            yield return $"Denied by {Short(denied)}.";
    }

    private static string Short(List<string> citations) =>
        Friendly.And(citations.Count <= MostRules ? citations : [.. citations.Take(MostRules - 1), Friendly.Count(citations.Count - MostRules + 1, "other")]);

    private static IEnumerable<string> AboutReading(ReadText text, string name)
    {
        if (text.Jurisdiction is { } own && Lookup.ReadingsOf(own).FirstOrDefault(r => r.Name == name) is { } reading)
        {
            yield return "An open question of law; both answers are tried.";
            yield return $"For: {reading.For}";
            yield return $"Against: {reading.Against}";
        }
    }

    private static IEnumerable<string> AboutCitation(ReadText text, string citation)
    {
        if (text.Library is not { } library)
            yield break;
        var cited = Lookup.Cited(library, text.Jurisdiction, citation).ToList();
        foreach (var provision in cited.Take(3))
        {
            yield return $"{(provision.Citation == citation ? "" : provision.Citation + ": ")}{provision.Heading} ({When(provision.InForce)}).";
            if (cited.Count > 1 && provision != cited[0])
                continue;
            foreach (var rule in provision.Rules.Take(MostRules))
                yield return Sentence(rule);
            if (provision.Rules.Length > MostRules)
                yield return $"And {Friendly.Count(provision.Rules.Length - MostRules, "more rule")}.";
        }
    }

    private static string When(InForce inForce) =>
        (inForce.Precision == StartPrecision.Before ? "in force since before " : "in force from ") + (inForce.Precision == StartPrecision.Year ? inForce.From.Year.ToString(CultureInfo.InvariantCulture) : LocalDatePattern.Iso.Format(inForce.From))
        + (inForce.To is { } to ? " to " + LocalDatePattern.Iso.Format(to) : "");

    private static string Sentence(Rule rule) => Friendly.Sentence(
        $"{(rule.When is Condition.Always ? "" : $"where {ConditionWords.Say(rule.When)}, ")}{Friendly.And(rule.Effects.Select(e => e.ToString()!))}{string.Concat(rule.Unless.Select(u => $", unless {ConditionWords.Say(u)}"))}.");
}
