using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>What became of a rule in a case.</summary>
public enum RuleState
{
    /// <summary>It fires and its effect stands.</summary>
    Stands,

    /// <summary>It fires and a provision that prevails defeats its effect.</summary>
    Defeated,

    /// <summary>Whether it fires turns on a fact, a reading or unread text that is open.</summary>
    Open,

    /// <summary>It does not fire.</summary>
    Silent,
}

/// <summary>One rule that bears on a question, and what became of it.</summary>
/// <param name="DefeatedBy">The rules that prevail over it here.</param>
/// <param name="Lacking">For a rule that does not fire: the parts of its condition that do not hold, and the exceptions that do, in plain words.</param>
public sealed record RuleFinding(
    ApplicableRule Rule, Effect Effect, RuleState State, ImmutableArray<ApplicableRule> DefeatedBy, ImmutableArray<string> Lacking);

/// <summary>A single fact that would change an answer.</summary>
public sealed record NearMiss(Fact Fact, ValueSet Instead, Verdict Then)
{
    public string InWords(bool ofDemand) => $"if {Fact.Say(Instead)}, the answer is: {Then.InWords(ofDemand)}";
}

/// <summary>Why an answer is what it is.</summary>
/// <param name="Findings">The rules that bear on it, those that decide first.</param>
/// <param name="Readings">The open questions of law on which it turns.</param>
/// <param name="Unread">The unread texts on which it turns.</param>
public sealed record Explanation(
    ImmutableArray<RuleFinding> Findings, ImmutableArray<OpenReading> Readings, ImmutableArray<Unread> Unread)
{
    /// <summary>The rules whose effects stand, each with its citation.</summary>
    public IEnumerable<RuleFinding> Deciding => Findings.Where(f => f.State == RuleState.Stands);
}
