using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reference;

/// <summary>Verdicts by plain enumeration of every situation, every reading and every way the unread text may be.</summary>
public static class ReferenceCase
{
    /// <summary>The verdict on an expectation in one situation (point 6 of the meaning).</summary>
    public static Verdict InSituation(ApplicableLaw law, Condition premise, Expectation expectation, IReadOnlyList<int> situation)
    {
        if (!FactsHold(premise, situation))
            return Verdict.DoesNotApply;
        Verdict? common = null;
        foreach (var unread in Assignments(law.UnreadRules.Length))
        {
            bool all = true, some = false;
            foreach (var readings in Assignments(law.Readings.Length))
            {
                var holds = new ReferenceEvaluator(law, situation, readings, unread).Meets(expectation);
                all &= holds;
                some |= holds;
            }
            var verdict = all ? Verdict.Yes : some ? Verdict.Arguable : Verdict.No;
            if (common is { } earlier && earlier != verdict)
                return Verdict.NotKnown;
            common = verdict;
        }
        return common!.Value;
    }

    /// <summary>The verdicts over every situation that a case allows (point 7).</summary>
    /// <param name="possible">For each fact the values it may have.</param>
    public static Verdict OfCase(ApplicableLaw law, Condition premise, Expectation expectation, IReadOnlyList<ValueSet> possible)
    {
        var verdict = Verdict.None;
        foreach (var situation in Situations(law.Vocabulary, possible))
            verdict |= InSituation(law, premise, expectation, situation);
        return verdict;
    }

    /// <summary>Every situation that the values allow and that `never` does not rule out.</summary>
    public static IEnumerable<int[]> Situations(Vocabulary vocabulary, IReadOnlyList<ValueSet> possible) =>
        Assignments(possible, []).Where(s => !vocabulary.Never.Any(never => FactsHold(never, s)));

    /// <summary>Whether a condition on facts alone holds.</summary>
    public static bool FactsHold(Condition condition, IReadOnlyList<int> situation) => condition switch
    {
        Condition.Always => true,
        Condition.FactIn fact => fact.Values.Contains(situation[fact.Fact.Index]),
        Condition.All all => all.Parts.All(p => FactsHold(p, situation)),
        Condition.Any any => any.Parts.Any(p => FactsHold(p, situation)),
        Condition.Not not => !FactsHold(not.Part, situation),
        _ => throw new ArgumentException("a premise speaks of facts only", nameof(condition)),
    };

    private static IEnumerable<int[]> Assignments(IReadOnlyList<ValueSet> possible, int[] prefix)
    {
        if (prefix.Length == possible.Count)
            return [prefix];
        return possible[prefix.Length].Values().SelectMany(value => Assignments(possible, [.. prefix, value]));
    }

    private static IEnumerable<bool[]> Assignments(int count)
    {
        for (var bits = 0L; bits < 1L << count; bits++)
            yield return [.. Enumerable.Range(0, count).Select(i => (bits >> i & 1) != 0)];
    }
}
