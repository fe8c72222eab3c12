using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Documents.Words;

/// <summary>How answers are told in plain words. The same sentences go into text and JSON.</summary>
public static class Sentences
{
    /// <summary>"D.C. Code 22-2701(d)(1), Police refer the child (read 2026-11-24 as text)".</summary>
    public static string Cite(ApplicableRule rule) => rule.Provision is { } provision
        ? $"{provision.Citation}{(provision.Heading.Length == 0 ? "" : $", “{provision.Heading}”")} ({HowRead(provision)})"
        : $"not read: {rule.Unread!.Title}";

    public static string HowRead(Provision provision) => provision.Sources.IsEmpty ? "proposed; not law"
        : $"read {LocalDatePattern.Iso.Format(provision.LastRead)} as {As(provision.ReadAs)}{StartNote(provision.InForce)}";

    public static string As(ReadAs how) => how switch
    {
        ReadAs.Text => "text",
        ReadAs.Compilation => "compilation",
        ReadAs.Secondary => "secondary",
        _ => throw new System.Diagnostics.UnreachableException(how.ToString()),
    };

    /// <summary>A kind of situation: "nobody else takes part, and the child is 16 or 17".</summary>
    public static string Situation(IReadOnlyCollection<(Fact Fact, ValueSet Values)> restrictions) =>
        restrictions.Count == 0 ? "every such situation" : string.Join("; ", restrictions.Select(r => r.Fact.Say(r.Values)));

    /// <summary>The facts of an example that matter for a demand.</summary>
    public static string Example(Case example, IReadOnlySet<int> facts) =>
        string.Join("; ", example.Given.Where(g => facts.Contains(g.Fact.Index)).Select(g => g.Fact.Say(g.Values)));

    /// <summary>Why, in order of weight: what stands, what was defeated, what nearly reaches, and silence where there is nothing.</summary>
    /// <param name="cite">How a rule is cited; with its heading and how it was read if left out.</param>
    public static IEnumerable<string> Because(CaseAnswer answer, string jurisdiction, int most = 3, Func<ApplicableRule, string>? cite = null)
    {
        cite ??= Cite;
        var lines = new List<string>();
        var findings = answer.Explanation.Findings;
        void Stands(Func<RuleFinding, bool> which) =>
            lines.AddRange(findings.Where(f => f.State == RuleState.Stands && which(f)).Select(f => $"{Friendly.Sentence(f.Effect.ToString()!)}: {cite(f.Rule)}"));
        Stands(f => Concerns(answer.Question, f.Effect));
        foreach (var finding in findings.Where(f => f.State == RuleState.Defeated))
            lines.Add($"{cite(finding.Rule)} says that {finding.Effect}, but {Friendly.And(finding.DefeatedBy.Select(d => d.Citation))} prevails");
        foreach (var finding in findings.Where(f => f.State == RuleState.Open))
            lines.Add($"It is open whether {finding.Effect}: {cite(finding.Rule)}");
        // Where the answer is open, what is open explains it; rules that do not reach would only distract.
        var silent = answer.Verdict is Verdict.Arguable or Verdict.NotKnown && lines.Count > 0 ? []
            : findings.Where(f => f.State == RuleState.Silent && IsWanted(answer.Question, f.Effect)).ToList();
        foreach (var finding in silent.Take(Math.Max(1, most - lines.Count)))
            lines.Add($"{cite(finding.Rule)} says that {finding.Effect}, but it does not reach here: {string.Join("; ", finding.Lacking)}");
        if (!findings.Any(f => IsWanted(answer.Question, f.Effect)))
            lines.Add($"No provision read for {jurisdiction} says that {answer.Question}");
        Stands(f => !Concerns(answer.Question, f.Effect));
        return lines.Distinct().Take(most);
    }

    /// <summary>Whether an effect is about the very thing that is asked, for or against; others are what those rest on.</summary>
    private static bool Concerns(Expectation question, Effect effect) => (question, effect) switch
    {
        (Expectation.Has has, Effect.Grant grant) => has.Status == grant.Status,
        (Expectation.Has has, Effect.Deny deny) => has.Status == deny.Status,
        (Expectation.Lacks lacks, Effect.Grant grant) => lacks.Status == grant.Status,
        (Expectation.Lacks lacks, Effect.Deny deny) => lacks.Status == deny.Status,
        (Expectation.Norm norm, Effect.Norm n) => norm.Party == n.Party && norm.Act == n.Act,
        (Expectation.Someone someone, Effect.Norm n) => someone.Act == n.Act,
        (Expectation.Nobody nobody, Effect.Norm n) => nobody.Act == n.Act,
        (Expectation.All all, _) => all.Parts.Any(p => Concerns(p, effect)),
        _ => false,
    };

    /// <summary>Whether an effect is of the kind that the question hopes for.</summary>
    private static bool IsWanted(Expectation question, Effect effect) => (question, effect) switch
    {
        (Expectation.Has has, Effect.Grant grant) => has.Status == grant.Status,
        (Expectation.Lacks lacks, Effect.Deny deny) => lacks.Status == deny.Status,
        (Expectation.Norm norm, Effect.Norm n) => norm.Party == n.Party && norm.Act == n.Act && norm.Modality == n.Modality,
        (Expectation.Someone someone, Effect.Norm n) => someone.Act == n.Act && someone.Modality == n.Modality,
        (Expectation.Nobody nobody, Effect.Norm n) => nobody.Act == n.Act && n.Modality == Modality.MustNot,
        (Expectation.All all, _) => all.Parts.Any(p => IsWanted(p, effect)),
        _ => false,
    };

    public static string StartNote(InForce inForce) => inForce.Precision switch
    {
        StartPrecision.Year => "; day of entry into force not established",
        StartPrecision.Before => $"; in force since before {LocalDatePattern.Iso.Format(inForce.From)}",
        _ => "",
    };
}
