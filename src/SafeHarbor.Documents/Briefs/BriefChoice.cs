namespace SafeHarbor.Documents.Briefs;

/// <summary>How much of each part a brief tells.</summary>
internal sealed record BriefChoice(int Well, int Gaps, int Changes, int Unread)
{
    public static readonly BriefChoice Least = new(1, 2, 1, 1);

    /// <summary>The next more that one could tell of each part, what matters most first.</summary>
    public IEnumerable<BriefChoice> More(BriefFacts facts)
    {
        if (Gaps < facts.Gaps.Length && Gaps < 2 * Well)
            yield return this with { Gaps = Gaps + 1 };
        if (Well < Math.Min(6, facts.Well.Length))
            yield return this with { Well = Well + 1 };
        if (Changes < facts.Changes.Length)
            yield return this with { Changes = Changes + 1 };
        if (Unread < Math.Min(6, facts.Unread.Length))
            yield return this with { Unread = Unread + 1 };
        if (Gaps < facts.Gaps.Length)
            yield return this with { Gaps = Gaps + 1 };
        if (Well < facts.Well.Length)
            yield return this with { Well = Well + 1 };
    }
}
