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

    /// <summary>Sentences that settle what is an open question today; they stand after the rule. Empty where no edit settles one.</summary>
    public static string Settled(IEnumerable<Edit> edits) =>
        string.Concat(edits.OfType<Edit.SettleReading>().Select(s => s.Reading).Distinct().Select(r => $" It is settled that {r}."));

    /// <summary>A section that was not there.</summary>
    public static string NewSection(Rule rule) => $"Despite any other provision: {char.ToLowerInvariant(Of(rule)[0])}{Of(rule)[1..]}";

    private static string Effects(Rule rule) => Friendly.And(rule.Effects.Select(e => e.ToString()!));
}
