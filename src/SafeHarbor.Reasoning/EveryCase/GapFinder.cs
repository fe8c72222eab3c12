using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>Finds, for a demand, every kind of situation in which it is not met, and proves each line on one child before it is shown.</summary>
public sealed class GapFinder
{
    private readonly CompiledLaw _law;
    private readonly LawDiagrams _diagrams;
    private readonly CaseReporter _reporter;

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
        _diagrams = new LawDiagrams(law);
        var wanted = law.Law.Library.Demands.Select(d => _diagrams.Of(law.Holds(d.Expected))).ToList();
        if (_diagrams.Manager.NodeCount(wanted) > siftAbove)
            _diagrams.Reorder();
        _reporter = new CaseReporter(law);
    }

    public LawDiagrams Diagrams => _diagrams;

    private DiagramManager Manager => _diagrams.Manager;

    /// <summary>The situations of a demand by verdict. Together they are all the situations it speaks of; no two overlap.</summary>
    public sealed record Regions(Diagram Premise, Diagram Met, Diagram Arguable, Diagram NotMet, Diagram NotKnown);

    public Regions RegionsOf(Demand demand)
    {
        var premise = Manager.And(_diagrams.Possible, _diagrams.Of(_law.FactsOnly(demand.Premise)));
        var wanted = _diagrams.Of(_law.Holds(demand.Expected));
        // Point 6 of the meaning: over all readings, then over all that the unread text may say.
        var underAll = Manager.ForAll(wanted, _diagrams.ReadingVariables);
        var underSome = Manager.Exists(wanted, _diagrams.ReadingVariables);
        var met = Manager.ForAll(underAll, _diagrams.UnreadVariables);
        var arguable = Manager.ForAll(Manager.Difference(underSome, underAll), _diagrams.UnreadVariables);
        var notMet = Manager.ForAll(Manager.Not(underSome), _diagrams.UnreadVariables);
        var known = Manager.Or(met, Manager.Or(arguable, notMet));
        return new Regions(premise, Manager.And(premise, met), Manager.And(premise, arguable), Manager.And(premise, notMet), Manager.Difference(premise, known));
    }

    public DemandGap Find(Demand demand)
    {
        var regions = RegionsOf(demand);
        var parts = new[] { (Verdict.No, regions.NotMet), (Verdict.Arguable, regions.Arguable), (Verdict.NotKnown, regions.NotKnown) }
            .Where(p => p.Item2 != Diagram.False)
            .Select(p => Part(demand, p.Item1, p.Item2, regions.Premise)).ToImmutableArray();
        return new DemandGap(demand, parts, _diagrams.CountSituations(regions.Met), _diagrams.CountSituations(regions.Premise));
    }

    private GapPart Part(Demand demand, Verdict verdict, Diagram set, Diagram premise)
    {
        var cover = CoverOf(set, premise);
        var lines = cover.Terms.Select(t => Line(demand, verdict, set, premise, t.Term))
            .OrderByDescending(l => l.Situations).ToImmutableArray();
        return new GapPart(verdict, lines, _diagrams.CountSituations(set), cover.LowerBound);
    }

    /// <summary>A cover of a set of situations. What the demand does not speak of, or cannot be, may be covered or not: sentences are shorter so.</summary>
    public Cover CoverOf(Diagram set, Diagram premise) =>
        PrimeCover.Compute(Manager, set, Manager.Or(set, Manager.Not(premise)), Importance());

    private GapLine Line(Demand demand, Verdict verdict, Diagram set, Diagram premise, Term term)
    {
        var within = Manager.RestrictTo(set, term.Values.AsSpan());
        var example = Example(within);
        var answer = _reporter.Answer(example, demand).Answer;
        if (answer.Verdict != verdict)
        {
            throw new InvalidOperationException(
                $"the two evaluators differ on {demand.Id}: every child says {verdict}, one child {answer.Verdict} ({string.Join(", ", example.Given.Select(g => g.Fact.SayByName(g.Values)))})");
        }
        return new GapLine(Restrictions(premise, term), _diagrams.CountSituations(within), example, answer);
    }

    /// <summary>The facts that a term restricts beyond what the premise does already.</summary>
    private ImmutableArray<(Fact, ValueSet)> Restrictions(Diagram premise, Term term)
    {
        var restrictions = ImmutableArray.CreateBuilder<(Fact, ValueSet)>();
        foreach (var fact in _law.Law.Vocabulary.Facts)
        {
            var inTerm = term.Values[fact.Index];
            if (inTerm == Manager.AllValues(fact.Index))
                continue;
            var spoken = ClassesPossible(premise, fact.Index);
            if ((spoken & ~inTerm) != 0)
                restrictions.Add((fact, _diagrams.ValuesOf(fact, inTerm & spoken)));
        }
        return restrictions.ToImmutable();
    }

    private readonly Dictionary<(Diagram, int), ulong> _possibleClasses = [];

    private ulong ClassesPossible(Diagram premise, int fact)
    {
        if (_possibleClasses.TryGetValue((premise, fact), out var known))
            return known;
        var classes = 0UL;
        for (var c = 0; c < Manager.Arity(fact); c++)
        {
            if (Manager.And(premise, Manager.Literal(fact, 1UL << c)) != Diagram.False)
                classes |= 1UL << c;
        }
        return _possibleClasses[(premise, fact)] = classes;
    }

    /// <summary>A plain situation of the set: of each fact in turn the first value in the vocabulary that fits; a child of 15; no rather than yes.</summary>
    private Case Example(Diagram set)
    {
        var facts = _law.Law.Vocabulary.Facts;
        var situation = new int[facts.Length];
        foreach (var fact in facts)
        {
            foreach (var value in Liking(fact))
            {
                var narrowed = Manager.And(set, Manager.Literal(fact.Index, 1UL << _diagrams.ClassOf(fact, value)));
                if (narrowed == Diagram.False)
                    continue;
                set = narrowed;
                situation[fact.Index] = value;
                break;
            }
        }
        return Case.OfSituation(_law.Law.Vocabulary, situation);
    }

    private static IEnumerable<int> Liking(Fact fact)
    {
        if (fact.IsNumber)
            return Enumerable.Range(0, fact.Values.Length).OrderBy(v => Math.Abs(v + fact.Lowest!.Value - 15)).ThenBy(v => v);
        return fact.IsYesOrNo ? [1, 0] : Enumerable.Range(0, fact.Values.Length);
    }

    /// <summary>Facts that stand first in the vocabulary matter most to a reader; readings and unread text are never part of a term.</summary>
    private int[] Importance() =>
        [.. Enumerable.Range(0, Manager.VariableCount).Select(v => v < _diagrams.FactCount ? _diagrams.FactCount - v : -1)];
}
