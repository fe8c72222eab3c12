using System.Globalization;
using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Documents.Words;

/// <summary>The words in which gaps are told.</summary>
public static class GapWords
{
    /// <summary>"The act is an image:", or what several kinds share and that any of them will do.</summary>
    public static string Lead(JointSentence sentence) => (sentence.Alternatives.Length, sentence.Shared.Length) switch
    {
        (1, _) => $"{Friendly.Sentence(Sentences.Situation(sentence.Shared))}:",
        (_, 0) => "In any of these:",
        _ => $"{Friendly.Sentence(Sentences.Situation(sentence.Shared))}; and in any of these:",
    };

    public static string Fate(Verdict verdict, Demand demand) => verdict switch
    {
        Verdict.No => demand.Fails,
        Verdict.Arguable => $"it is open whether {demand.Fails}",
        Verdict.NotKnown => $"it could not be read whether {demand.Fails}",
        _ => throw new System.Diagnostics.UnreachableException(verdict.ToString()),
    };

    public static string JointLead(JointPart part)
    {
        var places = part.Lines.IsEmpty ? "everywhere" : (part.Everywhere is null ? "" : "everywhere, and ") + $"in {Friendly.Count(part.Lines.Length, "kind")} of situation";
        var proved = part.Lines.Length < 2 ? "" : part.IsProvedMinimal ? " (no shorter list says the same)" : $" (no list of fewer than {part.LowerBound} says the same)";
        return part.Verdict switch
        {
            Verdict.No => $"Not met {places}{proved}",
            Verdict.Arguable => $"Arguable, since it turns on an open question of law, {places}{proved}",
            Verdict.NotKnown => $"Not known, since it turns on text that could not be read, {places}{proved}",
            _ => throw new System.Diagnostics.UnreachableException(part.Verdict.ToString()),
        };
    }

    /// <summary>Why the answer of a line is what it is, each with its citation; where it is open, what it turns on.</summary>
    public static IEnumerable<string> Reasons(Verdict verdict, GapLine line, string jurisdiction, int most)
    {
        foreach (var because in Sentences.Because(line.Answer, jurisdiction, most))
            yield return because + ".";
        foreach (var reading in line.Answer.Explanation.Readings.Take(verdict == Verdict.Arguable ? most : 0))
            yield return $"It turns on whether {reading.Reading.Name} ({reading.Provision.Citation}). For: {reading.Reading.For} Against: {reading.Reading.Against}";
        foreach (var unread in line.Answer.Explanation.Unread.Take(verdict == Verdict.NotKnown ? most : 0))
            yield return $"To settle it, read: {unread.Title}.";
    }

    public static string Lead(Demand demand, GapPart part)
    {
        var proved = part.Lines.Length < 2 ? "" : part.IsProvedMinimal ? ", and no shorter list says the same" : $", and no list of fewer than {part.LowerBound} says the same";
        var kinds = $"{Friendly.Count(part.Lines.Length, "kind")} of situation{proved}";
        return part.Verdict switch
        {
            Verdict.No => $"Not met: {demand.Fails}, in {kinds}:",
            Verdict.Arguable => $"Arguable: whether it is met turns on an open question of law, in {kinds}:",
            Verdict.NotKnown => $"Not known: it turns on text that could not be read, in {kinds}:",
            _ => throw new System.Diagnostics.UnreachableException(part.Verdict.ToString()),
        };
    }

    public static string Shares(DemandGap gap)
    {
        if (gap.Total.IsZero)
            return "it speaks of no situation that can be";
        static string Percent(BigInteger part, BigInteger whole)
        {
            var tenths = (int)(part * 1000 / whole);
            return part.IsZero ? "none" : part == whole ? "all" : tenths == 0 ? "under 0.1 %" : tenths == 1000 ? "over 99.9 %" : string.Create(CultureInfo.InvariantCulture, $"{tenths / 10.0:0.0} %");
        }
        var shares = new List<string> { $"met in {Percent(gap.Met, gap.Total)}" };
        shares.AddRange(gap.Parts.Select(p => $"{p.Verdict.InWords(ofDemand: true)} in {Percent(p.Situations, gap.Total)}"));
        return string.Join(", ", shares);
    }

    /// <summary>The facts that the demand's premise and the law on it speak of.</summary>
    public static HashSet<int> FactsOf(CompiledLaw law, Demand demand) =>
        law.Formulas.Cone(law.FactsOnly(demand.Premise), law.Holds(demand.Expected)).Select(law.Formulas.NodeAt)
            .Where(n => n.Kind == FormulaKind.Fact).Select(n => n.Left).ToHashSet();
}
