using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>Ranks the questions still open about a case by how many answers each settles, on average over its values.</summary>
public static class QuestionRanking
{
    /// <param name="open">The premises and expectations whose answers depend on facts that are not known.</param>
    public static ImmutableArray<NextQuestion> Rank(CaseEvaluator evaluator, ICaseVerdicts verdicts, Case @case, IReadOnlyList<(Formula Premise, Formula Wanted)> open)
    {
        var settles = new Dictionary<int, double>();
        foreach (var (premise, wanted) in open)
        {
            var facts = evaluator.OpenAtomsOf(@case, premise).Concat(evaluator.OpenAtomsOf(@case, wanted))
                .Where(n => n.Kind == FormulaKind.Fact).Select(n => n.Left).Distinct().ToList();
            foreach (var index in facts)
            {
                var fact = @case.Vocabulary.Facts[index];
                settles[index] = settles.GetValueOrDefault(index) + ShareSettled(verdicts, @case, fact, premise, wanted);
            }
        }
        return [.. settles.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key)
            .Select(s => new NextQuestion(@case.Vocabulary.Facts[s.Key], s.Value))];
    }

    /// <summary>The share of a fact's values under which the answer is settled; a value that only narrows it counts a little.</summary>
    private static double ShareSettled(ICaseVerdicts verdicts, Case @case, Fact fact, Formula premise, Formula wanted)
    {
        double share = 0, total = 0;
        var now = System.Numerics.BitOperations.PopCount((uint)verdicts.Of(@case, premise, wanted));
        foreach (var part in ValueClasses.Of(verdicts.Law.Formulas, fact).Select(c => new ValueSet(c) & @case[fact]).Where(c => !c.IsEmpty))
        {
            var narrowed = @case.With(fact, part);
            if (!verdicts.IsPossible(narrowed))
                continue;
            var outcomes = System.Numerics.BitOperations.PopCount((uint)verdicts.Of(narrowed, premise, wanted));
            total += part.Count;
            share += part.Count * (outcomes <= 1 ? 1 : 0.1 * (now - outcomes) / now);
        }
        return total == 0 ? 0 : share / total;
    }
}
