using System.Collections.Immutable;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Reform;
using static SafeHarbor.Reasoning.Certificates.SmtScript;

namespace SafeHarbor.Reasoning.Certificates;

/// <summary>Writes certificates: of gap lists, of differences, of reforms.</summary>
public static class Certifier
{
    private static readonly Verdict[] Verdicts = [Verdict.Yes, Verdict.No, Verdict.Arguable, Verdict.NotKnown];

    /// <summary>The gap is the list and the list is the gap; each line is prime; none is redundant.</summary>
    public static Certificate OfGap(ApplicableLaw law, DemandGap gap)
    {
        var script = new SmtScript(law.Vocabulary);
        var smt = new SmtLaw(law, script);
        var care = script.Define(And(smt.Possible(), smt.Premise(gap.Demand.Premise)));
        var regions = RegionsOf(smt, gap.Demand);
        var spoken = SpokenBy(law, gap.Demand);
        var claims = new List<Claim>();
        foreach (var verdict in Verdicts.Skip(1))
        {
            var lines = (gap.Parts.FirstOrDefault(p => p.Verdict == verdict)?.Lines ?? []).Select(l => l.Restrictions).ToList();
            claims.AddRange(IsCover(script, care, regions(verdict), lines, verdict.InWords(ofDemand: true), spoken));
        }
        return new Certificate($"{law.Jurisdiction.Id} {gap.Demand.Id}", $"SafeHarbor: the gap of {gap.Demand.Id} in the law of {Describe(law)}", script.Definitions, [.. claims]);
    }

    /// <summary>For each pair of verdicts the situations told are exactly those that have them.</summary>
    public static Certificate OfDifference(ApplicableLaw first, ApplicableLaw second, DemandDifference difference)
    {
        var script = new SmtScript(first.Vocabulary);
        var (one, other) = (new SmtLaw(first, script), new SmtLaw(second, script));
        var care = script.Define(And(one.Possible(), one.Premise(difference.Demand.Premise)));
        var (before, after) = (RegionsOf(one, difference.Demand), RegionsOf(other, difference.Demand));
        var spoken = SpokenBy(first, difference.Demand);
        var claims = new List<Claim>();
        foreach (var a in Verdicts)
        {
            foreach (var b in Verdicts.Where(v => v != a))
            {
                var lines = (difference.Parts.FirstOrDefault(p => p.First == a && p.Second == b)?.Lines ?? []).Select(l => l.Restrictions).ToList();
                var region = script.Define(And(before(a), after(b)));
                claims.AddRange(IsCover(script, care, region, lines, $"{a.InWords(ofDemand: true)} before and {b.InWords(ofDemand: true)} after", spoken));
            }
        }
        return new Certificate($"{first.Jurisdiction.Id} to {second.Jurisdiction.Id} {difference.Demand.Id}",
            $"SafeHarbor: the difference on {difference.Demand.Id} between the law of {Describe(first)} and the law of {Describe(second)}", script.Definitions, [.. claims]);
    }

