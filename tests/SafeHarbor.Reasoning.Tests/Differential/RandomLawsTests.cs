using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Situations;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>On random laws: reference = one child = every child, by enumeration; the gap's cover is exact, prime and irredundant.</summary>
public class RandomLawsTests(ITestOutputHelper output)
{
    private const int Laws = 5000;
    private const int FirstSeed = 20_161_101;

    [Fact]
    public void ReferenceOneChildAndEveryChildAgreeOnEverySituation()
    {
        long situations = 0, cases = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var random = new RandomLaw(seed);
            var compiled = new CompiledLaw(random.Law);
            var evaluator = new CaseEvaluator(compiled);
            var diagrams = new DiagramVerdicts(compiled);
            var finder = new GapFinder(compiled);
            var regions = finder.RegionsOf(random.Demand);
            var all = random.Vocabulary.Facts.Select(f => f.AllValues).ToList();
            foreach (var situation in ReferenceCase.Situations(random.Vocabulary, all))
            {
                var expected = ReferenceCase.InSituation(random.Law, random.Demand.Premise, random.Demand.Expected, situation);
                Assert.True(expected == evaluator.Of(Case.OfSituation(random.Vocabulary, situation), random.Demand), $"one child, seed {seed}");
                Assert.True(expected == EveryChild(finder, regions, random.Vocabulary, situation), $"every child, seed {seed}");
                situations++;
            }
            for (var i = 0; i < 3; i++)
            {
                var @case = random.MakeCase();
                var expected = ReferenceCase.OfCase(random.Law, random.Demand.Premise, random.Demand.Expected, @case.ToValueSets());
                Assert.True(expected == evaluator.Of(@case, random.Demand), $"one child with unknown facts, seed {seed}, case {i}");
                var read = diagrams.Of(@case, compiled.FactsOnly(random.Demand.Premise), compiled.Holds(random.Demand.Expected));
                Assert.True(expected == read, $"one child read off the diagrams, seed {seed}, case {i}");
                cases++;
            }
        }
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {situations} situations and {cases} cases with unknown facts, no difference");
        Assert.True(situations > Laws);
    }

    [Fact]
    public void EveryCoverIsExactAndPrimeAndHasNoRedundantLine()
    {
        long lines = 0, proved = 0, covers = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var random = new RandomLaw(seed);
            // Every other law is sifted first, so that reordered diagrams are held to the same.
            var finder = new GapFinder(new CompiledLaw(random.Law), siftAbove: seed % 2 == 0 ? 0 : int.MaxValue);
            var gap = finder.Find(random.Demand);
            var all = random.Vocabulary.Facts.Select(f => f.AllValues).ToList();
            var situations = ReferenceCase.Situations(random.Vocabulary, all)
                .Select(s => (Situation: s, Verdict: ReferenceCase.InSituation(random.Law, random.Demand.Premise, random.Demand.Expected, s)))
                .Where(s => s.Verdict != Verdict.DoesNotApply).ToList();
            foreach (var verdict in new[] { Verdict.No, Verdict.Arguable, Verdict.NotKnown })
            {
                var part = gap.Parts.FirstOrDefault(p => p.Verdict == verdict);
                var boxes = part?.Lines.Select(l => l.Restrictions).ToList() ?? [];
                covers += part is null ? 0 : 1;
                lines += boxes.Count;
                proved += part is { IsProvedMinimal: true } ? 1 : 0;
                foreach (var (situation, got) in situations)
                    Assert.True((got == verdict) == boxes.Exists(b => Within(b, situation)), $"the cover is exact, seed {seed}");
                foreach (var box in boxes)
                {
                    Assert.True(situations.Exists(s => Within(box, s.Situation) && boxes.Count(b => Within(b, s.Situation)) == 1), $"no line is redundant, seed {seed}");
                    foreach (var (fact, values) in box)
                    {
                        for (var v = 0; v < fact.Values.Length; v++)
                        {
                            if (values.Contains(v))
                                continue;
                            var wider = box.Select(r => r.Fact == fact ? (r.Fact, r.Values | ValueSet.Of(v)) : r).ToList();
                            // Wider by a value that the demand speaks of at all, the line would say too much.
                            if (situations.Exists(s => s.Situation[fact.Index] == v))
                                Assert.True(situations.Exists(s => Within(wider, s.Situation) && s.Verdict != verdict), $"each line is prime, seed {seed}");
                        }
                    }
                }
            }
        }
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {covers} covers with {lines} lines, {proved} proved smallest");
    }

    [Fact]
    public void GapsToldTogetherSayOfEachDemandNeitherMoreNorLess()
    {
        const int Demands = 4;
        int together = 0, apart = 0, proved = 0, parts = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Laws / 5; seed++)
        {
            var random = new RandomLaw(seed, Demands);
            var demands = random.Law.Library.Demands.ToList();
            var finder = new GapFinder(new CompiledLaw(random.Law));
            var gaps = demands.Select(finder.Find).ToList();
            var joint = finder.Together(demands);
            foreach (var situation in ReferenceCase.Situations(random.Vocabulary, [.. random.Vocabulary.Facts.Select(f => f.AllValues)]))
            {
                foreach (var demand in demands)
                {
                    var expected = ReferenceCase.InSituation(random.Law, demand.Premise, demand.Expected, situation);
                    if (expected == Verdict.DoesNotApply)
                        continue;
                    foreach (var verdict in new[] { Verdict.No, Verdict.Arguable, Verdict.NotKnown })
                    {
                        var part = joint.FirstOrDefault(p => p.Verdict == verdict);
                        var told = part is not null && (part.Everywhere?.Demands.Any(d => d.Demand == demand) == true
                            || part.Lines.Any(l => l.Demands.Any(d => d.Demand == demand) && Within(l.Restrictions, situation)));
                        Assert.True(told == (expected == verdict), $"seed {seed}, {demand.Id}, {verdict}");
                    }
                }
            }
            together += joint.Sum(p => p.Lines.Length);
            apart += gaps.SelectMany(g => g.Parts.Where(p => joint.First(j => j.Verdict == p.Verdict).Everywhere?.Demands.Any(d => d.Demand == g.Demand) != true)).Sum(p => p.Lines.Length);
            proved += joint.Count(p => p.IsProvedMinimal);
            parts += joint.Length;
        }
        output.WriteLine($"{Laws / 5} random laws of {Demands} demands from seed {FirstSeed}: {together} lines together, {apart} apart; {proved} of {parts} lists proved smallest");
        Assert.True(together < apart);
    }

    [Fact]
    public void ACoverProvedSmallestIsSmallestByTryingAllBoxes()
    {
        int compared = 0, several = 0, unproved = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var random = new RandomLaw(seed);
            if (random.Vocabulary.Facts.Aggregate(1L, (boxes, f) => boxes * ((1 << f.Values.Length) - 1)) > 1000)
                continue;
            var gap = new GapFinder(new CompiledLaw(random.Law)).Find(random.Demand);
            var all = random.Vocabulary.Facts.Select(f => f.AllValues).ToList();
            var spoken = ReferenceCase.Situations(random.Vocabulary, all)
                .Select(s => (Situation: s, Verdict: ReferenceCase.InSituation(random.Law, random.Demand.Premise, random.Demand.Expected, s)))
                .Where(s => s.Verdict != Verdict.DoesNotApply).ToList();
            foreach (var part in gap.Parts)
            {
                unproved += part.IsProvedMinimal ? 0 : 1;
                var smallest = SmallestCover.Size(random.Vocabulary.Facts.Select(f => f.Values.Length), [.. spoken.Select(s => (s.Situation, s.Verdict == part.Verdict))]);
                Assert.True(part.LowerBound <= smallest, $"the bound is a bound, seed {seed}");
                Assert.True(smallest <= part.Lines.Length, $"the cover is a cover, seed {seed}");
                if (part.IsProvedMinimal)
                    Assert.True(smallest == part.Lines.Length, $"proved smallest, seed {seed}");
                compared++;
                several += part.Lines.Length > 2 ? 1 : 0;
            }
        }
        output.WriteLine($"{compared} covers from seed {FirstSeed} compared with all boxes, {several} of them of 3 lines or more, {unproved} without a proof");
        Assert.True(several > 0);
    }

    [Fact]
    public void TheSolverAgreesOnEveryGap()
    {
        var checks = 0;
        using var solver = new Z3Process();
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var random = new RandomLaw(seed);
            var gap = new GapFinder(new CompiledLaw(random.Law)).Find(random.Demand);
            checks += SolverAgreement.Check(solver, random.Law, gap, $"seed {seed}");
        }
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {checks} claims proved by the solver, no difference");
    }

    private static bool Within(IEnumerable<(Fact Fact, ValueSet Values)> box, int[] situation) => box.All(r => r.Values.Contains(situation[r.Fact.Index]));

    private static Verdict EveryChild(GapFinder finder, Regions regions, Vocabulary vocabulary, int[] situation)
    {
        var manager = finder.Diagrams.Manager;
        var values = new int[manager.VariableCount];
        foreach (var fact in vocabulary.Facts)
            values[fact.Index] = finder.Diagrams.ClassOf(fact, situation[fact.Index]);
        if (!manager.Evaluate(regions.Premise, values))
            return Verdict.DoesNotApply;
        return (manager.Evaluate(regions.Met, values) ? Verdict.Yes : 0) | (manager.Evaluate(regions.Arguable, values) ? Verdict.Arguable : 0)
            | (manager.Evaluate(regions.NotMet, values) ? Verdict.No : 0) | (manager.Evaluate(regions.NotKnown, values) ? Verdict.NotKnown : 0);
    }
}
