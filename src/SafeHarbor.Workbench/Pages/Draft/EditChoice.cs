using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>One edit as a person chooses it.</summary>
/// <param name="Number">Zero-based place in the list.</param>
public sealed record EditChoice(int Number, Edit Edit, bool IsTicked)
{
    /// <summary>Whether it changes a section of the state's own law.</summary>
    public bool IsOwn => Edit is Edit.OfRule;

    /// <summary>What it does, as a sentence.</summary>
    public string InWords => Edit switch
    {
        Edit.Widen widen => $"Let it reach further: where {AmendmentWords.Insert(widen)}.",
        Edit.DropCondition => $"No longer ask that {AmendmentWords.Strike(Edit)}.",
        Edit.SettleReading settle => $"Settle in plain words that {settle.Reading}.",
        Edit.DropException => $"Strike {AmendmentWords.Strike(Edit)}.",
        Edit.MayToMust => $"Make it a duty: {AmendmentWords.Insert(Edit)}.",
        Edit.AddDeadline add => $"Set a time: {AmendmentWords.Insert(add)}.",
        Edit.Adopt adopt => $"{Friendly.Sentence(Where(adopt.Precedent.Rule))}.",
        Edit.Write write => $"{Friendly.Sentence(Where(write.Section.Rule))}.",
        _ => throw new System.Diagnostics.UnreachableException(Edit.GetType().Name),
    };

    private static string Where(Law.Rule rule) =>
        $"{(rule.When is Law.Condition.Always ? "" : $"where {ConditionWords.Say(rule.When)}, ")}{Friendly.And(rule.Effects.Select(e => e.ToString()!))}{string.Concat(rule.Unless.Select(u => $", unless {ConditionWords.Say(u)}"))}";
}
