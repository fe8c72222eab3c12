using System.Globalization;

namespace SafeHarbor.Law.Text;

/// <summary>How lists and counts are told to a reader.</summary>
public static class Friendly
{
    /// <summary>For example "a, b or c": stable, without repeats.</summary>
    public static string Or(IEnumerable<string> items) => Join(items, "or");

    /// <summary>For example "a, b and c": stable, without repeats.</summary>
    public static string And(IEnumerable<string> items) => Join(items, "and");

    /// <summary>For example "1 provision" or "1,204 provisions".</summary>
    public static string Count(long count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? singular : plural ?? singular + "s")}");

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Join(IEnumerable<string> items, string word)
    {
        var list = items.Distinct().ToList();
        return list.Count switch
        {
            0 => "nothing",
            1 => list[0],
            _ => $"{string.Join(", ", list.Take(list.Count - 1))} {word} {list[^1]}",
        };
    }
}
