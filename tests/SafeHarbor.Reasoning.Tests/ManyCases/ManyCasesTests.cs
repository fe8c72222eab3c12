using SafeHarbor.Law;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.ManyCases;

/// <summary>Many children = one child = the reference, unknown cells and cells of several values included.</summary>
public class ManyCasesTests(ITestOutputHelper output)
{
    private const int FirstSeed = 20_161_101;

    [Fact]
    public void OnRandomLawsEveryVerdictIsThatOfTheReferenceAndOfOneChild()
    {
        const int Laws = 2000;
        const int CasesOfEach = 20;
        var verdicts = new Dictionary<Verdict, int>();
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var law = new RandomLaw(seed);
            var plan = CountPlan.Of([law.Law], [law.Demand]);
            var evaluator = new CaseEvaluator(new CompiledLaw(law.Law));
            var cases = Enumerable.Range(0, CasesOfEach).Select(_ => law.MakeCase()).ToList();
            var got = VerdictsOf(plan, cases);
            for (var i = 0; i < CasesOfEach; i++)
            {
                Assert.True(evaluator.Of(cases[i], law.Demand) == got[i], $"one child, seed {seed}, case {i}");
                Assert.True(ReferenceCase.OfCase(law.Law, law.Demand.Premise, law.Demand.Expected, cases[i].ToValueSets()) == got[i], $"the reference, seed {seed}, case {i}");
                verdicts[got[i]] = verdicts.GetValueOrDefault(got[i]) + 1;
            }
        }
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}, {Laws * CasesOfEach} cases: {verdicts.Count} different answers, no difference");
        Assert.True(verdicts.Count > 20, "the cases must reach many combinations of flags, also that of no situation at all");
        Assert.Contains(Verdict.None, verdicts.Keys);
    }

    public static TheoryData<string> Jurisdictions => [.. RealLibrary.Library.Jurisdictions.Select(j => j.Id)];

    [Theory, MemberData(nameof(Jurisdictions))]
    public void OnTheRealLawEveryVerdictIsThatOfOneChild(string id)
    {
        const int Cases = 1000;
        const int Seed = 11;
        var demands = RealLibrary.Library.Demands.ToList();
        foreach (var day in new[] { RealLibrary.Days[0], RealLibrary.Days[^1] })
        {
            var law = RealLibrary.Compile(id, day);
            var plan = CountPlan.Of([law.Law], demands);
            var evaluator = new CaseEvaluator(law);
            var cases = RandomCases.Of(law.Law.Vocabulary, new Random(Seed)).Take(Cases).ToList();
            var got = VerdictsOf(plan, cases);
            for (var i = 0; i < Cases; i++)
            {
                for (var d = 0; d < demands.Count; d++)
                    Assert.True(evaluator.Of(cases[i], demands[d]) == got[i * demands.Count + d], $"{id} on {day}, {demands[d].Id}, seed {Seed}, case {i}");
            }
        }
        output.WriteLine($"{id}: {2 * Cases * demands.Count} verdicts on {2 * Cases} cases compared with one child, seed {Seed}, no difference");
    }

    [Fact]
    public void UnderTwoLawsEachVerdictIsThatUnderTheOneLaw()
    {
        var kentucky = RealLibrary.Library.Find("US-KY")!;
        var question = new LawQuestion("US-KY", RealLibrary.Days[^1]);
        var without = ApplicableLaw.Of(RealLibrary.Library, question);
        var with = ApplicableLaw.Of(RealLibrary.Library, question with { Bills = [kentucky.Bills.Single(b => b.Title.Contains("HB 431", StringComparison.Ordinal)).Title] });
        var demands = RealLibrary.Library.Demands.ToList();
        var cases = RandomCases.Of(RealLibrary.Library.Vocabulary, new Random(3)).Take(5000).ToList();
        var both = VerdictsOf(CountPlan.Of([without, with], demands), cases);
        Assert.Equal(VerdictsOf(CountPlan.Of([without], demands), cases), both.Where((_, i) => i % 2 == 0));
        Assert.Equal(VerdictsOf(CountPlan.Of([with], demands), cases), both.Where((_, i) => i % 2 == 1));
        Assert.NotEqual(both.Where((_, i) => i % 2 == 0), both.Where((_, i) => i % 2 == 1));
    }

    [Theory, InlineData(1), InlineData(63), InlineData(64), InlineData(65), InlineData(CaseBlock.Capacity - 1), InlineData(CaseBlock.Capacity)]
    public void CountsAreThoseOfTheVerdictsHoweverFullTheBlock(int rows)
    {
        var (plan, cases) = Kentucky(rows, seed: rows);
        var program = BitCompiler.Compile(plan);
        var block = Filled(plan, cases, i => i % 5 != 0, i => i % 3, grouped: true);
        var counter = new CaseCounter(plan, program, groups: 3);
        var impossible = new List<int>();
        counter.Count(block, impossible.Add);
        var verdicts = new CaseVerdicts(plan, program).Of(block);
        var expected = Enumerable.Range(0, rows).Where(i => i % 5 != 0)
            .SelectMany(i => Enumerable.Range(0, plan.Demands.Length).Select(d => (Demand: d, Group: i % 3, Verdict: verdicts[i * plan.Demands.Length + d])))
            .Where(v => v.Verdict != Verdict.None).GroupBy(v => v).ToDictionary(g => g.Key, g => (long)g.Count());
        Assert.Equal(expected, counter.Counts.All().ToDictionary(c => (c.Demand, c.Group, c.First), c => c.Cases));
        Assert.Equal(Enumerable.Range(0, rows).Where(i => i % 5 != 0 && verdicts[i * plan.Demands.Length] == Verdict.None), impossible);
        Assert.Equal(Enumerable.Range(0, rows).Count(i => i % 5 != 0) - impossible.Count, counter.Counts.Cases);
    }

    [Fact]
    public void CountsAddUpInAnyOrderAndAreHandedOverOnce()
    {
        var (plan, cases) = Kentucky(CaseBlock.Capacity, seed: 9);
        var counter = new CaseCounter(plan, BitCompiler.Compile(plan));
        counter.Count(Filled(plan, cases[..1000], _ => true), _ => { });
        var first = counter.TakeCounts();
        counter.Count(Filled(plan, cases[1000..], _ => true), _ => { });
        var second = counter.TakeCounts();
        counter.Count(Filled(plan, cases, _ => true), _ => { });
        second.Add(first);
        Assert.Equal(counter.Counts.All(), second.All());
        Assert.Equal(counter.Counts.Cases, second.Cases);
    }

    private static (CountPlan Plan, List<Case> Cases) Kentucky(int cases, int seed) =>
        (CountPlan.Of([ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-KY", RealLibrary.Days[^1]))], [.. RealLibrary.Library.Demands]),
        [.. RandomCases.Of(RealLibrary.Library.Vocabulary, new Random(seed)).Take(cases)]);

    private static Verdict[] VerdictsOf(CountPlan plan, List<Case> cases)
    {
        var verdicts = new CaseVerdicts(plan, BitCompiler.Compile(plan));
        return [.. cases.Chunk(CaseBlock.Capacity).SelectMany(chunk => verdicts.Of(Filled(plan, [.. chunk], _ => true)))];
    }

    private static CaseBlock Filled(CountPlan plan, List<Case> cases, Func<int, bool> valid, Func<int, int>? group = null, bool grouped = false)
    {
        var block = new CaseBlock(plan, grouped);
        for (var i = 0; i < cases.Count; i++)
        {
            foreach (var fact in plan.FactsThatMatter)
                block.Set(fact.Index, plan.ClassesWithin(fact, cases[i][fact]));
            block.EndRow(valid(i), group?.Invoke(i) ?? 0);
        }
        return block;
    }
}
