namespace SafeHarbor.Law.Checking;

/// <summary>A condition and everything it is made of.</summary>
internal static class ConditionParts
{
    public static IEnumerable<Condition> Of(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Of).Prepend(all),
        Condition.Any any => any.Parts.SelectMany(Of).Prepend(any),
        Condition.Not not => Of(not.Part).Prepend(not),
        _ => [condition],
    };

    /// <summary>The conditions of a rule: when it fires, and its exceptions.</summary>
    public static IEnumerable<Condition> Of(Rule rule) => rule.Unless.Prepend(rule.When).SelectMany(Of);

    /// <summary>Every rule of a jurisdiction: of its provisions, its unread entries and its bills.</summary>
    public static IEnumerable<Rule> RulesOf(Jurisdiction jurisdiction) =>
        jurisdiction.Provisions.SelectMany(p => p.Rules).Concat(jurisdiction.Unread.SelectMany(u => u.CouldSay))
            .Concat(jurisdiction.Bills.SelectMany(b => b.Changes).SelectMany(c => c switch
            {
                BillChange.Add add => add.Provision.Rules,
                BillChange.Replace replace => replace.Provision.Rules,
                _ => [],
            }));
}
