using System.Collections.Immutable;
using System.Globalization;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>One thing that may be true of a situation, such as the child's age or who reported.</summary>
/// <param name="Index">Zero-based place in the vocabulary.</param>
/// <param name="Name">Its name, such as <c>third party</c>.</param>
/// <param name="Values">The names of its values, in order; for a number, the numbers in order.</param>
/// <param name="Lowest">For a number, the lowest value; null for a choice.</param>
/// <param name="Question">The question that asks it.</param>
/// <param name="Phrases">For each value the phrase that says it; for a number one phrase with <c>{value}</c>.</param>
public sealed record Fact(
    int Index,
    string Name,
    ImmutableArray<string> Values,
    int? Lowest,
    string Question,
    ImmutableArray<string> Phrases,
    Location Location)
{
    /// <summary>The phrase that says "any value but the one that means nothing", such as "something is given or promised"; null where none is declared.</summary>
    public string? AnyPhrase { get; init; }

    /// <summary>Every value but the one that means nothing; null where no value does.</summary>
    public ValueSet? Anything => Nothing is { } nothing ? AllValues - ValueSet.Of(nothing) : null;

    public const string Slot = "{value}";

    public bool IsNumber => Lowest is not null;

    /// <summary>The values `yes` and `no`, and no others.</summary>
    public bool IsYesOrNo => Values is ["yes", "no"];

    public ValueSet AllValues => ValueSet.All(Values.Length);

    /// <summary>The index of the value that means nothing (`none` or `nobody`); null where there is none.</summary>
    public int? Nothing
    {
        get
        {
            var index = Values.IndexOf("none");
            if (index < 0)
                index = Values.IndexOf("nobody");
            return index < 0 ? null : index;
        }
    }

    /// <summary>The index of a value by its name; null where there is none.</summary>
    public int? IndexOf(string value)
    {
        var index = Values.IndexOf(value);
        return index < 0 ? null : index;
    }

    /// <summary>Says in plain words that the fact has one of these values, such as "the child is 16 or 17".</summary>
    public string Say(ValueSet values)
    {
        if (IsNumber)
            return Phrases[0].Replace(Slot, SayNumbers(values), StringComparison.Ordinal);
        if (values.Count == 1)
            return Phrases[values.First];
        if (AnyPhrase is not null && values == Anything)
            return AnyPhrase;
        var others = AllValues - values;
        // A long list is better told by what is left out.
        if (values.Count >= 5 && others.Count * 2 <= values.Count && !others.IsEmpty)
            return (others.Count == 1 ? "it is not so that " : "none of these is so: ") + Friendly.Or(WithoutRepeatedStart([.. others.Values().Select(v => Phrases[v])]));
        return Friendly.Or(WithoutRepeatedStart([.. values.Values().Select(v => Phrases[v])]));
    }

    /// <summary>Says the values by name, as a case file would: "age is 15".</summary>
    public string SayByName(ValueSet values) => $"{Name}{(Name.EndsWith(" is", StringComparison.Ordinal) ? " " : " is ")}{Friendly.Or(values.Values().Select(v => Values[v]))}";

    private string SayNumbers(ValueSet values)
    {
        int lowest = Lowest!.Value, highest = lowest + Values.Length - 1;
        var parts = new List<string>();
        for (var v = 0; v < Values.Length; v++)
        {
            if (!values.Contains(v))
                continue;
            var start = v;
            while (v + 1 < Values.Length && values.Contains(v + 1))
                v++;
            int from = lowest + start, to = lowest + v;
            parts.Add(Range(from, to, lowest, highest));
        }
        return Friendly.Or(parts);
    }

    private static string Range(int from, int to, int lowest, int highest)
    {
        var culture = CultureInfo.InvariantCulture;
        if (from == lowest && to == highest)
            return "of any age";
        if (from == to)
            return from.ToString(culture);
        if (from == lowest)
            return string.Create(culture, $"under {to + 1}");
        if (to == highest)
            return string.Create(culture, $"{from} or older");
        return to == from + 1 ? string.Create(culture, $"{from} or {to}") : string.Create(culture, $"{from} to {to}");
    }

    /// <summary>"the third party recruits the child", "the third party harbors the child": the second loses what both begin with.</summary>
    private static IEnumerable<string> WithoutRepeatedStart(IReadOnlyList<string> phrases)
    {
        const int Fewest = 2; // a shared start of one word ("the") reads worse without it than with it
        foreach (var group in phrases.GroupBy(p => string.Join(' ', p.Split(' ').Take(Fewest))))
        {
            var split = group.Select(p => p.Split(' ')).ToList();
            var shared = split.Min(words => words.Length) - 1;
            while (shared > 0 && split.Exists(words => words[shared - 1] != split[0][shared - 1] || !words.AsSpan(0, shared).SequenceEqual(split[0].AsSpan(0, shared))))
                shared--;
            for (var i = 0; i < split.Count; i++)
                yield return string.Join(' ', i == 0 || shared < Fewest ? split[i] : split[i].Skip(shared));
        }
    }
}
