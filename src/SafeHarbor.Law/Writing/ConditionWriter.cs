using System.Globalization;

namespace SafeHarbor.Law.Writing;

/// <summary>Writes conditions in the law language, so that reading them gives the same condition again.</summary>
internal static class ConditionWriter
{
    public static string Write(Condition condition) => condition switch
    {
        Condition.FactIn fact => Fact(fact.Fact, fact.Values),
        Condition.HasStatus has => has.Status.Says,
        Condition.LacksStatus lacks => lacks.Status.Denies,
        Condition.UnderReading reading => $"reading {reading.Reading}",
        Condition.Not not => $"not ({Write(not.Part)})",
        Condition.All or Condition.Any => string.Join(' ', Parts(condition).Select((p, i) => i == 0 ? p : $"{Joint(condition)} {p}")),
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    /// <summary>The parts of a joined condition, each with the brackets it needs; the condition itself where it is not joined.</summary>
    public static List<string> Parts(Condition condition)
    {
        var parts = condition switch
        {
            Condition.All all => all.Parts,
            Condition.Any any => any.Parts,
            _ => [condition],
        };
        var written = parts.Select(p => p is Condition.All or Condition.Any && parts.Length > 1 ? $"({Write(p)})" : Write(p)).ToList();
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            // After `or` a value of the same fact would be read as one more value of it.
            if (condition is Condition.Any && parts[i] is Condition.FactIn fact && fact.Fact.Values.Any(v => written[i + 1].StartsWith(v + " ", StringComparison.Ordinal)))
                written[i] = $"({written[i]})";
        }
        return written;
    }

    public static string Joint(Condition condition) => condition is Condition.Any ? "or" : "and";

    private static string Fact(Fact fact, ValueSet values)
    {
        if (fact.IsNumber)
            return $"{fact.Name} {Number(fact, values)}";
        var @is = fact.Name.EndsWith(" is", StringComparison.Ordinal) ? fact.Name : fact.Name + " is";
        var others = fact.AllValues - values;
        // Never "is any": after "third party" that would be read as the fact "third party is".
        return values.Count > 1 && others.Count == 1
            ? $"{@is} not {fact.Values[others.First]}"
            : $"{@is} {string.Join(" or ", values.Values().Select(v => fact.Values[v]))}";
    }

    private static string Number(Fact fact, ValueSet values)
    {
        int lowest = fact.Lowest!.Value, highest = lowest + fact.Values.Length - 1;
        var numbers = values.Values().Select(v => v + lowest).ToList();
        var (first, last) = (numbers[0], numbers[^1]);
        var whole = last - first + 1 == numbers.Count;
        return (whole, first == lowest, last == highest) switch
        {
            (true, true, true) => "of any age",
            _ when numbers.Count == 1 => string.Create(CultureInfo.InvariantCulture, $"is {first}"),
            (true, true, false) => string.Create(CultureInfo.InvariantCulture, $"under {last + 1}"),
            (true, false, true) => string.Create(CultureInfo.InvariantCulture, $"at least {first}"),
            (true, false, false) => string.Create(CultureInfo.InvariantCulture, $"from {first} to {last}"),
            _ => "is " + string.Join(" or ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        };
    }
}
