using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>Finds, for a demand, every kind of situation in which it is not met, and proves each line on one child before it is shown.</summary>
public sealed partial class GapFinder
{
    private readonly CompiledLaw _law;
    private readonly LawDiagrams _diagrams;
    private readonly CaseReporter _reporter;
    private readonly TermWriter _sentences;

    /// <summary>Diagrams larger than this are sifted into a better order before any question is asked.</summary>
    public const int NodesBeforeSifting = 20_000;

    /// <param name="siftAbove">How many nodes the diagrams of all demands may have before the variables are reordered.</param>
    public GapFinder(CompiledLaw law, int siftAbove = NodesBeforeSifting)
    {
        _law = law;
        foreach (var demand in law.Law.Library.Demands)
        {
            law.FactsOnly(demand.Premise);
            law.Holds(demand.Expected);
        }
        _diagrams = new LawDiagrams(law, law.Law.Library.Demands.Count());
        if (_diagrams.Manager.NodeCount([.. law.Law.Library.Demands.SelectMany(d => RegionsOf(d).All).Select(r => r.Set)]) > siftAbove)
            _diagrams.Reorder();
        _reporter = new CaseReporter(law);
        _sentences = new TermWriter(_diagrams, law.Law.Vocabulary);
    }

    public LawDiagrams Diagrams => _diagrams;

    public Vocabulary Vocabulary => _law.Law.Vocabulary;

    private DiagramManager Manager => _diagrams.Manager;

    public Regions RegionsOf(Demand demand) => Regions.Of(_diagrams, _law, demand);

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
        var cover = _sentences.CoverOf(set, premise);
        var lines = cover.Terms.Select(t => Line(demand, verdict, set, premise, t.Term))
            .OrderByDescending(l => l.Situations).ToImmutableArray();
        return new GapPart(verdict, lines, _diagrams.CountSituations(set), cover.LowerBound);
    }

    private GapLine Line(Demand demand, Verdict verdict, Diagram set, Diagram premise, Term term)
    {
        var within = Manager.RestrictTo(set, term.Values.AsSpan());
        var example = _sentences.Example(within);
        var answer = _reporter.Answer(example, demand).Answer;
        if (answer.Verdict != verdict)
        {
            throw new InvalidOperationException(
                $"the two evaluators differ on {demand.Id}: every child says {verdict}, one child {answer.Verdict} ({string.Join(", ", example.Given.Select(g => g.Fact.SayByName(g.Values)))})");
        }
        return new GapLine(_sentences.Restrictions(premise, term), _diagrams.CountSituations(within), example, answer);
    }
}
