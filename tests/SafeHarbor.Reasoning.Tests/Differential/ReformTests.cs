using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>Reforms of random laws, held to the reference in every situation, and against every cheaper set of edits.</summary>
public class ReformTests(ITestOutputHelper output)
{
    private const int Laws = 400;
    private const int FirstSeed = 20_180_101;
    private const int Demands = 2;

    [Fact]
    public void AReformClosesTheGapAndLeavesNoChildWorseOff()
    {
        int proposals = 0, none = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var random = new RandomLaw(seed, Demands);
            var result = new ReformSearch(random.Law, [], budget: 300).Find([random.Demand]);
            foreach (var proposal in result.Proposals)
            {
                Assert.True(Closes(random.Law, proposal.After, random.Demand, out var why), $"seed {seed}: {why}");
                proposals++;
            }
            none += result.Proposals.IsEmpty ? 1 : 0;
        }
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {proposals} reforms hold by the reference; for {none} laws none was found");
        Assert.True(proposals > 0);
    }

    [Fact]
    public void NoCheaperSetOfEditsClosesTheGap()
    {
        const int MostEdits = 9;
        int laws = 0, sets = 0, impossible = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var random = new RandomLaw(seed, Demands);
            var result = new ReformSearch(random.Law, [], budget: 300).Find([random.Demand], alternatives: 1);
            if (!result.IsCheapestProved || result.ReachesFurther || result.Edits.Length is 0 or > MostEdits || result.Proposals is [{ Cost: 0 }])
                continue;
            // Where a section had to be written, it is claimed that no set of the other edits helps, however many.
            var most = result.Proposals.IsEmpty ? int.MaxValue : result.Proposals[0].Cost;
            foreach (var set in Subsets(result.Edits).Where(s => s.Sum(e => e.Cost) < most || (result.NoneFromTheList && !s.Exists(e => e is Edit.Write))))
            {
                Assert.False(Closes(random.Law, EditedLaw.With(random.Law, set), random.Demand, out _) && KeepsWithin(random.Law, set), $"seed {seed}: {string.Join("; ", set.Select(e => $"{e.GetType().Name} {AmendmentWords.Place(e)}: {AmendmentWords.Strike(e)} -> {AmendmentWords.Insert(e)}"))}; found {string.Join("; ", result.Proposals.SelectMany(p => p.Edits).Select(e => e.GetType().Name))}");
                sets++;
            }
            laws++;
            impossible += result.NoneFromTheList ? 1 : 0;
        }
        output.WriteLine($"{laws} random laws from seed {FirstSeed}: none of {sets} cheaper sets of edits closes the gap; for {impossible} laws it is proved that no set of the stated list does");
        Assert.True(laws > 20 && impossible > 0);
    }

    private static bool Closes(ApplicableLaw before, ApplicableLaw after, Demand closed, out string why)
    {
        foreach (var situation in Situations(before.Vocabulary))
        {
            foreach (var demand in before.Library.Demands)
            {
                var (first, second) = (ReferenceCase.InSituation(before, demand.Premise, demand.Expected, situation), ReferenceCase.InSituation(after, demand.Premise, demand.Expected, situation));
                var bad = (first, second) switch
                {
                    (Verdict.No or Verdict.Arguable, not Verdict.Yes) when demand == closed => true,
                    (Verdict.Yes, not Verdict.Yes) or (Verdict.Arguable or Verdict.NotKnown, Verdict.No) => true,
                    (Verdict.Arguable, Verdict.NotKnown) => !AtLeastArguable(after, demand, situation),
                    _ => false,
                };
                why = $"{demand.Id} from {first} to {second}";
                if (bad)
                    return false;
            }
            why = "a new conflict";
            if (InConflict(after, situation) && !InConflict(before, situation))
                return false;
        }
        why = "";
        return true;
    }

    /// <summary>Whatever the unread text says, it holds under some reading.</summary>
    private static bool AtLeastArguable(ApplicableLaw law, Demand demand, int[] situation) => Assignments(law.UnreadRules.Length)
        .All(unread => Assignments(law.Readings.Length).Any(readings => new ReferenceEvaluator(law, situation, readings, unread).Meets(demand.Expected)));

    private static bool InConflict(ApplicableLaw law, int[] situation) => Ways(law, situation).Any(e =>
        law.Vocabulary.Parties.Any(p => law.Vocabulary.Acts.Any(a => e.InConflict(p, a))) || law.Vocabulary.Statuses.Any(s => !e.Has(s) && !e.Lacks(s)));

    /// <summary>No edited rule newly gives what a demand asks where no demand asks it.</summary>
    private static bool KeepsWithin(ApplicableLaw before, IReadOnlyCollection<Edit> edits)
    {
        // As in the search, a rule counts as amended by each edit in the law in which the edit is a choice: powers turned into duties stand apart.
        var after = EditedLaw.With(before, [.. edits.Where(e => e is not (Edit.MayToMust or Edit.AddDeadline))]);
        foreach (var index in edits.OfType<Edit.OfRule>().Select(e => e.Rule.Index).Distinct())
        {
            foreach (var (effect, place) in before.Rules[index].Rule.Effects.Select((e, i) => (e, i)))
            {
                var asking = before.Library.Demands.Where(d => Single(d.Expected).Any(e => Asks(e, effect))).ToList();
                if (asking.Count == 0)
                    continue;
                foreach (var situation in Situations(before.Vocabulary).Where(s => !asking.Exists(d => ReferenceCase.FactsHold(d.Premise, s))))
                {
                    if (Ways(after, situation).Any(e => e.Stands(after.Rules[index], effect)) && !Ways(before, situation).Any(e => e.Stands(before.Rules[index], effect)))
                        return false;
                }
            }
        }
        return true;
    }

    private static IEnumerable<Expectation> Single(Expectation expectation) => expectation is Expectation.All all ? all.Parts.SelectMany(Single) : [expectation];

    private static bool Asks(Expectation expectation, Effect effect) => (expectation, effect) switch
    {
        (Expectation.Has has, Effect.Grant grant) => has.Status == grant.Status,
        (Expectation.Lacks lacks, Effect.Deny deny) => lacks.Status == deny.Status,
        (Expectation.Norm norm, Effect.Norm n) => norm.Party == n.Party && norm.Act == n.Act && norm.Modality == n.Modality,
        (Expectation.Someone someone, Effect.Norm n) => someone.Act == n.Act && someone.Modality == n.Modality,
        (Expectation.Nobody nobody, Effect.Norm n) => nobody.Act == n.Act && n.Modality == Modality.MustNot,
        _ => false,
    };

    private static IEnumerable<int[]> Situations(Vocabulary vocabulary) => ReferenceCase.Situations(vocabulary, [.. vocabulary.Facts.Select(f => f.AllValues)]);

    private static IEnumerable<ReferenceEvaluator> Ways(ApplicableLaw law, int[] situation) =>
        from readings in Assignments(law.Readings.Length)
        from unread in Assignments(law.UnreadRules.Length)
        select new ReferenceEvaluator(law, situation, readings, unread);

    private static IEnumerable<bool[]> Assignments(int count) =>
        Enumerable.Range(0, 1 << count).Select(bits => Enumerable.Range(0, count).Select(i => (bits >> i & 1) != 0).ToArray());

    private static IEnumerable<List<Edit>> Subsets(IReadOnlyList<Edit> edits) =>
        Enumerable.Range(0, 1 << edits.Count).Select(bits => edits.Where((_, i) => (bits >> i & 1) != 0).ToList());
}
