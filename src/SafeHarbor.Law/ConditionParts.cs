namespace SafeHarbor.Law;

/// <summary>A condition and everything it is made of.</summary>
public static class ConditionParts
{
    public static IEnumerable<Condition> Of(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Of).Prepend(all),
        Condition.Any any => any.Parts.SelectMany(Of).Prepend(any),
        Condition.Not not => Of(not.Part).Prepend(not),
        _ => [condition],
    };

    /// <summary>The facts that a condition speaks of, as often as it does.</summary>
    public static IEnumerable<Fact> FactsIn(Condition condition) => Of(condition).OfType<Condition.FactIn>().Select(f => f.Fact);

    /// <summary>The statuses that a condition rests on, given or lacking, as often as it does.</summary>
    public static IEnumerable<Status> StatusesIn(Condition condition) => Of(condition).Select(c => c switch
    {
        Condition.HasStatus has => has.Status,
        Condition.LacksStatus lacks => lacks.Status,
        _ => null,
    }).OfType<Status>();

    /// <summary>The statuses that a rule rests on, in its condition and its exceptions.</summary>
    public static IEnumerable<Status> StatusesIn(Rule rule) => rule.Unless.Append(rule.When).SelectMany(StatusesIn);

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
