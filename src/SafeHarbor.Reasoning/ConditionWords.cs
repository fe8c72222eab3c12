using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Reasoning;

/// <summary>Says conditions in plain words.</summary>
public static class ConditionWords
{
    public static string Say(Condition condition) => condition switch
    {
        Condition.Always => "in every situation",
        Condition.FactIn fact => fact.Fact.Say(fact.Values),
        Condition.HasStatus has => has.Status.Says,
        Condition.LacksStatus lacks => lacks.Status.Denies,
        Condition.UnderReading reading => $"the law is read so that {reading.Reading}",
        Condition.All all => string.Join(", and ", all.Parts.Select(Say)),
        Condition.Any any => "either " + Friendly.Or(any.Parts.Select(Say)),
        Condition.Not not => $"it is not so that {Say(not.Part)}",
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    /// <summary>The parts that must all hold.</summary>
    public static IEnumerable<Condition> Conjuncts(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Conjuncts),
        Condition.Always => [],
        _ => [condition],
    };
}
