using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Workbench.Pages;

/// <summary>Small words that many pages use.</summary>
public static class Say
{
    private static readonly LocalDatePattern Long = LocalDatePattern.CreateWithInvariantCulture("MMMM d, uuuu");

    public static string Day(LocalDate day) => Long.Format(day);

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>When a provision began and ended, as exactly as it is known.</summary>
    public static string InForce(InForce inForce)
    {
        var from = inForce.Precision switch
        {
            StartPrecision.Before => $"in force since before {Day(inForce.From)}",
            StartPrecision.Year => $"in force since {inForce.From.Year} (the day is not established)",
            _ => $"in force since {Day(inForce.From)}",
        };
        return inForce.To is { } to ? $"{from}, until {Day(to)}" : from;
    }

    /// <summary>A share of situations, never rounded to none or all.</summary>
    public static string Share(BigInteger part, BigInteger whole)
    {
        if (part.IsZero || whole.IsZero)
            return "none";
        if (part == whole)
            return "all";
        var thousandths = (int)((part * 2000 / whole + 1) / 2);
        return thousandths == 0 ? "under 0.1 %" : thousandths == 1000 ? "over 99.9 %" : string.Create(CultureInfo.InvariantCulture, $"{thousandths / 10.0:0.#} %");
    }

    /// <summary>What a rule says, as one sentence.</summary>
    public static string Rule(Rule rule) => Friendly.Sentence(
        $"{(rule.When is Condition.Always ? "" : $"where {Reasoning.ConditionWords.Say(rule.When)}, ")}{Friendly.And(rule.Effects.Select(e => e.ToString()!))}{string.Concat(rule.Unless.Select(u => $", unless {Reasoning.ConditionWords.Say(u)}"))}.");
}
