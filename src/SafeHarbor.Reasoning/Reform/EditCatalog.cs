using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>Lists the edits that could bear on a demand: those of the jurisdiction's own rules, and rules of others to adopt.</summary>
internal static class EditCatalog
{
    /// <param name="gap">For each fact the values it has in some situation of the gap.</param>
    public static ImmutableArray<Edit> For(CompiledLaw law, Demand demand, IReadOnlyList<ValueSet> gap, IEnumerable<ApplicableLaw> others)
    {
        var wanted = new Wanted(law, demand);
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var rule in law.Law.Rules.Where(r => r.Provision is not null && r.Origin.Id == law.Law.Jurisdiction.Id && !EditedLaw.IsNew(r.Provision) && wanted.Bears(r.Rule)))
        {
            edits.AddRange(OfCondition(rule, gap));
            for (var i = 0; i < rule.Rule.Unless.Length; i++)
                edits.Add(new Edit.DropException(rule, i));
            edits.AddRange(OfEffects(rule, wanted, others));
        }
        edits.AddRange(new StatusOrder(law.Law).Keeping(AdoptableRules.For(law.Law, demand, wanted, others)));
        return edits.ToImmutable();
    }

    /// <summary>A section in the demand's own words, one for each party on which it could lay a duty.</summary>
    public static IEnumerable<Edit> Written(CompiledLaw law, Demand demand, IEnumerable<ApplicableLaw> others)
    {
        var wanted = new Wanted(law, demand);
        foreach (var effects in Effects(demand.Expected, wanted, others))
        {
            var provision = new Provision($"the demand {demand.Id}", demand.Title, [], new InForce(law.Law.On, StartPrecision.Day, null), [], [], Reach.Own, [], [], [], [], demand.Location);
            yield return new Edit.Write(new ApplicableRule(0, law.Law.Jurisdiction, provision, null, null, new Rule(demand.Premise, effects, [], demand.Location)), demand);
        }
    }

    private static IEnumerable<ImmutableArray<Effect>> Effects(Expectation expectation, Wanted wanted, IEnumerable<ApplicableLaw> others) => expectation switch
    {
        Expectation.Has has => [[new Effect.Grant(has.Status)]],
        Expectation.Lacks lacks => [[new Effect.Deny(lacks.Status)]],
        Expectation.Norm norm => [[Duty(norm.Party, norm.Modality, norm.Act, wanted, others)]],
        Expectation.Someone someone => someone.Act.Parties.Select(p => ImmutableArray.Create(Duty(p, someone.Modality, someone.Act, wanted, others))),
        Expectation.Nobody nobody => [[.. nobody.Act.Parties.Select(p => (Effect)new Effect.Norm(p, Modality.MustNot, nobody.Act, null))]],
        Expectation.All all => all.Parts.Select(p => Effects(p, wanted, others)).Aggregate((a, b) => a.SelectMany(x => b.Select(y => x.AddRange(y)))),
        _ => throw new System.Diagnostics.UnreachableException(expectation.GetType().Name),
    };

    private static Effect Duty(Party party, Modality modality, Act act, Wanted wanted, IEnumerable<ApplicableLaw> others)
    {
        var norm = new Effect.Norm(party, modality, act, null);
        return modality == Modality.Must ? norm with { Deadline = wanted.Deadlines(norm, others).FirstOrDefault() } : norm;
    }

    private static IEnumerable<Edit> OfCondition(ApplicableRule rule, IReadOnlyList<ValueSet> gap)
    {
        var parts = EditedLaw.Parts(rule.Rule);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is Condition.FactIn fact)
            {
                var missing = gap[fact.Fact.Index] - fact.Values;
                if (missing.IsEmpty)
                    continue;
                if ((fact.Values | missing) != fact.Fact.AllValues)
                    yield return new Edit.Widen(rule, i, fact.Fact, missing);
            }
            yield return parts[i] is Condition.UnderReading reading ? new Edit.SettleReading(rule, i, reading.Reading) : new Edit.DropCondition(rule, i);
        }
    }

    private static IEnumerable<Edit> OfEffects(ApplicableRule rule, Wanted wanted, IEnumerable<ApplicableLaw> others)
    {
        for (var i = 0; i < rule.Rule.Effects.Length; i++)
        {
            if (rule.Rule.Effects[i] is not Effect.Norm { Modality: not Modality.MustNot } norm || !wanted.IsDuty(norm.Party, norm.Act))
                continue;
            if (norm.Modality == Modality.May)
                yield return new Edit.MayToMust(rule, i);
            foreach (var deadline in wanted.Deadlines(norm, others))
                yield return new Edit.AddDeadline(rule, i, deadline);
        }
    }
}
