using System.Collections.Immutable;
using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>A kind of situation in which several demands at once have the same verdict.</summary>
/// <param name="Restrictions">The facts that make it that kind, beyond what every demand of the line asks anyway.</param>
/// <param name="Demands">The demands that fail there, each with one example on which it was proved.</param>
/// <param name="Situations">How many situations fail for at least one of them.</param>
public sealed record JointLine(
    ImmutableArray<(Fact Fact, ValueSet Values)> Restrictions, ImmutableArray<(Demand Demand, GapLine Line)> Demands, BigInteger Situations);

/// <summary>Lines that say the same of the same demands, told as one sentence: what they share, then in what they differ.</summary>
/// <param name="Shared">The restrictions that all lines have.</param>
/// <param name="Alternatives">The lines, each with the restrictions that are its own; one line where nothing is like it.</param>
public sealed record JointSentence(
    ImmutableArray<(Fact Fact, ValueSet Values)> Shared, ImmutableArray<(ImmutableArray<(Fact Fact, ValueSet Values)> Own, JointLine Line)> Alternatives)
{
    public IEnumerable<Demand> Demands => Alternatives[0].Line.Demands.Select(d => d.Demand);

    public static JointSentence Of(IReadOnlyCollection<JointLine> lines)
    {
        var shared = lines.Select(l => l.Restrictions.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToImmutableArray();
        return new JointSentence(shared, [.. lines.Select(l => (l.Restrictions.RemoveRange(shared), l))]);
    }
}

/// <summary>The gaps of all demands under one verdict, in the fewest sentences.</summary>
/// <param name="Everywhere">Demands that have this verdict in every situation they speak of.</param>
/// <param name="Lines">The kinds of situation in which the other demands have it.</param>
/// <param name="LowerBound">No list of lines says the same of those others with fewer.</param>
public sealed record JointPart(Verdict Verdict, JointLine? Everywhere, ImmutableArray<JointLine> Lines, int LowerBound)
{
    public bool IsProvedMinimal => Lines.Length == LowerBound;

    /// <summary>The lines as a person reads them, those first that stand for most situations.</summary>
    public IEnumerable<JointSentence> Sentences =>
        Lines.GroupBy(l => string.Join(' ', l.Demands.Select(d => d.Demand.Id))).Select(g => JointSentence.Of([.. g]));
}

public sealed partial class GapFinder
{
    /// <summary>
    /// The gaps of several demands told together: which demand it is becomes one more variable, so that one line can stand for
    /// several demands, and the cover of all is smaller than the covers of each.
    /// </summary>
    /// <remarks>As several outputs are minimised together in ESPRESSO-MV (see <see cref="PrimeCover"/>).</remarks>
    public ImmutableArray<JointPart> Together(IReadOnlyList<Demand> demands)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(demands.Count, Manager.Arity(_diagrams.QuestionVariable), nameof(demands));
        var parts = ImmutableArray.CreateBuilder<JointPart>();
        foreach (var verdict in new[] { Verdict.No, Verdict.Arguable, Verdict.NotKnown })
        {
            var failing = demands.Select((demand, i) => FailingOf(demand, i, verdict)).Where(f => f.Set != Diagram.False).ToList();
            if (failing.Count > 0)
                parts.Add(Together(failing, verdict));
        }
        return parts.ToImmutable();
    }

    /// <summary>A demand with the situations it speaks of and those that have some verdict.</summary>
    private sealed record Failing(Demand Demand, int Index, Diagram Premise, Diagram Set);

    private Failing FailingOf(Demand demand, int index, Verdict verdict)
    {
        var regions = RegionsOf(demand);
        return new Failing(demand, index, regions.Premise, regions.Of(verdict));
    }

    private JointPart Together(List<Failing> failing, Verdict verdict)
    {
        var everywhere = failing.Where(f => f.Set == f.Premise).ToList();
        var some = failing.Where(f => f.Set != f.Premise).ToList();
        var onSet = Manager.OrAll(some.Select(f => Manager.And(f.Set, Question(f.Index))));
        // What a demand does not speak of may be covered or not; and so may numbers that are no demand's here.
        var others = Manager.Not(Manager.OrAll(some.Select(f => Question(f.Index))));
        var upper = Manager.OrAll([onSet, others, .. some.Select(f => Manager.Difference(Question(f.Index), f.Premise))]);
        var cover = _sentences.CoverWithin(onSet, upper, _effort, $"{_law.Law.Jurisdiction.Id} together {verdict}");
        var lines = Attribute(some, [.. cover.Terms.Select(t => t.Term)])
            .Select(l => JointLineOf(l.Demands, verdict, l.Term)).OrderByDescending(l => l.Situations).ToImmutableArray();
        var everything = new Term([.. Enumerable.Range(0, Manager.VariableCount).Select(Manager.AllValues)]);
        return new JointPart(verdict, everywhere.Count == 0 ? null : JointLineOf(everywhere, verdict, everything), lines, cover.LowerBound);
    }

    /// <summary>
    /// Says which demands each line tells of. A demand leaves a line whose situations other lines tell of it already; the
    /// line that fits it least, because it stands for fewest of its situations, is tried first.
    /// </summary>
    private List<(Term Term, List<Failing> Demands)> Attribute(List<Failing> failing, List<Term> terms)
    {
        var lines = terms.Select(t => (Term: OfFacts(t), Demands: new List<Failing>())).ToList();
        foreach (var demand in failing)
        {
            var told = Enumerable.Range(0, terms.Count).Where(i => (terms[i].Values[_diagrams.QuestionVariable] >> demand.Index & 1) != 0)
                .Select(i => (Line: i, Set: Manager.RestrictTo(demand.Set, lines[i].Term.Values.AsSpan()))).Where(l => l.Set != Diagram.False).ToList();
            var tried = told.OrderBy(l => _diagrams.CountSituations(l.Set)).ThenByDescending(l => l.Line).ToList();
            // What the lines still to be tried tell of, from each place on.
            var later = new Diagram[tried.Count + 1];
            for (var i = tried.Count - 1; i >= 0; i--)
                later[i] = Manager.Or(later[i + 1], tried[i].Set);
            var kept = Diagram.False;
            for (var i = 0; i < tried.Count; i++)
            {
                if (Manager.IsSubset(tried[i].Set, Manager.Or(kept, later[i + 1])))
                    continue;
                kept = Manager.Or(kept, tried[i].Set);
                lines[tried[i].Line].Demands.Add(demand);
            }
        }
        return lines;
    }

    private Term OfFacts(Term term)
    {
        var facts = term.Values.ToArray();
        facts[_diagrams.QuestionVariable] = Manager.AllValues(_diagrams.QuestionVariable);
        return new Term([.. facts]);
    }

    private JointLine JointLineOf(List<Failing> demands, Verdict verdict, Term term)
    {
        var premise = Manager.OrAll(demands.Select(d => d.Premise));
        var within = Manager.OrAll(demands.Select(d => Manager.RestrictTo(d.Set, term.Values.AsSpan())));
        return new JointLine(_sentences.Restrictions(premise, term),
            [.. demands.Select(d => (d.Demand, Line(d.Demand, verdict, d.Set, d.Premise, term)))], _diagrams.CountSituations(within));
    }

    private Diagram Question(int index) => Manager.Literal(_diagrams.QuestionVariable, 1UL << index);
}
