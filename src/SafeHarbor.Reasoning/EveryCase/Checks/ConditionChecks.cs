using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.EveryCase.Checks;

/// <summary>Rules that never fire, alternatives and values that are never met, exceptions that are never used.</summary>
internal static class ConditionChecks
{
    public static IEnumerable<DeepFinding> Of(LawInspection inspection, ApplicableRule rule)
    {
        var law = inspection.Compiled;
        var formulas = law.Formulas;
        var when = law.ConditionOf(rule.Rule.When, rule.Origin);
        if (inspection.Ever(law.Fires(rule.Index)) == Diagram.False)
        {
            yield return new DeepFinding(DiagnosticKinds.DeadRule, rule, "in no situation that can be does this rule fire", [], null);
            yield break;
        }
        foreach (var part in Unreachable(inspection, rule.Rule.When, rule.Origin, Formula.True))
            yield return new DeepFinding(DiagnosticKinds.UnreachableCondition, rule, $"in no situation in which the rest holds can it be that {ConditionWords.Say(part)}", [], null);
        foreach (var exception in rule.Rule.Unless)
        {
            if (inspection.Ever(formulas.And(when, law.ConditionOf(exception, rule.Origin))) == Diagram.False)
                yield return new DeepFinding(DiagnosticKinds.UnusedException, rule, $"in no situation in which the rule holds can it be that {ConditionWords.Say(exception)}", [], null);
        }
    }

    /// <summary>The alternatives of a condition, and the values of a fact, that can never be where the rest of it holds.</summary>
    private static IEnumerable<Condition> Unreachable(LawInspection inspection, Condition condition, Jurisdiction origin, Formula rest)
    {
        var law = inspection.Compiled;
        switch (condition)
        {
            case Condition.All all:
                for (var i = 0; i < all.Parts.Length; i++)
                {
                    var others = law.Formulas.AndAll(all.Parts.Where((_, j) => j != i).Select(p => law.ConditionOf(p, origin)));
                    foreach (var part in Unreachable(inspection, all.Parts[i], origin, law.Formulas.And(rest, others)))
                        yield return part;
                }
                break;
            case Condition.Any any:
                foreach (var part in any.Parts)
                {
                    if (!CanBe(inspection, law.ConditionOf(part, origin), rest))
                    {
                        yield return part;
                        continue;
                    }
                    foreach (var inner in Unreachable(inspection, part, origin, rest))
                        yield return inner;
                }
                break;
            // A list of values is an alternative each; of a number, and of a list that says what is left out, it is no list.
            case Condition.FactIn { Fact.IsNumber: false } fact when fact.Values.Count * 2 <= fact.Fact.Values.Length && fact.Values.Count > 1:
                foreach (var value in fact.Values.Values().Select(v => new Condition.FactIn(fact.Fact, ValueSet.Of(v))))
                {
                    if (!CanBe(inspection, law.ConditionOf(value, origin), rest))
                        yield return value;
                }
                break;
        }
    }

    private static bool CanBe(LawInspection inspection, Formula part, Formula rest) =>
        inspection.Ever(inspection.Compiled.Formulas.And(part, rest)) != Diagram.False;
}
