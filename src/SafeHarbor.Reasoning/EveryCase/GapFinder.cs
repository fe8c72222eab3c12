using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>Finds, for a demand, every kind of situation in which it is not met, and proves each line on one child before it is shown.</summary>
public sealed partial class GapFinder
{
    private readonly CompiledLaw _law;
    private readonly LawDiagrams _diagrams;
    private readonly CaseReporter _reporter;
    private readonly TermWriter _sentences;
    private readonly Dictionary<Demand, Regions> _regions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Diagrams larger than this are sifted into a better order before any question is asked.</summary>
    public const int NodesBeforeSifting = 20_000;

    private readonly int _effort;

    /// <param name="demands">The demands that will be asked for; all of the library's if left out.</param>
    /// <param name="siftAbove">How many nodes the diagrams of the demands may have before the variables are reordered.</param>
    /// <param name="effort">How much the search for shorter lists may cost (see <see cref="PrimeCover"/>). With less of it a list is found sooner, as exact, and perhaps with more lines.</param>
    /// <param name="memory">Kept from one version of a law to the next, as in an editor: lists that did not change are not looked for again, and one that did is looked for from where it was, so it may name other lines than without a memory. Every line is proved again all the same.</param>
    public GapFinder(CompiledLaw law, IEnumerable<Demand>? demands = null, int siftAbove = NodesBeforeSifting, int effort = PrimeCover.Budget, CoverMemory? memory = null)
    {
        (_law, _effort) = (law, effort);
        var asked = (demands ?? law.Law.Library.Demands).ToList();
        foreach (var demand in asked)
        {
            law.FactsOnly(demand.Premise);
            law.Holds(demand.Expected);
        }
        _diagrams = new LawDiagrams(law, asked.Count);
        if (_diagrams.Manager.NodeCount([.. asked.SelectMany(d => RegionsOf(d).All).Select(r => r.Set)]) > siftAbove)
        {
            _diagrams.Reorder();
            _regions.Clear();
        }
        _reporter = new CaseReporter(law);
        _sentences = new TermWriter(_diagrams, law.Law.Vocabulary, memory);
    }

    public LawDiagrams Diagrams => _diagrams;

    public Vocabulary Vocabulary => _law.Law.Vocabulary;

    private DiagramManager Manager => _diagrams.Manager;

    public Regions RegionsOf(Demand demand) => _regions.TryGetValue(demand, out var known) ? known : _regions[demand] = Regions.Of(_diagrams, _law, demand);

    /// <summary>The situations of a demand that have a verdict and are of a kind.</summary>
    public Diagram SituationsOf(Demand demand, Verdict verdict, IEnumerable<(Fact Fact, ValueSet Values)> kind) =>
        kind.Aggregate(RegionsOf(demand).Of(verdict), (set, r) => Manager.And(set, _diagrams.Of(r.Fact, r.Values)));

    public DemandGap Find(Demand demand)
    {
        var regions = RegionsOf(demand);
        var parts = new[] { Verdict.No, Verdict.Arguable, Verdict.NotKnown }
            .Where(v => regions.Of(v) != Diagram.False)
            .Select(v => Part(demand, v, regions.Of(v), regions.Premise)).ToImmutableArray();
        return new DemandGap(demand, parts, _diagrams.CountSituations(regions.Met), _diagrams.CountSituations(regions.Premise));
    }

    private GapPart Part(Demand demand, Verdict verdict, Diagram set, Diagram premise)
    {
        var cover = _sentences.CoverOf(set, premise, _effort, $"{_law.Law.Jurisdiction.Id} {demand.Id} {verdict}");
        var lines = cover.Terms.Select(t => Line(demand, verdict, set, premise, t.Term))
            .OrderByDescending(l => l.Situations).ToImmutableArray();
        return new GapPart(verdict, lines, _diagrams.CountSituations(set), cover.LowerBound);
    }

    private GapLine Line(Demand demand, Verdict verdict, Diagram set, Diagram premise, Term term)
    {
        var within = Manager.RestrictTo(set, term.Values.AsSpan());
        var example = _sentences.Example(within);
        var answer = _reporter.Evaluator.Of(example, demand);
        if (answer != verdict)
        {
            throw new InvalidOperationException(
                $"the two evaluators differ on {demand.Id}: every child says {verdict}, one child {answer} ({string.Join(", ", example.Given.Select(g => g.Fact.SayByName(g.Values)))})");
        }
        return new GapLine(_sentences.Restrictions(premise, term), _diagrams.CountSituations(within), example, new Lazy<CaseAnswer>(() => _reporter.Answer(example, demand).Answer));
    }
}
