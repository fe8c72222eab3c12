using SafeHarbor.Law;

namespace SafeHarbor.Workbench.Answers;

/// <summary>What leans on a provision.</summary>
public static class Leaning
{
    /// <summary>Other provisions of a law that use a status which these give or deny, prevail over them, or yield to them.</summary>
    public static IEnumerable<Provision> On(Jurisdiction jurisdiction, IReadOnlyCollection<Provision> versions)
    {
        var statuses = versions.SelectMany(v => v.Rules).SelectMany(r => r.Effects).Select(Reasoning.Model.CompiledLaw.StatusOf).OfType<Status>().ToHashSet();
        var citation = versions.First().Citation;
        return jurisdiction.Provisions.Where(p => p.Citation != citation && (p.Precedences.Any(r => r.Citation is not null && r.Covers(citation))
            || p.Rules.SelectMany(ConditionParts.StatusesIn).Any(statuses.Contains))).DistinctBy(p => p.Citation);
    }

    /// <summary>Whether what a demand asks is about a status or an act that some effects are about.</summary>
    public static bool SpeaksOf(Expectation asked, IEnumerable<Effect> effects) => effects.Any(effect => Concerns(asked, effect));

    private static bool Concerns(Expectation asked, Effect effect) => (asked, effect) switch
    {
        (Expectation.Has has, _) when Reasoning.Model.CompiledLaw.StatusOf(effect) == has.Status => true,
        (Expectation.Lacks lacks, _) when Reasoning.Model.CompiledLaw.StatusOf(effect) == lacks.Status => true,
        (Expectation.Norm norm, Effect.Norm n) => norm.Party == n.Party && norm.Act == n.Act,
        (Expectation.Someone someone, Effect.Norm n) => someone.Act == n.Act,
        (Expectation.Nobody nobody, Effect.Norm n) => nobody.Act == n.Act,
        (Expectation.All all, _) => all.Parts.Any(part => Concerns(part, effect)),
        _ => false,
    };
}
