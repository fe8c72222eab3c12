using System.Collections.Immutable;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Amendments;

/// <summary>The reforms that an amendment writes out, and whose law it follows.</summary>
/// <param name="Reforms">Each with the demands whose gaps it closes; without a proposal where none was found.</param>
/// <param name="Elsewhere">By a demand's id, the jurisdictions whose law covers its children today.</param>
public sealed record AmendmentFacts(
    Jurisdiction Jurisdiction, Receipt Receipt, ImmutableArray<ReformResult> Reforms, ImmutableDictionary<string, ImmutableArray<Elsewhere.Cover>> Elsewhere)
{
    private const int MostElsewhere = 2;

    /// <param name="demands">Those whose gaps are to be closed; demands without a gap are left aside.</param>
    /// <param name="together">Whether one reform is to close all of them.</param>
    public static AmendmentFacts Of(LawDesk desk, IEnumerable<Demand> demands, bool together)
    {
        var open = demands.Where(d => desk.Finder.RegionsOf(d) is var r && (r.NotMet != Diagram.False || r.Arguable != Diagram.False)).ToImmutableArray();
        var elsewhere = new Elsewhere(desk.Finder, desk.Precedents);
        return new AmendmentFacts(desk.Jurisdiction, desk.Receipt,
            open.IsEmpty ? [] : together ? [desk.ReformOf(open)] : [.. open.Select(desk.ReformOf)],
            open.ToImmutableDictionary(d => d.Id, d => elsewhere.Covering(d).Where(c => c.Rules.Count > 0).Take(MostElsewhere).ToImmutableArray()));
    }
}
