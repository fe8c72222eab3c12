using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Reasoning.EveryCase.Checks;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>The checks of `check --deep` on random laws, against the reference in every situation.</summary>
public class DeepChecksTests(ITestOutputHelper output)
{
    private const int Laws = 600;
    private const int FirstSeed = 20_170_101;

    [Fact]
    public void RulesToldToNeverFireAreThoseThatNeverFire()
    {
        int dead = 0, rules = 0;
        ForEachLaw((law, findings, seed) =>
        {
            var told = findings.Where(f => f.Kind == DiagnosticKinds.DeadRule).Select(f => f.Rule!.Index).ToHashSet();
            foreach (var rule in law.Rules.Where(r => r.Provision is not null && r.Origin.Id == law.Jurisdiction.Id))
            {
                Assert.True(told.Contains(rule.Index) == !Ways(law, unreadToo: true).Any(e => e.Fires(rule)), $"seed {seed}, rule {rule.Index}");
                dead += told.Contains(rule.Index) ? 1 : 0;
                rules++;
            }
        });
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {dead} of {rules} rules never fire");
        Assert.True(dead > 0);
    }

    [Fact]
    public void ConflictsToldAreThoseThatArise()
    {
        var conflicts = 0;
        ForEachLaw((law, findings, seed) =>
        {
            var told = findings.Where(f => f.Kind == DiagnosticKinds.Conflict).Select(f => f.Text).ToList();
            var arising = new HashSet<string>();
            foreach (var evaluator in Ways(law, unreadToo: false))
            {
                foreach (var party in law.Vocabulary.Parties)
                {
                    foreach (var act in law.Vocabulary.Acts.Where(a => evaluator.InConflict(party, a)))
                        arising.Add($"{party.WithArticle} both must and must not {act.Name}");
                }
                foreach (var status in law.Vocabulary.Statuses.Where(s => !evaluator.Has(s) && !evaluator.Lacks(s)))
                    arising.Add($"the law says both that {status.Says} and that {status.Denies}");
            }
            Assert.True(arising.SetEquals(told), $"seed {seed}");
            conflicts += told.Count;
        });
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {conflicts} conflicts, no difference");
        Assert.True(conflicts > 0);
    }

    [Fact]
    public void WithoutTheRulesThatNeverDecideEveryAnswerIsTheSame()
    {
        int idle = 0, answers = 0;
        ForEachLaw((law, findings, seed) =>
        {
            var dropped = findings.Where(f => f.Kind == DiagnosticKinds.NeverDecisive).Select(f => f.Rule!.Index).ToHashSet();
            idle += dropped.Count;
            if (dropped.Count == 0)
                return;
            var without = law with { Rules = [.. law.Rules.Where(r => !dropped.Contains(r.Index)).Select((r, i) => r with { Index = i })] };
            foreach (var (before, after) in Ways(law, unreadToo: false).Zip(Ways(without, unreadToo: false)))
            {
                foreach (var question in Questions(law.Vocabulary))
                {
                    Assert.True(before.Meets(question) == after.Meets(question), $"seed {seed}, {question}");
                    answers++;
                }
            }
        });
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {idle} rules never decide; without them {answers} answers are the same");
        Assert.True(idle > 0);
    }

    [Fact]
    public void ConditionsAndExceptionsToldToBeIdleNeverHoldWhereTheyMatter()
    {
        var idle = 0;
        ForEachLaw((law, findings, seed) =>
        {
            foreach (var finding in findings.Where(f => f.Kind == DiagnosticKinds.UnusedException))
            {
                var rule = finding.Rule!;
                Assert.True(rule.Rule.Unless.Any(u => !Ways(law, unreadToo: true).Any(e => e.Holds(rule.Rule.When, rule.Origin) && e.Holds(u, rule.Origin))), $"seed {seed}");
                idle++;
            }
        });
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}: {idle} exceptions never used");
        Assert.True(idle > 0);
    }

    private static void ForEachLaw(Action<ApplicableLaw, IReadOnlyCollection<DeepFinding>, int> check)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var law = new RandomLaw(seed).Law;
            check(law, DeepChecker.Check(new CompiledLaw(law)), seed);
        }
    }

    /// <summary>The reference for every situation that can be and every way to read the open questions.</summary>
    private static IEnumerable<ReferenceEvaluator> Ways(ApplicableLaw law, bool unreadToo) =>
        from situation in ReferenceCase.Situations(law.Vocabulary, [.. law.Vocabulary.Facts.Select(f => f.AllValues)])
        from readings in Assignments(law.Readings.Length)
        from unread in unreadToo ? Assignments(law.UnreadRules.Length) : [new bool[law.UnreadRules.Length]]
        select new ReferenceEvaluator(law, situation, readings, unread);

    private static IEnumerable<bool[]> Assignments(int count) =>
        Enumerable.Range(0, 1 << count).Select(bits => Enumerable.Range(0, count).Select(i => (bits >> i & 1) != 0).ToArray());

    private static IEnumerable<Expectation> Questions(Vocabulary vocabulary) =>
    [
        .. vocabulary.Statuses.SelectMany(s => new Expectation[] { new Expectation.Has(s), new Expectation.Lacks(s) }),
        .. from party in vocabulary.Parties
           from act in vocabulary.Acts
           from modality in Enum.GetValues<Modality>()
           select new Expectation.Norm(party, modality, act, TimeLimit.None),
        .. from party in vocabulary.Parties
           from act in vocabulary.Acts
           select new Expectation.Norm(party, Modality.Must, act, new TimeLimit(true, new Deadline(2, TimeUnit.Days, null))),
    ];
}
