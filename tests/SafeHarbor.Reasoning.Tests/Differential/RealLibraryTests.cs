using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>The same on the real law, on several days: by the solver for every gap, by the reference for sampled situations.</summary>
public class RealLibraryTests(ITestOutputHelper output)
{
    public static TheoryData<string> Jurisdictions => [.. RealLibrary.Library.Jurisdictions.Select(j => j.Id)];

    [Theory, MemberData(nameof(Jurisdictions))]
    public void TheSolverAgreesOnEveryGap(string id)
    {
        var checks = 0;
        using var solver = new Z3Process();
        foreach (var day in RealLibrary.Days)
        {
            var law = RealLibrary.Compile(id, day);
            var finder = new GapFinder(law);
            foreach (var demand in RealLibrary.Library.Demands)
                checks += SolverAgreement.Check(solver, law.Law, finder.Find(demand), $"{id} on {day}");
        }
        output.WriteLine($"{id}: {checks} claims proved by the solver, no difference");
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void TheSolverAgreesOnWhatChangedSinceTheResolution(string id)
    {
        using var solver = new Z3Process();
        var (then, now) = (RealLibrary.Compile(id, RealLibrary.Days[0]).Law, RealLibrary.Compile(id, RealLibrary.Days[^1]).Law);
        var comparer = new Comparer(then, now);
        var checks = RealLibrary.Library.Demands.Sum(d => SolverAgreement.Check(solver, then, now, comparer.Compare(d), id));
        output.WriteLine($"{id}: {checks} claims proved by the solver, no difference");
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void TheReferenceAgreesOnSampledSituations(string id)
    {
        const int Samples = 40;
        const int Seed = 7;
        var random = new Random(Seed);
        var compared = 0;
        foreach (var day in RealLibrary.Days)
        {
            for (var i = 0; i < Samples; i++)
            {
                var law = Narrowed.To(RealLibrary.Compile(id, day).Law, maximum: 8, random);
                var evaluator = new CaseEvaluator(law);
                var situation = RandomSituation(law.Law.Vocabulary, random);
                var demand = RealLibrary.Library.Demands.ElementAt(random.Next(RealLibrary.Library.Demands.Count()));
                var @case = Case.OfSituation(law.Law.Vocabulary, situation);
                Assert.True(ReferenceCase.InSituation(law.Law, demand.Premise, demand.Expected, situation) == evaluator.Of(@case, demand), $"{id} on {day}, {demand.Id}, seed {Seed}, sample {i}");
                compared++;
            }
        }
        output.WriteLine($"{id}: {compared} situations compared with the reference, seed {Seed}, no difference");
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void AChildPartlyKnownGetsTheSameAnswersWithAndWithoutDiagrams(string id)
    {
        const int Samples = 60;
        const int Seed = 11;
        const int MostUnknown = 5;
        var random = new Random(Seed);
        var law = RealLibrary.Compile(id, RealLibrary.Days[^1]);
        var direct = new CaseEvaluator(law);
        var diagrams = new DiagramVerdicts(law);
        var questions = RealLibrary.Library.Demands.Select(d => (law.FactsOnly(d.Premise), law.Holds(d.Expected)))
            .Concat(law.Norms.SelectMany(n => Enum.GetValues<Modality>().Select(m => (Formula.True, law.Holds(n.Party, m, n.Act, TimeLimit.None)))))
            .Distinct().ToList();
        var settled = 0;
        for (var i = 0; i < Samples; i++)
        {
            var @case = Case.OfSituation(law.Law.Vocabulary, RandomSituation(law.Law.Vocabulary, random));
            for (var unknown = 0; unknown < MostUnknown; unknown++)
            {
                var fact = law.Law.Vocabulary.Facts[random.Next(law.Law.Vocabulary.Facts.Length)];
                @case = @case.With(fact, fact.AllValues);
            }
            foreach (var (premise, wanted) in questions)
            {
                var verdict = direct.Of(@case, premise, wanted);
                Assert.True(verdict == diagrams.Of(@case, premise, wanted), $"{id}, seed {Seed}, sample {i}");
                settled += verdict.IsSettled() ? 1 : 0;
            }
            Assert.Equal(direct.IsPossible(@case), diagrams.IsPossible(@case));
        }
        output.WriteLine($"{id}: {Samples} children of whom up to {MostUnknown} facts are not known, {questions.Count} questions each ({settled} answers settled), seed {Seed}, no difference");
        Assert.True(settled > 0);
    }

    /// <summary>A situation that can be: facts are drawn one by one, and drawn again where they cannot go together.</summary>
    private static int[] RandomSituation(Vocabulary vocabulary, Random random)
    {
        while (true)
        {
            var situation = vocabulary.Facts.Select(f => random.Next(f.Values.Length)).ToArray();
            if (!vocabulary.Never.Any(n => ReferenceCase.FactsHold(n, situation)))
                return situation;
        }
    }
}
