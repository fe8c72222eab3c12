using System.Collections.Frozen;
using NodaTime;

namespace SafeHarbor.Plans.Drafting;

/// <summary>When an act usually takes effect if it does not say.</summary>
public abstract record EffectiveRule
{
    private EffectiveRule()
    {
    }

    /// <summary>On one day each year.</summary>
    public sealed record Fixed(int Month, int Day) : EffectiveRule;

    /// <summary>So many days after the session ends.</summary>
    public sealed record AfterAdjournment(int Days) : EffectiveRule;

    /// <summary>So many days after it is signed.</summary>
    public sealed record AfterEnactment(int Days) : EffectiveRule;

    /// <summary>The rule was not read: the plan asks.</summary>
    public sealed record NotRead : EffectiveRule;
}

/// <summary>
/// When legislatures meet and when acts take effect, as far as it was read. A plan that is drafted from it marks each date that
/// rests on an assumption as a question, for people who know the calendar of their own legislature.
/// </summary>
/// <remarks>
/// Effective dates: MultiState, "When do state laws take effect? A guide to effective date rules", July 1, 2026
/// (multistate.us/insider/2026/7/1/when-do-state-laws-take-effect-a-guide-to-effective-date-rules), read 2026-11-25 in its
/// beginning, as secondary. Legislatures that meet only in odd-numbered years: National Conference of State Legislatures, blog of
/// January 20, 2016, and Ballotpedia, "State legislative sessions"; both read 2026-11-25, as secondary.
/// </remarks>
public static class SessionCalendar
{
    /// <summary>The day by which a regular session is assumed to have passed its bills, where the calendar was not read.</summary>
    private static readonly AnnualDate AssumedEnd = new(6, 30);

    private static readonly FrozenSet<string> OddYearsOnly = new[] { "US-MT", "US-NV", "US-ND", "US-TX" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, EffectiveRule> Rules = new Dictionary<string, EffectiveRule>
    {
        ["US-GA"] = new EffectiveRule.Fixed(7, 1),
        ["US-ID"] = new EffectiveRule.Fixed(7, 1),
        ["US-IN"] = new EffectiveRule.Fixed(7, 1),
        ["US-IA"] = new EffectiveRule.Fixed(7, 1),
        ["US-KS"] = new EffectiveRule.Fixed(7, 1),
        ["US-SD"] = new EffectiveRule.Fixed(7, 1),
        ["US-VT"] = new EffectiveRule.Fixed(7, 1),
        ["US-VA"] = new EffectiveRule.Fixed(7, 1),
        ["US-MD"] = new EffectiveRule.Fixed(6, 1),
        ["US-LA"] = new EffectiveRule.Fixed(8, 1),
        ["US-MN"] = new EffectiveRule.Fixed(8, 1),
        ["US-ND"] = new EffectiveRule.Fixed(8, 1),
        ["US-CT"] = new EffectiveRule.Fixed(10, 1),
        ["US-MT"] = new EffectiveRule.Fixed(10, 1),
        ["US-NV"] = new EffectiveRule.Fixed(10, 1),
        ["US-AZ"] = new EffectiveRule.AfterAdjournment(90),
        ["US-KY"] = new EffectiveRule.AfterAdjournment(90),
        ["US-ME"] = new EffectiveRule.AfterAdjournment(90),
        ["US-MI"] = new EffectiveRule.AfterAdjournment(90),
        ["US-NM"] = new EffectiveRule.AfterAdjournment(90),
        ["US-TX"] = new EffectiveRule.AfterAdjournment(90),
        ["US-WA"] = new EffectiveRule.AfterAdjournment(90),
        ["US-WY"] = new EffectiveRule.AfterAdjournment(90),
        ["US-AK"] = new EffectiveRule.AfterEnactment(90),
        ["US-MA"] = new EffectiveRule.AfterEnactment(90),
        ["US-OH"] = new EffectiveRule.AfterEnactment(90),
        ["US-OK"] = new EffectiveRule.AfterEnactment(90),
        ["US-WV"] = new EffectiveRule.AfterEnactment(90),
    }.ToFrozenDictionary();

    /// <summary>The year of the next regular session that a bill drafted on a day can enter.</summary>
    public static int NextSession(string jurisdiction, LocalDate today)
    {
        var next = today.Year + 1;
        return OddYearsOnly.Contains(StateOf(jurisdiction)) && next % 2 == 0 ? next + 1 : next;
    }

    /// <summary>Whether the legislature sits only in odd-numbered years.</summary>
    public static bool SitsInOddYearsOnly(string jurisdiction) => OddYearsOnly.Contains(StateOf(jurisdiction));

    public static EffectiveRule RuleOf(string jurisdiction) => Rules.GetValueOrDefault(StateOf(jurisdiction), new EffectiveRule.NotRead());

    /// <summary>By when a bill of a session is taken to be passed.</summary>
    public static LocalDate PassedBy(int session) => AssumedEnd.InYear(session);

    /// <summary>From when a bill passed on a day is taken to be in force: never before it is passed.</summary>
    public static LocalDate InForceFrom(string jurisdiction, LocalDate passed) => RuleOf(jurisdiction) switch
    {
        EffectiveRule.Fixed rule => FirstOnOrAfter(new AnnualDate(rule.Month, rule.Day), passed),
        EffectiveRule.AfterAdjournment rule => passed.PlusDays(rule.Days + 1),
        EffectiveRule.AfterEnactment rule => passed.PlusDays(rule.Days + 1),
        EffectiveRule.NotRead => FirstOnOrAfter(new AnnualDate(1, 1), passed),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string InWords(EffectiveRule rule) => rule switch
    {
        EffectiveRule.Fixed fixedDay => $"acts take effect on {new LocalDate(2000, fixedDay.Month, fixedDay.Day).ToString("MMMM d", System.Globalization.CultureInfo.InvariantCulture)} unless they say otherwise",
        EffectiveRule.AfterAdjournment after => $"acts take effect {after.Days} days after the session ends unless they say otherwise",
        EffectiveRule.AfterEnactment after => $"acts take effect {after.Days} days after they are signed unless they say otherwise",
        EffectiveRule.NotRead => "when acts take effect was not read",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static LocalDate FirstOnOrAfter(AnnualDate date, LocalDate day) => date.InYear(day.Year) >= day ? date.InYear(day.Year) : date.InYear(day.Year + 1);

    /// <summary>A county or city goes by its state.</summary>
    private static string StateOf(string jurisdiction) => string.Join('-', jurisdiction.Split('-').Take(2));
}
