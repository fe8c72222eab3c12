using System.Collections.Immutable;
using SafeHarbor.Documents.Paper;

namespace SafeHarbor.Documents.Amendments;

/// <summary>Two versions of a text as one, with what was struck and what was inserted: all else is kept word for word.</summary>
public static class TrackedWords
{
    /// <summary>Fewer kept words than this between two changes read worse than one change.</summary>
    private const int FewestKept = 3;

    /// <summary>Struck words stand before those that take their place. Rejecting every change gives the first text, accepting every change the second.</summary>
    public static ImmutableArray<Inline> Of(string before, string after)
    {
        var (one, other) = (Tokens(before), Tokens(after));
        var words = ImmutableArray.CreateBuilder<Inline>();
        var (kept, struck, added) = (new List<string>(), new List<string>(), new List<string>());
        void Flush(List<string> tokens, Func<string, Inline> make)
        {
            if (tokens.Count > 0)
                words.Add(make(string.Concat(tokens)));
            tokens.Clear();
        }
        void FlushChange()
        {
            // What both begin or end with did not change.
            var same = 0;
            while (same < struck.Count && same < added.Count && struck[same] == added[same])
                same++;
            var start = struck.Take(same).ToList();
            struck.RemoveRange(0, same);
            added.RemoveRange(0, same);
            Flush(start, t => new Inline.Text(t));
            while (struck.Count > 0 && added.Count > 0 && struck[^1] == added[^1])
            {
                kept.Insert(0, struck[^1]);
                struck.RemoveAt(struck.Count - 1);
                added.RemoveAt(added.Count - 1);
            }
            Flush(struck, t => new Inline.Deleted(t));
            Flush(added, t => new Inline.Inserted(t));
        }
        foreach (var (first, second) in Align(one, other))
        {
            if (first is not null && second is not null)
            {
                kept.Add(first);
                continue;
            }
            if (kept.Count > 0)
            {
                if (kept.Count < FewestKept && struck.Count + added.Count > 0)
                {
                    struck.AddRange(kept);
                    added.AddRange(kept);
                    kept.Clear();
                }
                else
                {
                    FlushChange();
                    Flush(kept, t => new Inline.Text(t));
                }
            }
            if (first is not null)
                struck.Add(first);
            if (second is not null)
                added.Add(second);
        }
        FlushChange();
        Flush(kept, t => new Inline.Text(t));
        return words.ToImmutable();
    }

    /// <summary>Words with the space after them.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var space = text.IndexOf(' ', start);
            var end = space < 0 ? text.Length : space + 1;
            tokens.Add(text[start..end]);
            start = end;
        }
        return tokens;
    }

    /// <summary>The longest common subsequence of the two, and what only one of them has in its place.</summary>
    private static IEnumerable<(string? First, string? Second)> Align(List<string> one, List<string> other)
    {
        var common = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
        {
            for (var j = other.Count - 1; j >= 0; j--)
                common[i, j] = one[i] == other[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var (a, b) = (0, 0);
        while (a < one.Count || b < other.Count)
        {
            if (a < one.Count && b < other.Count && one[a] == other[b])
                yield return (one[a++], other[b++]);
            else if (b == other.Count || (a < one.Count && common[a + 1, b] >= common[a, b + 1]))
                yield return (one[a++], null);
            else
                yield return (null, other[b++]);
        }
    }
}
