using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Workbench.Answers;

/// <summary>How a law stands on one demand, over every situation it speaks of.</summary>
public sealed record DemandStanding(Demand Demand, BigInteger Met, BigInteger Arguable, BigInteger NotMet, BigInteger NotKnown)
{
    public BigInteger Total => Met + Arguable + NotMet + NotKnown;

    /// <summary>The one word for a map: the worst that is certain comes first, so that no gap hides behind an open question.</summary>
    public Level Level =>
        !NotMet.IsZero && (Met + Arguable + NotKnown).IsZero ? Level.NowhereMet
        : !NotMet.IsZero ? Level.NotMetInSome
        : !NotKnown.IsZero ? Level.NotKnown
        : !Arguable.IsZero ? Level.Arguable
        : Level.Met;
}

/// <summary>How a law stands on a demand, for a map and a table.</summary>
public enum Level
{
    Met,
    Arguable,
    NotMetInSome,
    NowhereMet,
    NotKnown,
}

/// <summary>The words and marks of a level. A mark never stands by its colour alone.</summary>
public static class LevelWords
{
    public static string InWords(this Level level) => level switch
    {
        Level.Met => "met in every situation",
        Level.Arguable => "turns on an open question of law",
        Level.NotMetInSome => "not met in some situations",
        Level.NowhereMet => "met in no situation",
        Level.NotKnown => "turns on text that could not be read",
        _ => throw new System.Diagnostics.UnreachableException(level.ToString()),
    };

    /// <summary>The class name that pages use for it.</summary>
    public static string Css(this Level level) => level switch
    {
        Level.Met => "met",
        Level.Arguable => "arguable",
        Level.NotMetInSome => "some",
        Level.NowhereMet => "none",
        Level.NotKnown => "unread",
        _ => throw new System.Diagnostics.UnreachableException(level.ToString()),
    };

    public static string Mark(this Level level) => level switch
    {
        Level.Met => "✓",
        Level.Arguable => "≈",
        Level.NotMetInSome => "◐",
        Level.NowhereMet => "✕",
        Level.NotKnown => "?",
        _ => throw new System.Diagnostics.UnreachableException(level.ToString()),
    };

    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.Yes => "met",
        Verdict.Arguable => "arguable",
        Verdict.No => "not met",
        Verdict.NotKnown => "not known",
        _ => verdict.ToString(),
    };
}
