using System.Collections.Immutable;
using System.Globalization;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>A law after edits; and a law in which each edit may or may not be made, which stands for all combinations at once.</summary>
public static class EditedLaw
{
    /// <summary>The parts of a rule's condition that must all hold, in order.</summary>
    public static ImmutableArray<Condition> Parts(Rule rule) => [.. ConditionWords.Conjuncts(rule.When)];

    /// <summary>The law with the edits made. Nothing else changes.</summary>
    public static ApplicableLaw With(ApplicableLaw law, IReadOnlyCollection<Edit> edits)
    {
        var byRule = edits.OfType<Edit.OfRule>().ToLookup(e => e.Rule.Index);
        var rules = law.Rules.Select(r => byRule.Contains(r.Index) ? r with { Rule = Amended(r.Rule, [.. byRule[r.Index]]) } : r).ToList();
        foreach (var model in edits.Select(Model).OfType<ApplicableRule>())
            rules.Add(Adopted(law, model, rules.Count, Always));
        return law with { Rules = [.. rules] };
    }

    /// <summary>The law in which edit number <em>i</em> is made exactly when the reading at the place <see cref="Choice"/>(i) is answered yes.</summary>
    /// <returns>The law; the index of the reading that stands for the first edit, which the others follow; and for each edit the index of the rule it changes or makes.</returns>
    internal static (ApplicableLaw Law, int FirstChoice, int[] RuleOf) WithChoices(ApplicableLaw law, IReadOnlyList<Edit> edits)
    {
        var first = law.Readings.Length;
        var numbered = edits.Select((e, i) => (Edit: e, Number: i)).ToList();
        var byRule = numbered.Where(e => e.Edit is Edit.OfRule).ToLookup(e => ((Edit.OfRule)e.Edit).Rule.Index);
        var rules = law.Rules.ToList();
        foreach (var rule in law.Rules.Where(r => byRule.Contains(r.Index)))
        {
            var own = byRule[rule.Index].ToList();
            rules[rule.Index] = rule with { Rule = Chosen(rule.Rule, own) };
            foreach (var stronger in Stronger(rules[rule.Index].Rule, own))
                rules.Add(rule with { Index = rules.Count, Rule = stronger });
        }
        var ruleOf = new int[edits.Count];
        foreach (var (edit, number) in numbered)
        {
            ruleOf[number] = edit is Edit.OfRule of ? of.Rule.Index : rules.Count;
            if (Model(edit) is { } model)
                rules.Add(Adopted(law, model, rules.Count, Choice(number)));
        }
        var place = law.Jurisdiction.Location;
        var anywhere = new Provision("the edits", "", [], new InForce(law.On, StartPrecision.Day, null), [], [], Reach.Own, [], [], [], [], place);
        var choices = numbered.Select(e => new OpenReading(first + e.Number, law.Jurisdiction, anywhere, new Reading(NameOf(e.Number), "", "", anywhere.Location)));
        return (law with { Rules = [.. rules], Readings = [.. law.Readings, .. choices] }, first, ruleOf);
    }

    private const string NewSection = "new section, after ";

    /// <summary>Whether a provision is a section that an edit made.</summary>
    internal static bool IsNew(Provision provision) => provision.Citation.StartsWith(NewSection, StringComparison.Ordinal);

