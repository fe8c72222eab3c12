using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>How well a source was read.</summary>
public enum ReadAs
{
    /// <summary>The operative words were read.</summary>
    Text,

    /// <summary>An official digest was read.</summary>
    Compilation,

    /// <summary>An article or fact sheet was read.</summary>
    Secondary,
}

/// <summary>Where the law was read, on what day, and how.</summary>
public sealed record Source(string Address, LocalDate Read, ReadAs As);

/// <summary>How exactly the first day is known.</summary>
public enum StartPrecision
{
    Day,

    /// <summary>Only the year; it counts from the first day of that year, and is marked.</summary>
    Year,

    /// <summary>Only that it stood before a day; from that day on it counts, and is marked; whether it stood earlier is not known.</summary>
    Before,
}

/// <summary>The days on which law stands, both included.</summary>
/// <param name="From">The first day; for <see cref="StartPrecision.Before"/> the day before which it already stood.</param>
/// <param name="To">The last day; null while it stands.</param>
public sealed record InForce(LocalDate From, StartPrecision Precision, LocalDate? To)
{
    /// <summary>The first day that counts.</summary>
    public LocalDate First => Precision == StartPrecision.Before ? LocalDate.MinIsoValue : From;

    public LocalDate Last => To ?? LocalDate.MaxIsoValue;

    public bool Includes(LocalDate day) => First <= day && day <= Last;

    /// <summary>Whether the law is only known to have stood later: on this day it may or may not have.</summary>
    public bool IsOpenOn(LocalDate day) => Precision == StartPrecision.Before && day < From && day <= Last;

    public bool Overlaps(InForce other) => First <= other.Last && other.First <= Last;
}

/// <summary>Whom a provision reaches below its own jurisdiction.</summary>
public enum Reach
{
    /// <summary>Its own jurisdiction; for a state also the localities within it.</summary>
    Own,

    /// <summary>Also every jurisdiction within.</summary>
    BindsWithin,

    /// <summary>It only attaches conditions to money: shown, and creates no duty.</summary>
    ConditionsFunding,
}

/// <summary>An open question of law, with what is said for each side. Named, never guessed.</summary>
/// <param name="Name">For example <c>"subjects" covers a buyer</c>.</param>
public sealed record Reading(string Name, string For, string Against, Location Location);

/// <summary>When a condition holds, effects follow, unless something else holds.</summary>
/// <param name="When">The condition; <see cref="Condition.Always"/> where there is none.</param>
/// <param name="Effects">At least one.</param>
/// <param name="Unless">Exceptions: the rule does not fire where any of them holds.</param>
public sealed record Rule(Condition When, ImmutableArray<Effect> Effects, ImmutableArray<Condition> Unless, Location Location)
{
    public bool Equals(Rule? other) =>
        other is not null && When.Equals(other.When) && Effects.SequenceEqual(other.Effects) && Unless.SequenceEqual(other.Unless);

    public override int GetHashCode() => HashCode.Combine(When, Effects.Length);
}

/// <summary>A provision that this one prevails over, or yields to.</summary>
/// <param name="Citation">The citation as written; null for everything else in force.</param>
public sealed record Precedence(string? Citation, bool Prevails, Location Location)
{
    /// <summary>Whether a citation is meant: the same, or a subsection of it.</summary>
    public bool Covers(string citation) =>
        Citation is null || citation == Citation
        || (citation.StartsWith(Citation, StringComparison.Ordinal) && citation[Citation.Length] == '(');
}

/// <summary>A cited piece of law with the days it is in force, where it was read, and the rules it holds.</summary>
public sealed record Provision(
    string Citation,
    string Heading,
    ImmutableArray<Topic> Topics,
    InForce InForce,
    ImmutableArray<LocalDate> Amended,
    ImmutableArray<Source> Sources,
    Reach Reach,
    ImmutableArray<Precedence> Precedences,
    ImmutableArray<string> Notes,
    ImmutableArray<Reading> Readings,
    ImmutableArray<Rule> Rules,
    Location Location)
{
    /// <summary>Why what looks like an oversight in it (a rule that never decides, an exception never used) is the law's own; null where nothing is to be explained.</summary>
    public string? AsEnacted { get; init; }

    /// <summary>How well its best source was read.</summary>
    public ReadAs ReadAs => Sources.IsEmpty ? ReadAs.Secondary : Sources.Min(s => s.As);

    /// <summary>The last day on which a source was read; for a draft that has none, its first day.</summary>
    public LocalDate LastRead => Sources.IsEmpty ? InForce.From : Sources.Max(s => s.Read);

    /// <summary>Whether this provision says that it prevails over the other, or the other that it yields to this one.</summary>
    public bool PrevailsOver(Provision other) =>
        Precedences.Any(p => p.Prevails && p.Covers(other.Citation)) || other.Precedences.Any(p => !p.Prevails && p.Covers(Citation));
}

/// <summary>Something that could not be read. Each of its rules may or may not be there.</summary>
public sealed record Unread(
    string Title,
    ImmutableArray<Topic> Topics,
    ImmutableArray<string> Tried,
    LocalDate? Read,
    InForce? InForce,
    ImmutableArray<string> Notes,
    ImmutableArray<Rule> CouldSay,
    bool ChangesNoAnswer,
    Location Location)
{
    public bool AppliesOn(LocalDate day) => InForce?.Includes(day) ?? true;
}
