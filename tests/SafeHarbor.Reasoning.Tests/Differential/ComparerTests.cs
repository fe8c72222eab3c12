using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>The difference of two laws is exactly the situations whose verdict differs, by enumeration on random laws.</summary>
public class ComparerTests(ITestOutputHelper output)
{
    private const int Pairs = 3000;
    private const int FirstSeed = 30_000_000;

    [Fact]
    public void TheDifferenceIsExactlyWhereTheOutcomesDiffer()
    {
        long differing = 0, situations = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Pairs; seed++)
        {
            var random = new RandomLaw(seed);
            var (first, second) = (random.Law, Amended(random.Law, seed));
            var difference = new Comparer(first, second).Compare(random.Demand);
            foreach (var situation in ReferenceCase.Situations(random.Vocabulary, [.. random.Vocabulary.Facts.Select(f => f.AllValues)]))
            {
                var before = ReferenceCase.InSituation(first, random.Demand.Premise, random.Demand.Expected, situation);
                var after = ReferenceCase.InSituation(second, random.Demand.Premise, random.Demand.Expected, situation);
                situations++;
                if (before == Verdict.DoesNotApply)
                    continue;
                var parts = difference.Parts.Where(p => p.Lines.Any(l => l.Restrictions.All(r => r.Values.Contains(situation[r.Fact.Index])))).ToList();
                if (before == after)
                {
                    Assert.True(parts.Count == 0, $"no difference is shown where there is none, seed {seed}");
                    continue;
                }
                differing++;
                var part = Assert.Single(parts);
                Assert.True((part.First, part.Second) == (before, after), $"the verdicts are right, seed {seed}");
            }
        }
        output.WriteLine($"{Pairs} pairs of random laws from seed {FirstSeed}: {situations} situations, {differing} of them differing, no error");
        Assert.True(differing > 1000);
    }

    [Fact]
    public void ALawDoesNotDifferFromItself()
    {
        foreach (var jurisdiction in RealLibrary.Library.Jurisdictions)
        {
            var law = ApplicableLaw.Of(RealLibrary.Library, new LawQuestion(jurisdiction.Id, RealLibrary.Days[^1]));
            var comparer = new Comparer(law, law);
            // What turns on an open reading is open in both, so nothing differs.
            Assert.All(RealLibrary.Library.Demands, demand => Assert.Empty(comparer.Compare(demand).Parts));
        }
    }

    [Fact]
    public void ComparingTheOtherWayRoundTurnsGainsIntoLosses()
    {
        var (one, other) = (Of("US-DC"), Of("US-ID"));
        var demand = RealLibrary.Library.Demands.First(d => d.Id == "R3.arrest");
        var forward = new Comparer(one, other).Compare(demand);
        var backward = new Comparer(other, one).Compare(demand);
        Assert.NotEmpty(forward.Parts);
        Assert.Equal(forward.Parts.Select(p => (p.First, p.Second, p.Situations)).Order(), backward.Parts.Select(p => (p.Second, p.First, p.Situations)).Order());
        Assert.All(forward.Parts, p => Assert.True(p.Direction >= 0));

        static ApplicableLaw Of(string id) => ApplicableLaw.Of(RealLibrary.Library, new LawQuestion(id, RealLibrary.Days[^1]));
    }

    [Fact]
    public void APrecedentMeetsTheDemandInEverySituationOfTheLine()
    {
        var on = RealLibrary.Days[^1];
        var gap = new GapFinder(RealLibrary.Compile("US-DC", on)).Find(RealLibrary.Library.Demands.First(d => d.Id == "R3.arrest"));
        var finder = new PrecedentFinder([ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-ID", on)), ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-HI", on))]);
        var line = gap.Parts.First(p => p.Verdict == Verdict.Arguable).Lines[0];
        var precedent = Assert.Single(finder.Find(gap.Demand, line));
        Assert.Equal("US-ID", precedent.Jurisdiction.Id);
        Assert.NotEmpty(precedent.Rules);
    }

    [Fact]
    public void TheTimelineOfTheDistrictShowsTheDaysInWhichTemporaryLawHadLapsed()
    {
        var steps = Timeline.Of(RealLibrary.Library, RealLibrary.Library.Find("US-DC")!, [.. RealLibrary.Library.Demands], new(2016, 11, 1), new(2026, 11, 1));
        var lapse = steps.First(s => s.Day == new NodaTime.LocalDate(2018, 5, 27));
        var resumed = steps.First(s => s.Day == new NodaTime.LocalDate(2018, 6, 5));
        Assert.Contains(lapse.Ended, p => p.Citation.StartsWith("D.C. Code 4-1301.02", StringComparison.Ordinal));
        Assert.Contains(lapse.Changes, c => c.Demand.Id == "R4.victim" && c.Parts.All(p => p.Direction < 0));
        Assert.Contains(resumed.Changes, c => c.Demand.Id == "R4.victim" && c.Parts.All(p => p.Direction > 0));
    }

    /// <summary>The law as a large act might change it: some rules are repealed and some say the opposite of what they said.</summary>
    private static ApplicableLaw Amended(ApplicableLaw law, int seed)
    {
        var random = new Random(seed);
        var kept = law.Rules.Where(r => r.UnreadVariable is not null || random.Next(3) > 0);
        return law with { Rules = [.. kept.Select((r, i) => (r.UnreadVariable is null && random.Next(3) == 0 ? Turned(r) : r) with { Index = i })] };
    }

    private static ApplicableRule Turned(ApplicableRule rule) => rule with { Rule = rule.Rule with { Effects = [.. rule.Rule.Effects.Select(Opposite)] } };

    private static Effect Opposite(Effect effect) => effect switch
    {
        Effect.Grant grant => new Effect.Deny(grant.Status),
        Effect.Deny deny => new Effect.Grant(deny.Status),
        Effect.Norm { Modality: Modality.MustNot } norm => norm with { Modality = Modality.Must },
        Effect.Norm norm => norm with { Modality = Modality.MustNot, Deadline = null },
        _ => throw new System.Diagnostics.UnreachableException(effect.GetType().Name),
    };
}
