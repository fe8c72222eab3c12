using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.EveryCase.Checks;

/// <summary>
/// Rules without which every answer would be the same: wherever an effect of theirs stands, another of the jurisdiction's
/// own rules says as much or more, and they defeat nothing. Of two rules that say the same, the later is told.
/// </summary>
internal static class DecisivenessCheck
{
    public static IEnumerable<DeepFinding> Of(LawInspection inspection)
    {
        var law = inspection.Compiled;
        var dropped = new HashSet<int>();
        var findings = new List<DeepFinding>();
        foreach (var rule in inspection.Own.Reverse())
        {
            if (inspection.Ever(law.Fires(rule.Index)) == Diagram.False)
                continue; // told as a rule that never fires
            var effects = LawInspection.EffectsOf(rule).ToList();
            if (effects.TrueForAll(e => inspection.Ever(law.Stands(e)) == Diagram.False))
            {
                var by = effects.SelectMany(law.Defeaters).Select(d => law.Law.Rules[d.Rule]).Distinct();
                findings.Add(new DeepFinding(DiagnosticKinds.AlwaysDefeated, rule, "wherever this rule fires, another provision prevails over it",
                    [.. by], inspection.Witness(inspection.Ever(law.Fires(rule.Index))))
                { About = law.Fires(rule.Index) });
                continue;
            }
            if (!effects.TrueForAll(e => IsSaidByOthers(inspection, e, dropped)))
                continue;
            dropped.Add(rule.Index);
            var stands = effects.Select(e => inspection.Where(law.Stands(e))).FirstOrDefault(d => d != Diagram.False, Diagram.False);
            var others = effects.SelectMany(e => Others(inspection, e, dropped)).Select(o => law.Law.Rules[o.Rule]).Distinct().ToList();
            findings.Add(new DeepFinding(DiagnosticKinds.NeverDecisive, rule,
                $"every answer would be the same without this rule: {Friendly.And(others.Select(o => o.Citation).Distinct().Take(4))} already {(others.Count == 1 ? "says" : "say")} so",
                [.. others.Take(4)], stands == Diagram.False ? null : inspection.Witness(stands))
            { About = law.Fires(rule.Index) });
        }
        return findings;
    }

    private static bool IsSaidByOthers(LawInspection inspection, CompiledLaw.EffectPlace place, HashSet<int> dropped)
    {
        var law = inspection.Compiled;
        if (Defeats(law, place))
            return false;
        var manager = inspection.Manager;
        // With the unread text left open: what it may say can make a rule decide.
        Diagram Where(CompiledLaw.EffectPlace effect) => manager.And(inspection.Diagrams.Possible, inspection.Diagrams.Of(law.Stands(effect)));
        return manager.IsSubset(Where(place), manager.OrAll(Others(inspection, place, dropped).Select(Where)));
    }

    private static bool Defeats(CompiledLaw law, CompiledLaw.EffectPlace place)
    {
        var rivals = place.Effect is Effect.Norm norm ? law.EffectsOn(norm.Party, norm.Act) : law.EffectsOn(CompiledLaw.StatusOf(place.Effect)!);
        return rivals.Any(r => law.Defeaters(r).Any(d => d.Rule == place.Rule && d.Index == place.Index));
    }

    /// <summary>Effects of the jurisdiction's other rules that say as much or more, those of rules already dropped left out.</summary>
    private static IEnumerable<CompiledLaw.EffectPlace> Others(LawInspection inspection, CompiledLaw.EffectPlace place, HashSet<int> dropped)
    {
        var law = inspection.Compiled;
        var same = place.Effect is Effect.Norm norm ? law.EffectsOn(norm.Party, norm.Act) : law.EffectsOn(CompiledLaw.StatusOf(place.Effect)!);
        return same.Where(o => o.Rule != place.Rule && !dropped.Contains(o.Rule) && SaysAsMuch(o.Effect, place.Effect)
            && law.Law.Rules[o.Rule].Origin.Id == law.Law.Jurisdiction.Id && law.Law.Rules[o.Rule].Provision is not null);
    }

    private static bool SaysAsMuch(Effect other, Effect effect) => (other, effect) switch
    {
        (Effect.Grant, Effect.Grant) or (Effect.Deny, Effect.Deny) => true,
        (Effect.Norm o, Effect.Norm e) when o.Modality == e.Modality => e.Deadline is null || (o.Deadline is { } time && time.LongestHours <= e.Deadline.LongestHours
            && (time.From == e.Deadline.From || e.Deadline.From is null)),
        (Effect.Norm { Modality: Modality.Must }, Effect.Norm { Modality: Modality.May }) => true,
        _ => false,
    };
}
