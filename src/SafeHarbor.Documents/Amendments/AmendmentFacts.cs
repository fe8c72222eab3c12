using System.Collections.Immutable;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Amendments;

/// <summary>Another jurisdiction whose law covers children of a gap.</summary>
/// <param name="Kinds">How many kinds of situation it covers, of the widest <paramref name="OfKinds"/> of <paramref name="InAll"/>.</param>
public sealed record CoverElsewhere(Jurisdiction Jurisdiction, int Kinds, int OfKinds, int InAll, ImmutableArray<ApplicableRule> Rules)
{
    public string InWords => Kinds == OfKinds && OfKinds == InAll ? "every such child" : OfKinds == InAll ? $"{Kinds} of the {OfKinds} kinds of situation" : $"{Kinds} of the {OfKinds} widest kinds of situation";
}

/// <summary>The reforms that an amendment writes out, and whose law it follows.</summary>
/// <param name="Reforms">Each with the demands whose gaps it closes; without a proposal where none was found.</param>
/// <param name="Elsewhere">By a demand's id, the jurisdictions whose law covers its children today.</param>
public sealed record AmendmentFacts(
    Jurisdiction Jurisdiction, Receipt Receipt, ImmutableArray<Framework> Frameworks, ImmutableArray<ReformResult> Reforms, ImmutableDictionary<string, ImmutableArray<CoverElsewhere>> Elsewhere)
{
    private const int MostElsewhere = 2, MostKinds = 8;

    /// <param name="demands">Those whose gaps are to be closed; demands without a gap are left aside.</param>
    /// <param name="together">Whether one reform is to close all of them.</param>
    public static AmendmentFacts Of(JurisdictionDesk desk, IEnumerable<Demand> demands, bool together)
    {
        var open = demands.Where(d => desk.Finder.RegionsOf(d) is var r && (r.NotMet != Diagram.False || r.Arguable != Diagram.False)).ToImmutableArray();
        return new AmendmentFacts(desk.Jurisdiction, desk.Receipt, desk.Library.Frameworks,
            open.IsEmpty ? [] : together ? [desk.ReformOf(open)] : [.. open.Select(desk.ReformOf)],
            open.ToImmutableDictionary(d => d.Id, d => Covering(desk, d)));
    }

    /// <summary>Whose law covers most of the widest kinds of situation in a gap: to look at all of a hundred would take a reader's patience.</summary>
    private static ImmutableArray<CoverElsewhere> Covering(JurisdictionDesk desk, Demand demand)
    {
        var lines = desk.Finder.Find(demand).Parts.Where(p => p.Verdict is Verdict.No or Verdict.Arguable).SelectMany(p => p.Lines).ToList();
        var widest = lines.OrderByDescending(l => l.Situations).Take(MostKinds).ToList();
        return [.. widest.SelectMany(l => desk.Precedents.Find(demand, l)).Where(p => !p.Rules.IsEmpty).GroupBy(p => p.Jurisdiction.Id)
            .Select(g => new CoverElsewhere(g.First().Jurisdiction, g.Count(), widest.Count, lines.Count, [.. g.SelectMany(p => p.Rules).DistinctBy(r => r.Citation).Take(3)]))
            .OrderByDescending(c => c.Kinds).ThenBy(c => c.Jurisdiction.Id, StringComparer.Ordinal).Take(MostElsewhere)];
    }
}
