using System.Collections.Immutable;
using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>One kind of situation in which two laws give the same child different outcomes.</summary>
public sealed record DifferenceLine(
    ImmutableArray<(Fact Fact, ValueSet Values)> Restrictions, BigInteger Situations, Case Example, CaseAnswer First, CaseAnswer Second);

/// <summary>All situations that have one verdict under the first law and another under the second.</summary>
public sealed record DifferencePart(Verdict First, Verdict Second, ImmutableArray<DifferenceLine> Lines, BigInteger Situations)
{
    /// <summary>Above 0 where the child is better off under the second law, below 0 where worse; 0 where one of the two is not known.</summary>
    public int Direction => (First, Second) switch
    {
        (Verdict.NotKnown, _) or (_, Verdict.NotKnown) => 0,
        _ => Rank(Second) - Rank(First),
    };

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Yes => 2,
        Verdict.Arguable => 1,
        _ => 0,
    };
}

/// <summary>The exact difference of two laws on one demand.</summary>
public sealed record DemandDifference(Demand Demand, ImmutableArray<DifferencePart> Parts);

/// <summary>
/// Compares two laws by outcome for the same child, not by wording: two jurisdictions, two days, or a law with and without
/// a bill. Each law has its own readings and unread text.
/// </summary>
public sealed class Comparer
{
    private readonly CompiledLaw _first;
    private readonly CompiledLaw _second;
    private readonly LawDiagrams _diagrams;
    private readonly TermWriter _terms;
    private readonly CaseReporter _firstReporter;
    private readonly CaseReporter _secondReporter;

    /// <param name="limit">How much work the comparison may take; null for as much as it needs.</param>
    public Comparer(ApplicableLaw first, ApplicableLaw second, WorkLimit? limit = null)
    {
        _first = new CompiledLaw(first);
        _second = _first.Beside(second);
        foreach (var demand in first.Library.Demands)
        {
            _first.FactsOnly(demand.Premise);
            _first.Holds(demand.Expected);
            _second.Holds(demand.Expected);
        }
        _diagrams = new LawDiagrams(_second, limit: limit);
        _terms = new TermWriter(_diagrams, first.Vocabulary);
        _firstReporter = new CaseReporter(_first);
        _secondReporter = new CaseReporter(_second);
    }

    public DemandDifference Compare(Demand demand)
    {
        var (one, other) = (Regions.Of(_diagrams, _first, demand), Regions.Of(_diagrams, _second, demand));
        var parts = ImmutableArray.CreateBuilder<DifferencePart>();
        foreach (var (first, firstSet) in one.All)
        {
            foreach (var (second, secondSet) in other.All)
            {
                var set = first == second ? Diagram.False : _diagrams.Manager.And(firstSet, secondSet);
                if (set != Diagram.False)
                    parts.Add(new DifferencePart(first, second, Lines(demand, first, second, set, one.Premise), _diagrams.CountSituations(set)));
            }
        }
        return new DemandDifference(demand, parts.ToImmutable());
    }

    /// <summary>Whether the demand has a gap under the first law, and whether it has one under the second: a situation in which it is not met, or only arguably.</summary>
    public (bool First, bool Second) HasGap(Demand demand)
    {
        var (one, other) = (Regions.Of(_diagrams, _first, demand), Regions.Of(_diagrams, _second, demand));
        return (IsOpen(one), IsOpen(other));

        static bool IsOpen(Regions regions) => regions.NotMet != Diagram.False || regions.Arguable != Diagram.False;
    }

    private ImmutableArray<DifferenceLine> Lines(Demand demand, Verdict first, Verdict second, Diagram set, Diagram premise) =>
        [.. _terms.CoverOf(set, premise).Terms.Select(t =>
        {
            var within = _diagrams.Manager.RestrictTo(set, t.Term.Values.AsSpan());
            var example = _terms.Example(within);
            var (one, other) = (_firstReporter.Answer(example, demand).Answer, _secondReporter.Answer(example, demand).Answer);
            if (one.Verdict != first || other.Verdict != second)
                throw new InvalidOperationException($"the two evaluators differ on {demand.Id}");
            return new DifferenceLine(_terms.Restrictions(premise, t.Term), _diagrams.CountSituations(within), example, one, other);
        }).OrderByDescending(l => l.Situations)];
}
