using System.Collections.Frozen;
using System.Collections.Immutable;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Workbench.Answers;

/// <summary>Every gap of a law, demand by demand and together. Nothing is left to be worked out when a page is written.</summary>
/// <param name="FactsOf">The facts that a demand and the law on it speak of, by the demand's id.</param>
public sealed record GapAnswers(ImmutableArray<DemandGap> Demands, ImmutableArray<JointPart> Together, FrozenDictionary<string, FrozenSet<int>> FactsOf)
{
    public DemandGap Of(Demand demand) => Demands.First(g => g.Demand.Id == demand.Id);

    /// <summary>Demands that are met in every situation they speak of.</summary>
    public IEnumerable<Demand> MetEverywhere => Demands.Where(g => g.Parts.IsEmpty && !g.Total.IsZero).Select(g => g.Demand);

    public static GapAnswers Of(CompiledLaw law, GapFinder finder, ImmutableArray<Demand> demands)
    {
        var gaps = demands.Select(finder.Find).ToImmutableArray();
        var together = finder.Together(demands);
        // Reasons are found when first asked for, and not by several threads at once: they are asked for here.
        foreach (var line in gaps.SelectMany(g => g.Parts).SelectMany(p => p.Lines).Concat(together.SelectMany(p => p.Lines.Append(p.Everywhere)).OfType<JointLine>().SelectMany(l => l.Demands).Select(d => d.Line)))
            _ = line.Answer;
        return new GapAnswers(gaps, together, demands.ToFrozenDictionary(d => d.Id, d => GapWords.FactsOf(law, d).ToFrozenSet()));
    }
}