    /// <summary>The gaps are closed, no child is worse off under any demand, and no rules newly contradict each other.</summary>
    public static Certificate OfReform(ApplicableLaw before, IReadOnlyCollection<Demand> closed, ReformProposal proposal)
    {
        var script = new SmtScript(before.Vocabulary);
        var (one, other) = (new SmtLaw(before, script), new SmtLaw(proposal.After, script));
        var possible = one.Possible();
        var claims = new List<Claim>();
        foreach (var demand in before.Library.Demands)
        {
            var care = script.Define(And(possible, one.Premise(demand.Premise)));
            var (first, second) = (RegionsOf(one, demand), RegionsOf(other, demand));
            if (closed.Contains(demand))
                claims.Add(Never($"{demand.Id}: wherever it was not met or only arguably, it is met now", And(care, Or(first(Verdict.No), first(Verdict.Arguable)), Not(second(Verdict.Yes)))));
            claims.Add(Never($"{demand.Id}: wherever it was met, it is met", And(care, first(Verdict.Yes), Not(second(Verdict.Yes)))));
            claims.Add(Never($"{demand.Id}: wherever it was arguable, it is at least arguable", And(care, first(Verdict.Arguable), Not(other.AtLeastArguable(demand.Expected)))));
            claims.Add(Never($"{demand.Id}: wherever it was not known, it is not plainly unmet", And(care, first(Verdict.NotKnown), second(Verdict.No))));
        }
        var contradictions = one.Contradictions().ToDictionary(c => c.Text, c => c.Formula);
        claims.AddRange(other.Contradictions().Select(c => Never($"it is not newly so that {c.Text}", And(possible, c.Formula, Not(contradictions.GetValueOrDefault(c.Text, "false"))))));
        return new Certificate($"{before.Jurisdiction.Id} reform {string.Join(' ', closed.Select(d => d.Id))}",
            $"SafeHarbor: a reform of the law of {Describe(before)} for {string.Join(", ", closed.Select(d => d.Id))}", script.Definitions, [.. claims]);
    }

    private static Func<Verdict, string> RegionsOf(SmtLaw smt, Demand demand)
    {
        var (met, arguable, notMet) = smt.Verdicts(demand.Expected);
        return verdict => verdict switch
        {
            Verdict.Yes => met,
            Verdict.Arguable => arguable,
            Verdict.No => notMet,
            Verdict.NotKnown => Not(Or(met, arguable, notMet)),
            _ => throw new System.Diagnostics.UnreachableException(verdict.ToString()),
        };
    }

    private static IEnumerable<Claim> IsCover(SmtScript script, string care, string region, List<ImmutableArray<(Fact Fact, ValueSet Values)>> lines, string what, Func<Fact, int, bool> spoken)
    {
        var kinds = lines.Select(l => script.Define(Kind(l))).ToList();
        var cover = Or(kinds);
        yield return Never($"every situation of the list ({what}) is in the set", And(care, cover, Not(region)));
        yield return Never($"every situation of the set ({what}) is in the list", And(care, region, Not(cover)));
        for (var i = 0; i < lines.Count; i++)
        {
            yield return Somewhere($"line {i + 1} ({what}) says something that no other line says", And(care, kinds[i], Not(Or(kinds.Where((_, j) => j != i)))));
            foreach (var (fact, values) in lines[i])
            {
                foreach (var value in (fact.AllValues - values).Values())
                {
                    var withValue = And(care, InSet(fact, ValueSet.Of(value)));
                    yield return spoken(fact, value)
                        ? Somewhere($"line {i + 1} ({what}) is prime: with {fact.Name} also {fact.Values[value]} it would say too much", And(Kind(lines[i].Where(r => r.Fact.Index != fact.Index)), withValue, Not(region)))
                        : Never($"the demand never speaks of {fact.Name} {fact.Values[value]}, so that line {i + 1} ({what}) cannot be widened by it", withValue);
                }
            }
        }
    }

    /// <summary>Whether a demand speaks of any situation in which the fact has the value.</summary>
    private static Func<Fact, int, bool> SpokenBy(ApplicableLaw law, Demand demand)
    {
        var evaluator = new CaseEvaluator(new CompiledLaw(law));
        return (fact, value) => (evaluator.Of(Case.Of(law.Vocabulary, [(fact, ValueSet.Of(value))]), demand) & ~Verdict.DoesNotApply) != Verdict.None;
    }

    private static Claim Never(string text, string formula) => new(text, formula, CanBe: false);

    private static Claim Somewhere(string text, string formula) => new(text, formula, CanBe: true);

    private static string Describe(ApplicableLaw law) =>
        $"{law.Jurisdiction.Name} on {LocalDatePattern.Iso.Format(law.On)}{string.Concat(law.Bills.Select(b => $", with {b.Title}"))}";
}
