using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Amendments;

/// <summary>What a rule provides, in our words: never the text of the law.</summary>
public static class Paraphrase
{
    public static string Of(Rule rule) =>
        (rule.When is Condition.Always ? Friendly.Sentence(Effects(rule)) : $"Where {ConditionWords.Say(rule.When)}, {Effects(rule)}")
        + string.Concat(rule.Unless.Select(u => $", unless {ConditionWords.Say(u)}")) + ".";

    /// <summary>The rule as it reads with its edits; where an open question is settled, the words that settle it stand at the end.</summary>
    /// <param name="amended">The rule with the edits made.</param>
    public static string After(Rule amended, IEnumerable<Edit> edits) =>
        Of(amended) + string.Concat(edits.OfType<Edit.SettleReading>().Select(s => s.Reading).Distinct().Select(r => $" It is settled that {r}."));

    /// <summary>A section that was not there.</summary>
    public static string NewSection(Rule rule) => $"Despite any other provision: {char.ToLowerInvariant(Of(rule)[0])}{Of(rule)[1..]}";

    private static string Effects(Rule rule) => Friendly.And(rule.Effects.Select(e => e.ToString()!));
}