    private static readonly Condition Always = new Condition.Always();

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"edit {number} is made");

    private static Condition Choice(int number) => new Condition.UnderReading(NameOf(number));

    private static Rule Amended(Rule rule, IReadOnlyCollection<Edit.OfRule> edits)
    {
        var dropped = edits.Select(e => e.DroppedPart).ToHashSet();
        var parts = Parts(rule).Select((part, i) => edits.OfType<Edit.Widen>().Where(e => e.Part == i).Aggregate(part, Widened))
            .Where((_, i) => !dropped.Contains(i)).ToImmutableArray();
        var unless = rule.Unless.Where((_, i) => !edits.OfType<Edit.DropException>().Any(e => e.Exception == i)).ToImmutableArray();
        var effects = rule.Effects.Select((effect, i) => Strengthened(effect, i, edits)).ToImmutableArray();
        return rule with { When = All(parts), Unless = unless, Effects = effects };
    }

    private static Condition Widened(Condition part, Edit.Widen edit) => part is Condition.FactIn fact
        ? new Condition.FactIn(fact.Fact, fact.Values | edit.Added)
        : throw new ArgumentException("only a condition on a fact's values can be widened", nameof(edit));

    private static Effect Strengthened(Effect effect, int index, IReadOnlyCollection<Edit.OfRule> edits)
    {
        if (effect is not Effect.Norm norm)
            return effect;
        if (edits.OfType<Edit.MayToMust>().Any(e => e.Effect == index))
            norm = norm with { Modality = Modality.Must };
        // A power without a duty has no deadline to keep.
        var deadline = norm.Modality == Modality.Must ? edits.OfType<Edit.AddDeadline>().FirstOrDefault(e => e.Effect == index)?.Deadline : null;
        return norm with { Deadline = deadline ?? norm.Deadline };
    }

    private static Rule Chosen(Rule rule, List<(Edit Edit, int Number)> edits)
    {
        var parts = Parts(rule).Select((part, i) => edits.Aggregate(part, (whole, e) => e.Edit switch
        {
            Edit.OfRule drop when drop.DroppedPart == i => Any(whole, Choice(e.Number)),
            Edit.Widen widen when widen.Part == i => Any(whole, All([Choice(e.Number), new Condition.FactIn(widen.Fact, widen.Added)])),
            _ => whole,
        })).ToImmutableArray();
        var unless = rule.Unless.Select((exception, i) => edits.Where(e => e.Edit is Edit.DropException drop && drop.Exception == i)
            .Aggregate(exception, (whole, e) => All([whole, new Condition.Not(Choice(e.Number))]))).ToImmutableArray();
        return rule with { When = All(parts), Unless = unless };
    }

    /// <summary>Rules that add what is stronger than a rule's own effects, where it is chosen: a duty for a power, a deadline for a duty.</summary>
    private static IEnumerable<Rule> Stronger(Rule chosen, List<(Edit Edit, int Number)> edits)
    {
        for (var i = 0; i < chosen.Effects.Length; i++)
        {
            if (chosen.Effects[i] is not Effect.Norm norm)
                continue;
            var musts = edits.Where(e => e.Edit is Edit.MayToMust must && must.Effect == i).Select(e => Choice(e.Number)).ToImmutableArray();
            foreach (var must in musts)
                yield return chosen with { When = All([chosen.When, must]), Effects = [norm with { Modality = Modality.Must }] };
            foreach (var (edit, number) in edits)
            {
                if (edit is Edit.AddDeadline added && added.Effect == i)
                    yield return chosen with { When = All([chosen.When, Choice(number), .. musts.Take(1)]), Effects = [new Effect.Norm(norm.Party, Modality.Must, norm.Act, added.Deadline)] };
            }
        }
    }

    /// <summary>The rule after which a new section is written; null for an edit of a rule that stands.</summary>
    private static ApplicableRule? Model(Edit edit) => edit switch
    {
        Edit.Adopt adopt => adopt.Precedent,
        Edit.Write write => write.Section,
        _ => null,
    };

    private static ApplicableRule Adopted(ApplicableLaw law, ApplicableRule after, int index, Condition chosen)
    {
        var model = after.Provision!;
        var rule = after.Rule;
        var section = model with
        {
            Citation = NewSection + model.Citation,
            // It prevails over all that stands, but for what prevails over everything; not over other new sections, so there is no circle.
            Precedences = [.. law.Rules.Select(r => r.Provision).OfType<Provision>().Distinct()
                .Where(p => !IsNew(p)).Select(p => new Precedence(p.Citation, true, model.Location))
                // A section stands for its subsections: one of them that prevails over everything takes the section out of the list.
                .Where(p => !law.Rules.Any(r => r.Provision is { } other && other.Precedences.Any(e => e is { Citation: null, Prevails: true }) && p.Covers(other.Citation)))],
            InForce = new InForce(law.On, StartPrecision.Day, null),
            Reach = Reach.Own,
            Readings = [],
        };
        return new ApplicableRule(index, law.Jurisdiction, section, null, null, rule with { When = chosen is Condition.Always ? rule.When : All([rule.When, chosen]) });
    }

    private static Condition All(ImmutableArray<Condition> parts) => parts.Length switch
    {
        0 => Always,
        1 => parts[0],
        _ => new Condition.All(parts),
    };

    private static Condition.Any Any(Condition one, Condition other) => new([one, other]);
}
