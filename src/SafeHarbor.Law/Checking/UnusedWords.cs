using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>Words of the vocabulary that no law, demand or scenario uses. Asked only when every jurisdiction was read.</summary>
internal static class UnusedWords
{
    public static void Check(LawLibrary library, DiagnosticBag bag)
    {
        var all = library.Jurisdictions.Append(library.Baseline).ToList();
        var rules = all.SelectMany(ConditionParts.RulesOf).ToList();
        var conditions = rules.SelectMany(ConditionParts.Of).Concat(library.Demands.SelectMany(d => ConditionParts.Of(d.Premise)))
            .Concat(library.Vocabulary.Never.SelectMany(ConditionParts.Of)).ToList();
        var facts = conditions.OfType<Condition.FactIn>().Select(f => f.Fact.Index)
            .Concat(all.SelectMany(j => j.Scenarios).SelectMany(s => s.Given).Select(g => g.Fact.Index)).ToHashSet();
        foreach (var fact in library.Vocabulary.Facts.Where(f => !facts.Contains(f.Index)))
            Report(bag, fact.Location, "fact", fact.Name);
        var statuses = rules.SelectMany(r => r.Effects).Select(e => e switch
        {
            Effect.Grant grant => grant.Status.Index,
            Effect.Deny deny => deny.Status.Index,
            _ => -1,
        }).ToHashSet();
        foreach (var status in library.Vocabulary.Statuses.Where(s => !statuses.Contains(s.Index)))
            Report(bag, status.Location, "status", status.Name);
    }

    private static void Report(DiagnosticBag bag, Text.Location place, string kind, string name) =>
        bag.Add(DiagnosticKinds.UnusedWord, place, $"the {kind} `{name}` is never used by any law", "it may stay, as part of the contract; nothing turns on it yet");
}
