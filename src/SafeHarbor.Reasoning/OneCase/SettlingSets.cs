using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>The smallest sets of unknown facts that settle an answer, whatever they turn out to be.</summary>
public static class SettlingSets
{
    /// <summary>Sets are searched up to this size; where none so small settles it, the facts that matter are returned as one set.</summary>
    private const int LargestSearched = 2;

    /// <summary>Evaluations allowed in the search.</summary>
    private const int Budget = 400;

    public static ImmutableArray<ImmutableArray<Fact>> Find(CaseEvaluator evaluator, ICaseVerdicts verdicts, Case @case, Formula premise, Formula wanted)
    {
        var facts = evaluator.OpenAtomsOf(@case, premise).Concat(evaluator.OpenAtomsOf(@case, wanted))
            .Where(n => n.Kind == FormulaKind.Fact).Select(n => n.Left).Distinct().Order()
            .Select(i => @case.Vocabulary.Facts[i]).ToList();
        var left = Budget;
        for (var size = 1; size <= Math.Min(LargestSearched, facts.Count); size++)
        {
            var found = Subsets(facts, size).Where(set => Settles(verdicts, @case, set, 0, premise, wanted, ref left)).Select(s => s.ToImmutableArray()).ToImmutableArray();
            if (found.Length > 0)
                return found;
            if (left <= 0)
                break;
        }
        return [[.. facts]];
    }

    private static bool Settles(ICaseVerdicts verdicts, Case @case, IReadOnlyList<Fact> facts, int at, Formula premise, Formula wanted, ref int left)
    {
        if (left-- <= 0)
            return false;
        var verdict = verdicts.Of(@case, premise, wanted);
        if (verdict == Verdict.None || verdict.IsSettled())
            return true;
        if (at == facts.Count)
            return false;
        foreach (var part in ValueClasses.Of(verdicts.Law.Formulas, facts[at]).Select(c => new ValueSet(c) & @case[facts[at]]))
        {
            if (!part.IsEmpty && !Settles(verdicts, @case.With(facts[at], part), facts, at + 1, premise, wanted, ref left))
                return false;
        }
        return true;
    }

    private static IEnumerable<List<Fact>> Subsets(IReadOnlyList<Fact> facts, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = from; i <= facts.Count - size; i++)
        {
            foreach (var rest in Subsets(facts, size - 1, i + 1))
            {
                rest.Insert(0, facts[i]);
                yield return rest;
            }
        }
    }
}
