using SafeHarbor.Cases;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli;

/// <summary>How many cases of a file are of each kind of situation in some gaps.</summary>
internal sealed class RecordedCases : IRecordedCases
{
    private readonly Dictionary<(string Demand, Verdict Verdict, string Kind), (long Surely, long Perhaps)> _counts = [];

    /// <exception cref="UserError">The file cannot be used.</exception>
    public RecordedCases(GapFinder finder, ApplicableLaw law, IReadOnlyCollection<DemandGap> gaps, IEnumerable<JointPart> together, string file)
    {
        var kinds = gaps.SelectMany(g => g.Parts.SelectMany(p => p.Lines.Select(l => (g.Demand, p.Verdict, l.Restrictions))))
            .Concat(together.SelectMany(p => p.Lines.SelectMany(l => l.Demands.Select(d => (d.Demand, p.Verdict, l.Restrictions)))))
            .DistinctBy(k => Key(k.Demand, k.Verdict, k.Restrictions)).ToList();
        var plan = CountPlan.OfKinds(finder.Diagrams, law, [.. kinds.Select(k => (k.Demand, finder.SituationsOf(k.Demand, k.Verdict, k.Restrictions)))]);
        try
        {
            var counted = CaseFile.Count(plan, file, new CountOptions(null, [], Environment.ProcessorCount));
            (Cases, BadRows) = (counted.Counts.Cases, counted.BadRowCount);
            foreach (var (kind, i) in kinds.Select((k, i) => (k, i)))
                _counts[Key(kind.Demand, kind.Verdict, kind.Restrictions)] = (counted.Counts.Of(i, 0, Verdict.Yes), counted.Counts.Of(i, 0, Verdict.Yes | Verdict.DoesNotApply));
        }
        catch (CaseFileError error)
        {
            throw new UserError(error.Message, error.Help);
        }
    }

    /// <summary>Cases counted in all.</summary>
    public long Cases { get; }

    public long BadRows { get; }

    /// <summary>The cases that are surely of a kind, and those that are if what is unknown of them is so.</summary>
    public (long Surely, long Perhaps) Of(Demand demand, Verdict verdict, IEnumerable<(Fact Fact, ValueSet Values)> kind) => _counts[Key(demand, verdict, kind)];

    /// <summary>Of several demands at once, the demand with most cases of the kind.</summary>
    public (long Surely, long Perhaps) Of(Verdict verdict, JointLine line) =>
        line.Demands.Select(d => Of(d.Demand, verdict, line.Restrictions)).MaxBy(c => (c.Surely, c.Perhaps));

    public string InWords((long Surely, long Perhaps) cases) =>
        $"Recorded: {Friendly.Count(cases.Surely, "case")} of {Number(Cases)}{(cases.Perhaps == 0 ? "" : $", and {Number(cases.Perhaps)} more that may be so")}.";

    private static string Number(long count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static (string, Verdict, string) Key(Demand demand, Verdict verdict, IEnumerable<(Fact Fact, ValueSet Values)> kind) =>
        (demand.Id, verdict, string.Join(';', kind.Select(k => $"{k.Fact.Index}:{k.Values.Bits}")));
}
