using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Documents.Words;

/// <summary>Which other jurisdictions' law covers the children of a gap, and how many of its kinds of situation.</summary>
public sealed class Elsewhere(GapFinder finder, PrecedentFinder precedents)
{
    /// <param name="Kinds">How many of the gap's kinds of situation its law covers.</param>
    /// <param name="OfKinds">How many there are.</param>
    public sealed record Cover(Jurisdiction Jurisdiction, int Kinds, int OfKinds, IReadOnlyList<ApplicableRule> Rules);

    /// <summary>Those that cover most first.</summary>
    public IReadOnlyList<Cover> Covering(Demand demand)
    {
        var lines = finder.Find(demand).Parts.Where(p => p.Verdict is Verdict.No or Verdict.Arguable).SelectMany(p => p.Lines).ToList();
        return Covering(lines.Select(l => precedents.Find(demand, l).AsEnumerable()), lines.Count);
    }

    /// <summary>The same, of precedents that were found already.</summary>
    /// <param name="found">The precedents of each kind of situation.</param>
    public static IReadOnlyList<Cover> Covering(IEnumerable<IEnumerable<Precedent>> found, int ofKinds) =>
        [.. found.SelectMany(p => p).GroupBy(p => p.Jurisdiction.Id)
            .Select(g => new Cover(g.First().Jurisdiction, g.Count(), ofKinds, [.. g.SelectMany(p => p.Rules).DistinctBy(r => r.Citation).Take(4)]))
            .OrderByDescending(c => c.Kinds).ThenBy(c => c.Jurisdiction.Id, StringComparer.Ordinal)];
}
