using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reference;

/// <summary>
/// The meaning of the language (docs/language.md, "What it means"), line by line: short, slow, obviously right.
/// It answers for one situation and one way to read the open questions; everything else enumerates.
/// </summary>
/// <param name="situation">For each fact of the vocabulary the index of its value.</param>
/// <param name="readings">For each open question whether it is answered yes.</param>
/// <param name="unread">For each unread rule whether the text says so.</param>
public sealed class ReferenceEvaluator(ApplicableLaw law, IReadOnlyList<int> situation, IReadOnlyList<bool> readings, IReadOnlyList<bool> unread)
{
    // 2. A rule fires where its `when` holds and none of its `unless` does.
    public bool Fires(ApplicableRule rule) =>
        (rule.UnreadVariable is not { } variable || unread[variable])
        && Holds(rule.Rule.When, rule.Origin)
        && !rule.Rule.Unless.Any(exception => Holds(exception, rule.Origin));

    // 3. An effect is defeated when an opposed one fires, is not itself defeated, and stands in a provision that prevails over it.
    private bool IsDefeated(ApplicableRule rule, Effect effect) =>
        law.Rules.Any(other => other.PrevailsOver(rule)
            && other.Rule.Effects.Any(opposed => AreOpposed(effect, opposed) && Fires(other) && !IsDefeated(other, opposed)));

    public bool Stands(ApplicableRule rule, Effect effect) => Fires(rule) && !IsDefeated(rule, effect);

    private bool Stands(Func<Effect, bool> wanted) =>
        law.Rules.Any(rule => rule.Rule.Effects.Any(effect => wanted(effect) && Stands(rule, effect)));

    private static bool AreOpposed(Effect one, Effect other) => (one, other) switch
    {
        (Effect.Grant a, Effect.Deny b) => a.Status.Index == b.Status.Index,
        (Effect.Deny a, Effect.Grant b) => a.Status.Index == b.Status.Index,
        (Effect.Norm a, Effect.Norm b) => a.Party.Index == b.Party.Index && a.Act.Index == b.Act.Index
            && (a.Modality == Modality.MustNot) != (b.Modality == Modality.MustNot),
        _ => false,
    };

    // 4. What no rule grants is not granted. In a conflict the status is neither there nor lacking.
    public bool Has(Status status) =>
        Stands(e => e is Effect.Grant g && g.Status.Index == status.Index) && !Stands(e => e is Effect.Deny d && d.Status.Index == status.Index);

    public bool Lacks(Status status) => !Stands(e => e is Effect.Grant g && g.Status.Index == status.Index);

    // 3. Of those that stand, must not beats may; must with must not is a conflict, and neither is assumed.
    // 5. Where several deadlines apply, the earliest binds: a limit is kept when any duty that stands keeps it.
    public bool Binds(Party party, Modality modality, Act act, TimeLimit limit)
    {
        bool must = StandsNorm(party, act, Modality.Must, TimeLimit.None);
        bool may = StandsNorm(party, act, Modality.May, TimeLimit.None);
        bool mustNot = StandsNorm(party, act, Modality.MustNot, TimeLimit.None);
        return modality switch
        {
            Modality.Must => must && !mustNot && StandsNorm(party, act, Modality.Must, limit),
            Modality.May => (must || may) && !mustNot,
            Modality.MustNot => mustNot && !must,
            _ => throw new System.Diagnostics.UnreachableException(modality.ToString()),
        };
    }

    /// <summary>Whether both must and must not stand.</summary>
    public bool InConflict(Party party, Act act) =>
        StandsNorm(party, act, Modality.Must, TimeLimit.None) && StandsNorm(party, act, Modality.MustNot, TimeLimit.None);

    private bool StandsNorm(Party party, Act act, Modality modality, TimeLimit limit) =>
        Stands(e => e is Effect.Norm n && n.Party.Index == party.Index && n.Act.Index == act.Index && n.Modality == modality && limit.Accepts(n.Deadline));

    /// <summary>Whether a condition holds, with the readings as named in the law of its origin.</summary>
    public bool Holds(Condition condition, Jurisdiction origin) => condition switch
    {
        Condition.Always => true,
        Condition.FactIn fact => fact.Values.Contains(situation[fact.Fact.Index]),
        Condition.HasStatus has => Has(has.Status),
        Condition.LacksStatus lacks => Lacks(lacks.Status),
        Condition.UnderReading reading => readings[law.ReadingIndex(origin, reading.Reading)],
        Condition.All all => all.Parts.All(part => Holds(part, origin)),
        Condition.Any any => any.Parts.Any(part => Holds(part, origin)),
        Condition.Not not => Fails(not.Part, origin),
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    /// <summary>Whether the opposite of a condition holds. Of a status that is its lack: in a conflict neither holds.</summary>
    private bool Fails(Condition condition, Jurisdiction origin) => condition switch
    {
        Condition.HasStatus has => Lacks(has.Status),
        Condition.LacksStatus lacks => Has(lacks.Status),
        Condition.All all => all.Parts.Any(part => Fails(part, origin)),
        Condition.Any any => any.Parts.All(part => Fails(part, origin)),
        Condition.Not not => Holds(not.Part, origin),
        _ => !Holds(condition, origin),
    };

    public bool Meets(Expectation expectation) => expectation switch
    {
        Expectation.Has has => Has(has.Status),
        Expectation.Lacks lacks => Lacks(lacks.Status),
        Expectation.Norm norm => Binds(norm.Party, norm.Modality, norm.Act, norm.Limit),
        Expectation.Someone someone => someone.Act.Parties.Any(p => Binds(p, someone.Modality, someone.Act, someone.Limit)),
        Expectation.Nobody nobody => nobody.Act.Parties.All(p => Binds(p, Modality.MustNot, nobody.Act, TimeLimit.None)),
        Expectation.All all => all.Parts.All(Meets),
        _ => throw new System.Diagnostics.UnreachableException(expectation.GetType().Name),
    };
}
