using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.EveryCase.Checks;

/// <summary>A law with the diagrams of all its rules, effects and conditions, for the checks to ask.</summary>
/// <remarks>The unread text is taken to say nothing, unless a check says otherwise: only what was read is inspected.</remarks>
internal sealed class LawInspection
{
    private readonly LawDiagrams _diagrams;
    private readonly TermWriter _sentences;
    private readonly HashSet<int> _open;

    public LawInspection(CompiledLaw compiled)
    {
        Compiled = compiled;
        var law = compiled.Law;
        Own = [.. law.Rules.Where(r => r.Provision is not null && r.Origin.Id == law.Jurisdiction.Id)];
        // Values that no formula tells apart are one, so every formula must be made before the diagrams.
        foreach (var rule in law.Rules)
        {
            foreach (var place in EffectsOf(rule))
                Compiled.Stands(place);
            foreach (var condition in rule.Rule.Unless.Append(rule.Rule.When))
                MakeParts(condition, rule.Origin);
        }
        foreach (var (party, act) in Compiled.Norms)
            Compiled.Conflict(party, act);
        foreach (var status in law.Vocabulary.Statuses)
            Compiled.Conflict(status);
        foreach (var demand in law.Library.Demands)
        {
            Compiled.FactsOnly(demand.Premise);
            Compiled.Holds(demand.Expected);
        }
        _diagrams = new LawDiagrams(Compiled);
        _sentences = new TermWriter(_diagrams, law.Vocabulary);
        _open = [.. _diagrams.ReadingVariables, .. _diagrams.UnreadVariables];
    }

    public CompiledLaw Compiled { get; }

    /// <summary>The rules of the jurisdiction's own provisions that were read.</summary>
    public ImmutableArray<ApplicableRule> Own { get; }

    public DiagramManager Manager => _diagrams.Manager;

    public LawDiagrams Diagrams => _diagrams;

    public static IEnumerable<CompiledLaw.EffectPlace> EffectsOf(ApplicableRule rule) =>
        rule.Rule.Effects.Select((effect, i) => new CompiledLaw.EffectPlace(rule.Index, i, effect));

    /// <summary>Situations in which a formula holds under some reading, the unread text saying nothing.</summary>
    public Diagram Where(Formula formula) => Somewhere(AsRead(formula));

    /// <summary>The same, the readings left open: what one formula holds under, another can be compared with.</summary>
    public Diagram AsRead(Formula formula)
    {
        var diagram = Manager.And(_diagrams.Possible, _diagrams.Of(formula));
        foreach (var variable in _diagrams.UnreadVariables)
            diagram = Manager.Restrict(diagram, variable, 0);
        return diagram;
    }

    /// <summary>Situations in which a formula holds under some reading and whatever some unread text may say.</summary>
    public Diagram Ever(Formula formula) => Manager.Exists(Manager.And(_diagrams.Possible, _diagrams.Of(formula)), _open);

    public Diagram Somewhere(Diagram asRead) => Manager.Exists(asRead, _open);

    public Case Witness(Diagram situations) => _sentences.Example(situations);

    private void MakeParts(Condition condition, Jurisdiction origin)
    {
        Compiled.ConditionOf(condition, origin);
        var parts = condition switch
        {
            Condition.All all => all.Parts,
            Condition.Any any => any.Parts,
            Condition.Not not => [not.Part],
            Condition.FactIn fact => [.. fact.Values.Values().Select(v => new Condition.FactIn(fact.Fact, ValueSet.Of(v)))],
            _ => ImmutableArray<Condition>.Empty,
        };
        if (condition is Condition.FactIn { Fact.IsNumber: true } || parts is [Condition.FactIn only] && only == condition)
            return;
        foreach (var part in parts)
            MakeParts(part, origin);
    }
}
