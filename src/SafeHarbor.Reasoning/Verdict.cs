namespace SafeHarbor.Reasoning;

/// <summary>
/// The answers that a question can have over the situations of a case. One flag alone is a verdict;
/// several together mean that the answer depends on facts that are not known.
/// </summary>
[Flags]
public enum Verdict
{
    /// <summary>No situation is possible.</summary>
    None = 0,

    /// <summary>It holds, under every reading and whatever the unread text says.</summary>
    Yes = 1,

    /// <summary>It holds under some readings and not under others.</summary>
    Arguable = 2,

    /// <summary>It holds under no reading.</summary>
    No = 4,

    /// <summary>It turns on text that could not be read.</summary>
    NotKnown = 8,

    /// <summary>The demand does not speak of the situation.</summary>
    DoesNotApply = 16,
}

public static class VerdictWords
{
    private static readonly (Verdict Flag, string OfDemand, string OfEffect)[] Words =
    [
        (Verdict.Yes, "met", "yes"), (Verdict.Arguable, "arguably met", "arguable"), (Verdict.No, "not met", "no"),
        (Verdict.NotKnown, "not known", "not known"), (Verdict.DoesNotApply, "does not apply", "does not apply"),
    ];

    /// <summary>Whether there is one answer, whatever the unknown facts are.</summary>
    public static bool IsSettled(this Verdict verdict) => System.Numerics.BitOperations.PopCount((uint)verdict) == 1;

    /// <summary>"met", "not met", or "depends: met or not met".</summary>
    public static string InWords(this Verdict verdict, bool ofDemand)
    {
        var parts = Words.Where(w => verdict.HasFlag(w.Flag)).Select(w => ofDemand ? w.OfDemand : w.OfEffect).ToList();
        return parts.Count switch
        {
            0 => "no such situation",
            1 => parts[0],
            _ => "depends: " + Law.Text.Friendly.Or(parts),
        };
    }
}
