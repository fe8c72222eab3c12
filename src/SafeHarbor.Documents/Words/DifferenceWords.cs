using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Words;

/// <summary>The words in which a difference of two laws is told.</summary>
public static class DifferenceWords
{
    /// <summary>How many kinds of situation there are in which a child gains, and in which a child loses.</summary>
    public static string Summary(IReadOnlyCollection<DemandDifference> differences)
    {
        int Kinds(int sign) => differences.SelectMany(d => d.Parts).Where(p => Math.Sign(p.Direction) == sign).Sum(p => p.Lines.Length);
        return $"Children gain in {Friendly.Count(Kinds(1), "kind")} of situation, lose in {Friendly.Count(Kinds(-1), "kind")}; in {Friendly.Count(Kinds(0), "kind")} one side is not known.";
    }

    public static string Sentence(DifferenceLine line) =>
        line.Restrictions.IsEmpty ? "In every such situation." : Friendly.Sentence(string.Join("; ", line.Restrictions.Select(r => r.Fact.Say(r.Values)))) + ".";
}
