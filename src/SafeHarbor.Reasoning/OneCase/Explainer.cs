using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>Explains answers: the rules that fired, those that were defeated and by what, those that nearly fired.</summary>
public sealed class Explainer(CaseEvaluator evaluator)
{
    private readonly CompiledLaw _law = evaluator.Law;

    public Explanation Explain(Case @case, Expectation expectation)
    {
        var places = new List<CompiledLaw.EffectPlace>();
        var statuses = new HashSet<int>();
        foreach (var place in EffectsOn(expectation))
            Collect(place, places, statuses);
        var findings = places.Distinct().Select(p => Find(@case, p))
            .OrderBy(f => (int)f.State).ThenBy(f => f.Lacking.Length).ThenBy(f => f.Rule.Index).ToImmutableArray();
        var (readings, unread) = Deciding(@case, _law.Holds(expectation));
        return new Explanation(findings, readings, unread);
    }

    /// <summary>The single facts whose change would change the verdict: the nearest first.</summary>
    public ImmutableArray<NearMiss> NearMisses(ICaseVerdicts verdicts, Case @case, Formula premise, Formula wanted, Verdict now)
    {
        var misses = ImmutableArray.CreateBuilder<NearMiss>();
        var support = Support(wanted).ToHashSet();
        foreach (var fact in @case.Vocabulary.Facts.Where(f => support.Contains(f.Index) && @case.IsKnown(f)))
        {
            foreach (var group in ValueClasses.Of(_law.Formulas, fact).Select(c => new ValueSet(c)).Where(c => (c & @case[fact]).IsEmpty))
            {
                var changed = @case.With(fact, group);
                if (!verdicts.IsPossible(changed))
                    continue;
                var then = verdicts.Of(changed, premise, wanted);
                if (then != now && then.IsSettled() && then != Verdict.DoesNotApply)
                    misses.Add(new NearMiss(fact, group, then));
            }
        }
        return Merge(misses);
    }

    /// <summary>The readings and unread texts that are still open for a formula in a case and can change its value.</summary>
    private (ImmutableArray<OpenReading>, ImmutableArray<Unread>) Deciding(Case @case, Formula formula)
    {
        var readings = new List<OpenReading>();
        var unread = new List<Unread>();
        foreach (var node in evaluator.OpenAtomsOf(@case, formula))
        {
            if (node.Kind == FormulaKind.Reading)
                readings.Add(_law.Law.Readings[node.Left - _law.FirstReading]);
            else if (node.Kind == FormulaKind.Unread)
                unread.Add(_law.Law.UnreadRules[node.Left - _law.FirstUnread].Unread!);
        }
        return ([.. readings.DistinctBy(r => r.Index).OrderBy(r => r.Index)], [.. unread.Distinct()]);
    }

    private IEnumerable<int> Support(Formula formula) =>
        _law.Formulas.Cone(formula).Select(_law.Formulas.NodeAt).Where(n => n.Kind == FormulaKind.Fact).Select(n => n.Left).Distinct();

    private IEnumerable<CompiledLaw.EffectPlace> EffectsOn(Expectation expectation) => expectation switch
    {
        Expectation.Has has => _law.EffectsOn(has.Status),
        Expectation.Lacks lacks => _law.EffectsOn(lacks.Status),
        Expectation.Norm norm => _law.EffectsOn(norm.Party, norm.Act),
        Expectation.Someone someone => someone.Act.Parties.SelectMany(p => _law.EffectsOn(p, someone.Act)),
        Expectation.Nobody nobody => nobody.Act.Parties.SelectMany(p => _law.EffectsOn(p, nobody.Act)),
        Expectation.All all => all.Parts.SelectMany(EffectsOn),
        _ => throw new System.Diagnostics.UnreachableException(expectation.GetType().Name),
    };

    /// <summary>An effect, those that prevail over it, and those of the statuses that its rule rests on.</summary>
    private void Collect(CompiledLaw.EffectPlace place, List<CompiledLaw.EffectPlace> into, HashSet<int> statuses)
    {
        into.Add(place);
        var rule = _law.Law.Rules[place.Rule].Rule;
        foreach (var status in ConditionParts.StatusesIn(rule))
        {
            if (!statuses.Add(status.Index))
                continue;
            foreach (var inner in _law.EffectsOn(status))
                Collect(inner, into, statuses);
        }
    }

    private RuleFinding Find(Case @case, CompiledLaw.EffectPlace place)
    {
        var rule = _law.Law.Rules[place.Rule];
        var fires = evaluator.Evaluate(@case, _law.Fires(place.Rule));
        var stands = evaluator.Evaluate(@case, _law.Stands(place));
        var state = stands == true ? RuleState.Stands : fires == false ? RuleState.Silent : stands == false ? RuleState.Defeated : RuleState.Open;
        var defeatedBy = state != RuleState.Defeated ? [] : _law.Defeaters(place)
            .Where(d => evaluator.Evaluate(@case, _law.Stands(d)) != false).Select(d => _law.Law.Rules[d.Rule]).Distinct().ToImmutableArray();
        return new RuleFinding(rule, place.Effect, state, defeatedBy, state == RuleState.Silent ? Lacking(@case, rule) : []);
    }

    private ImmutableArray<string> Lacking(Case @case, ApplicableRule rule)
    {
        var lacking = ImmutableArray.CreateBuilder<string>();
        foreach (var part in ConditionWords.Conjuncts(rule.Rule.When))
        {
            if (evaluator.Evaluate(@case, _law.ConditionOf(part, rule.Origin)) == false)
                lacking.Add(Needs(part));
        }
        foreach (var exception in rule.Rule.Unless)
        {
            if (evaluator.Evaluate(@case, _law.ConditionOf(exception, rule.Origin)) == true)
                lacking.Add("it excepts: " + ConditionWords.Say(exception));
        }
        return lacking.ToImmutable();
    }

    private const string Denial = "it is not so that ";

    /// <summary>What a rule needs and this child lacks; a need that something be not so is told as what the rule leaves out.</summary>
    private static string Needs(Condition part) => ConditionWords.Say(part) is var needs && needs.StartsWith(Denial, StringComparison.Ordinal)
        ? "it leaves out where " + needs[Denial.Length..] : "it needs: " + needs;

    /// <summary>Values of one fact that lead to the same verdict are told together.</summary>
    private static ImmutableArray<NearMiss> Merge(IEnumerable<NearMiss> misses) =>
        [.. misses.GroupBy(m => (m.Fact.Index, m.Then)).Select(g => g.First() with { Instead = g.Aggregate(ValueSet.Empty, (all, m) => all | m.Instead) })];
}
