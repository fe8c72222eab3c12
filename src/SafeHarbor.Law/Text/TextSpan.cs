namespace SafeHarbor.Law.Text;

/// <summary>A stretch of a source: zero-based offset of its first character, and its length in characters.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just past the last character.</summary>
    public int End => Start + Length;

    public static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest span that holds both.</summary>
    public static TextSpan Cover(TextSpan first, TextSpan second) =>
        Between(Math.Min(first.Start, second.Start), Math.Max(first.End, second.End));
}
