using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>
/// Says an edit as an amendment that a drafter can start from: what to strike and what to insert in our paraphrase of
/// the provision. Never statutory text, which the drafter writes.
/// </summary>
public static class AmendmentWords
{
    /// <summary>The provision that the edit changes or makes.</summary>
    public static string Place(Edit edit) => edit switch
    {
        Edit.OfRule of => $"{of.Rule.Citation}, “{of.Rule.Provision!.Heading}”",
        Edit.Write write => $"A new section in the words of the demand {write.Demand.Id} itself; no jurisdiction's rule in the library does it",
        Edit.Adopt adopt => $"A new section, after the model of {adopt.Precedent.Citation} ({adopt.Precedent.Origin.Name}), “{adopt.Precedent.Provision!.Heading}”",
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };

    /// <summary>What is struck; null where nothing is.</summary>
    public static string? Strike(Edit edit) => edit switch
    {
        Edit.Widen widen => ConditionWords.Say(Part(widen, widen.Part)),
        Edit.DropCondition drop => ConditionWords.Say(Part(drop, drop.Part)),
        Edit.DropException drop => $"the exception where {ConditionWords.Say(drop.Rule.Rule.Unless[drop.Exception])}",
        Edit.MayToMust must => must.Rule.Rule.Effects[must.Effect].ToString(),
        Edit.AddDeadline add => ((Effect.Norm)add.Rule.Rule.Effects[add.Effect]).Deadline?.ToString(),
        Edit.Adopt or Edit.Write or Edit.SettleReading => null,
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };

    /// <summary>What is inserted; null where nothing is.</summary>
    public static string? Insert(Edit edit) => edit switch
    {
        Edit.Widen widen => widen.Fact.Say(((Condition.FactIn)Part(widen, widen.Part)).Values | widen.Added),
        Edit.DropCondition or Edit.DropException => null,
        Edit.SettleReading settle => $"words that settle that {settle.Reading}",
        Edit.MayToMust must => (((Effect.Norm)must.Rule.Rule.Effects[must.Effect]) with { Modality = Modality.Must }).ToString(),
        Edit.AddDeadline add => add.Deadline.ToString(),
        Edit.Adopt adopt => Section(adopt.Precedent.Rule),
        Edit.Write write => Section(write.Section.Rule),
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };

    /// <summary>What the rule as a whole provides, so that the change is read in its place.</summary>
    public static string Whole(Edit.OfRule edit) =>
        $"where {ConditionWords.Say(edit.Rule.Rule.When)}, {Friendly.And(edit.Rule.Rule.Effects.Select(e => e.ToString()!))}"
        + string.Concat(edit.Rule.Rule.Unless.Select(u => $", unless {ConditionWords.Say(u)}"));

    private static string Section(Rule rule) => $"Despite any other provision: where {ConditionWords.Say(rule.When)}, {Friendly.And(rule.Effects.Select(e => e.ToString()!))}"
        + string.Concat(rule.Unless.Select(u => $", unless {ConditionWords.Say(u)}"));

    private static Condition Part(Edit.OfRule edit, int part) => EditedLaw.Parts(edit.Rule.Rule)[part];
}
