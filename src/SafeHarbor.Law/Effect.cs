namespace SafeHarbor.Law;

public enum Modality
{
    Must,
    May,
    MustNot,
}

public enum TimeUnit
{
    Hours,
    Days,
    BusinessDays,
    Weeks,
    Months,
}

/// <summary>How soon an act is due. <see cref="Amount"/> 0 means at once.</summary>
/// <param name="Amount">At least 0.</param>
/// <param name="From">What it runs from; null where the provision does not say.</param>
public sealed record Deadline(int Amount, TimeUnit Unit, Event? From)
{
    /// <summary>
    /// The longest this can be in hours, so that deadlines can be compared: five business days can take seven days
    /// and one more for each week begun, to allow for a holiday; a month can take 31 days.
    /// </summary>
    public int LongestHours => Unit switch
    {
        TimeUnit.Hours => Amount,
        TimeUnit.Days => Amount * 24,
        TimeUnit.BusinessDays => Amount == 0 ? 0 : (Amount + (Amount + 4) / 5 * 3) * 24,
        TimeUnit.Weeks => Amount * 7 * 24,
        TimeUnit.Months => Amount * 31 * 24,
        _ => throw new System.Diagnostics.UnreachableException(Unit.ToString()),
    };

    public override string ToString()
    {
        var from = From is null ? "" : (Amount == 0 ? " on " : " of ") + From.Name;
        if (Amount == 0)
            return "immediately" + from;
        var unit = Unit switch
        {
            TimeUnit.Hours => "hour",
            TimeUnit.Days => "day",
            TimeUnit.BusinessDays => "business day",
            TimeUnit.Weeks => "week",
            TimeUnit.Months => "month",
            _ => throw new System.Diagnostics.UnreachableException(Unit.ToString()),
        };
        return $"within {Text.Friendly.Count(Amount, unit)}{from}";
    }
}

/// <summary>What follows when a rule fires.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>The law gives the status.</summary>
    public sealed record Grant(Status Status) : Effect
    {
        public override string ToString() => Status.Says;
    }

    /// <summary>The law denies the status.</summary>
    public sealed record Deny(Status Status) : Effect
    {
        public override string ToString() => Status.Denies;
    }

    /// <summary>The party must, may or must not do the act. Only a duty can have a deadline.</summary>
    public sealed record Norm(Party Party, Modality Modality, Act Act, Deadline? Deadline) : Effect
    {
        public override string ToString() =>
            $"{Party.WithArticle} {Modality.InWords()} {Act.Name}{(Deadline is null ? "" : " " + Deadline)}";
    }
}

public static class ModalityWords
{
    public static string InWords(this Modality modality) => modality switch
    {
        Modality.Must => "must",
        Modality.May => "may",
        Modality.MustNot => "must not",
        _ => throw new System.Diagnostics.UnreachableException(modality.ToString()),
    };
}
