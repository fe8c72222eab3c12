namespace SafeHarbor.Law.Text;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>The nearest candidate within a third of the word's length in edits, or null when none is near.</summary>
    /// <remarks>Optimal string alignment distance; time in the product of the lengths for each candidate.</remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > 100)
            return null;
        string? best = null;
        var bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate == word || Math.Abs(candidate.Length - word.Length) >= bestDistance)
                continue;
            var distance = Distance(word, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    private static int Distance(string a, string b)
    {
        var rows = new int[3][];
        for (var r = 0; r < 3; r++)
            rows[r] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            int[] row = rows[i % 3], above = rows[(i + 2) % 3], twoAbove = rows[(i + 1) % 3];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, above[j] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
        }
        return rows[a.Length % 3][b.Length];
    }
}
