using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.EveryCase.Checks;

/// <summary>
/// The checks that need reasoning over every situation: conflicts, rules that never fire, are always defeated or never
/// decide, conditions never met, exceptions never used, provisions that bind differently at once, and demands that hold
/// only by a reading. Each comes with a situation that shows it, where there is one.
/// </summary>
public static class DeepChecker
{
    /// <summary>Every finding about the jurisdiction's own law on the day, in the order of its rules.</summary>
    public static ImmutableArray<DeepFinding> Check(CompiledLaw law)
    {
        var inspection = new LawInspection(law);
        var findings = new List<DeepFinding>();
        findings.AddRange(Conflicts(inspection));
        foreach (var rule in inspection.Own)
            findings.AddRange(ConditionChecks.Of(inspection, rule));
        findings.AddRange(DecisivenessCheck.Of(inspection));
        findings.AddRange(Overlaps(inspection));
        findings.AddRange(HeldOnlyByReading(inspection));
        return [.. findings.OrderBy(f => f.Rule?.Index ?? int.MaxValue)];
    }

    private static IEnumerable<DeepFinding> Conflicts(LawInspection inspection)
    {
        var law = inspection.Compiled;
        foreach (var (party, act) in law.Norms)
        {
            if (Opposed(inspection, law.Conflict(party, act), law.EffectsOn(party, act).Where(e => e.Effect is Effect.Norm { Modality: not Modality.May }),
                $"{party.WithArticle} both must and must not {act.Name}") is { } finding)
                yield return finding;
        }
        foreach (var status in law.Law.Vocabulary.Statuses)
        {
            if (Opposed(inspection, law.Conflict(status), law.EffectsOn(status), $"the law says both that {status.Says} and that {status.Denies}") is { } finding)
                yield return finding;
        }
    }

    private static DeepFinding? Opposed(LawInspection inspection, Formula conflict, IEnumerable<CompiledLaw.EffectPlace> effects, string text)
    {
        var where = inspection.Where(conflict);
        if (where == Diagram.False)
            return null;
        var witness = inspection.Witness(where);
        var evaluator = new OneCase.CaseEvaluator(inspection.Compiled);
        var rules = effects.Where(e => evaluator.Evaluate(witness, inspection.Compiled.Stands(e)) != false)
            .Select(e => inspection.Compiled.Law.Rules[e.Rule]).Where(r => r.Provision is not null).Distinct().ToList();
        var first = rules.FirstOrDefault(inspection.Own.Contains) ?? rules[0];
        return new DeepFinding(DiagnosticKinds.Conflict, first, text, [.. rules.Where(r => r != first)], witness) { About = conflict };
    }

    /// <summary>Two provisions of the jurisdiction that give one party the same duty at once, with different times.</summary>
    private static IEnumerable<DeepFinding> Overlaps(LawInspection inspection)
    {
        var law = inspection.Compiled;
        var duties = inspection.Own.SelectMany(LawInspection.EffectsOf).Where(e => e.Effect is Effect.Norm { Modality: Modality.Must })
            .Select(e => (Place: e, Rule: law.Law.Rules[e.Rule], Norm: (Effect.Norm)e.Effect)).ToList();
        var told = new HashSet<(string, string, Party, Act)>();
        for (var i = 0; i < duties.Count; i++)
        {
            for (var j = i + 1; j < duties.Count; j++)
            {
                var (one, other) = (duties[i], duties[j]);
                if (one.Norm.Party != other.Norm.Party || one.Norm.Act != other.Norm.Act || one.Norm.Deadline == other.Norm.Deadline
                    || one.Rule.Citation == other.Rule.Citation || told.Contains((one.Rule.Citation, other.Rule.Citation, one.Norm.Party, one.Norm.Act)))
                    continue;
                var both = law.Formulas.And(law.Stands(one.Place), law.Stands(other.Place));
                var where = inspection.Where(both);
                if (where != Diagram.False && told.Add((one.Rule.Citation, other.Rule.Citation, one.Norm.Party, one.Norm.Act)))
                    yield return new DeepFinding(DiagnosticKinds.OverlappingProvisions, one.Rule, $"{one.Norm}, and {other.Norm}: the earlier time binds", [other.Rule], inspection.Witness(where)) { About = both };
            }
        }
    }

    private static IEnumerable<DeepFinding> HeldOnlyByReading(LawInspection inspection)
    {
        foreach (var demand in inspection.Compiled.Law.Library.Demands)
        {
            var arguable = Regions.Of(inspection.Diagrams, inspection.Compiled, demand).Arguable;
            if (arguable == Diagram.False)
                continue;
            var witness = inspection.Witness(arguable);
            var readings = new OneCase.CaseReporter(inspection.Compiled).Answer(witness, demand).Answer.Explanation.Readings;
            yield return new DeepFinding(DiagnosticKinds.OnlyByReading, null,
                $"whether {demand.Id} is met turns on whether {Friendly.Or(readings.Select(r => $"{r.Reading.Name} ({r.Provision.Citation})"))}", [], witness)
            {
                Reading = readings.FirstOrDefault(),
                About = inspection.Compiled.Formulas.And(inspection.Compiled.FactsOnly(demand.Premise), inspection.Compiled.Holds(demand.Expected)),
            };
        }
    }
}
