using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.EveryCase.Checks;

/// <summary>Something that a drafter wants to know about a law, which only reasoning over every situation shows.</summary>
/// <param name="Kind">One of the kinds SH05.</param>
/// <param name="Rule">The rule it is about; null when it is about a demand.</param>
/// <param name="Text">What is so, in plain words.</param>
/// <param name="Others">Other rules involved.</param>
/// <param name="Witness">A situation that shows it; null where the finding is that there is none.</param>
public sealed record DeepFinding(DiagnosticKind Kind, ApplicableRule? Rule, string Text, ImmutableArray<ApplicableRule> Others, Case? Witness)
{
    /// <summary>For a demand that holds only by a reading: the first reading on which it turns.</summary>
    public OpenReading? Reading { get; init; }

    /// <summary>What the finding is about, as a formula: a page names the facts of the witness that it speaks of.</summary>
    public Formula About { get; init; }

    /// <summary>Why it is the law's own and no oversight of ours, as the provision says; null where it says nothing.</summary>
    public string? AsEnacted => Rule?.Provision?.AsEnacted ?? Reading?.Provision.AsEnacted ?? Others.Select(o => o.Provision?.AsEnacted).FirstOrDefault(e => e is not null);
}
