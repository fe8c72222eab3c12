using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cases;

/// <summary>How a cell is written: empty for what is not known, a value's name, or several names with <c>|</c> between them.</summary>
public static class Cells
{
    public const char Between = '|';

    /// <summary>The values that a cell allows; or, where they cannot be read, what is wrong and what to write.</summary>
    public static (ValueSet Values, string? What, string? Help) Read(Fact fact, string text)
    {
        var cell = text.Trim(' ');
        if (cell.Length == 0)
            return (fact.AllValues, null, null);
        var values = ValueSet.Empty;
        foreach (var part in cell.Split(Between))
        {
            if (fact.IndexOf(part) is not { } index)
                return (default, $"`{Shown(part)}` is not a value of it", HelpFor(fact, part));
            if (values.Contains(index))
                return (default, $"`{part}` is named twice", "name each value once, or leave the cell empty where the value is not known");
            values |= ValueSet.Of(index);
        }
        return (values, null, null);
    }

    /// <summary>How a cell is written that allows these values.</summary>
    public static string Write(Fact fact, ValueSet values) =>
        values == fact.AllValues ? "" : string.Join(Between, values.Values().Select(v => fact.Values[v]));

    private static string HelpFor(Fact fact, string part)
    {
        if (Nearest.To(part, fact.Values) is { } near && !fact.IsNumber)
            return $"did you mean `{near}`?";
        var all = fact.IsNumber ? $"a number from {fact.Values[0]} to {fact.Values[^1]}" : Friendly.Or(fact.Values.Select(v => $"`{v}`"));
        return $"write {all}, or leave the cell empty where it is not known";
    }

    /// <summary>A cell as a message may show it: short, and without what a terminal would obey.</summary>
    public static string Shown(string text)
    {
        const int Longest = 40;
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return plain.Length <= Longest ? plain : plain[..Longest] + "…";
    }
}
