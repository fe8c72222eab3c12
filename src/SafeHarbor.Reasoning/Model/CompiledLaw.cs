using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;

namespace SafeHarbor.Reasoning.Model;

/// <summary>
/// The law that applies, as formulas over facts, readings and unread text: for each rule when it fires, for each effect
/// when it stands, for each status and norm when it holds. Statuses are resolved away: they never rest on themselves.
/// </summary>
/// <remarks>Made lazily, and not safe for several threads.</remarks>
public sealed class CompiledLaw
{
    private readonly Dictionary<int, Formula> _fires = [];
    private readonly Dictionary<(int Rule, int Effect), Formula> _stands = [];
    private readonly Dictionary<(int Status, bool Granted), Formula> _statuses = [];
    private readonly Dictionary<(int Party, int Act, Modality, TimeLimit), Formula> _norms = [];
    private readonly ILookup<int, EffectPlace> _byStatus;
    private readonly ILookup<(int Party, int Act), EffectPlace> _byNorm;
    private readonly Dictionary<(string, string), int> _readings;
    private Dictionary<string, Formula>? _contradictions;

    /// <summary>An effect of a rule, by the rule's and the effect's zero-based places.</summary>
    public readonly record struct EffectPlace(int Rule, int Index, Effect Effect);

    public CompiledLaw(ApplicableLaw law)
        : this(law, new FormulaStore(), 0, 0)
    {
    }

    private CompiledLaw(ApplicableLaw law, FormulaStore store, int firstReading, int firstUnread)
    {
        Law = law;
        Formulas = store;
        FirstReading = firstReading;
        FirstUnread = firstUnread;
        var effects = law.Rules.SelectMany(r => r.Rule.Effects.Select((e, i) => new EffectPlace(r.Index, i, e))).ToList();
        _byStatus = effects.Where(e => StatusOf(e.Effect) is not null).ToLookup(e => StatusOf(e.Effect)!.Index);
        _byNorm = effects.Where(e => e.Effect is Effect.Norm).ToLookup(e => KeyOf((Effect.Norm)e.Effect));
        _readings = law.Readings.ToDictionary(r => (r.Origin.Id, r.Reading.Name), r => firstReading + r.Index);
        Possible = Formulas.AndAll(law.Vocabulary.Never.Select(n => Formulas.Not(FactsOnly(n))));
    }

    public ApplicableLaw Law { get; }

    public FormulaStore Formulas { get; }

    /// <summary>The index of this law's first reading among those of all laws that share the formulas.</summary>
    public int FirstReading { get; }

    /// <summary>The index of this law's first unread rule among those of all laws that share the formulas.</summary>
    public int FirstUnread { get; }

    /// <summary>Another law over the same facts, whose formulas can stand beside this one's. Its readings and unread text are its own.</summary>
    public CompiledLaw Beside(ApplicableLaw other) =>
        new(other, Formulas, FirstReading + Law.Readings.Length, FirstUnread + Law.UnreadRules.Length);

    /// <summary>What `never` leaves possible.</summary>
    public Formula Possible { get; }

    /// <summary>Every party and act of which some rule speaks.</summary>
    public IEnumerable<(Party Party, Act Act)> Norms =>
        _byNorm.Select(g => g.Key).OrderBy(k => k).Select(k => (Law.Vocabulary.Parties[k.Party], Law.Vocabulary.Acts[k.Act]));

    /// <summary>Every effect that bears on a status.</summary>
    public IEnumerable<EffectPlace> EffectsOn(Status status) => _byStatus[status.Index];

    /// <summary>Every effect that bears on what a party must, may or must not do.</summary>
    public IEnumerable<EffectPlace> EffectsOn(Party party, Act act) => _byNorm[(party.Index, act.Index)];

    /// <summary>A condition that speaks of facts only, such as a premise.</summary>
    public Formula FactsOnly(Condition condition) => Of(condition, Law.Jurisdiction, negated: false);

    /// <summary>A condition of a rule, with the readings as named in the law of its origin.</summary>
    public Formula ConditionOf(Condition condition, Jurisdiction origin) => Of(condition, origin, negated: false);

    public Formula Fires(int rule)
    {
        if (_fires.TryGetValue(rule, out var known))
            return known;
        var applicable = Law.Rules[rule];
        var when = Of(applicable.Rule.When, applicable.Origin, negated: false);
        var unless = Formulas.OrAll(applicable.Rule.Unless.Select(u => Of(u, applicable.Origin, negated: false)));
        var fires = Formulas.And(when, Formulas.Not(unless));
        if (applicable.UnreadVariable is { } variable)
            fires = Formulas.And(fires, Formulas.Unread(FirstUnread + variable));
        return _fires[rule] = fires;
    }

    /// <summary>When an effect's rule fires and the effect is not defeated.</summary>
    public Formula Stands(EffectPlace place)
    {
        var key = (place.Rule, place.Index);
        if (_stands.TryGetValue(key, out var known))
            return known;
        var defeated = Formulas.OrAll(Defeaters(place).Select(Stands));
        return _stands[key] = Formulas.And(Fires(place.Rule), Formulas.Not(defeated));
    }

    /// <summary>Opposed effects in provisions that prevail over this one's. Where any of them stands, this is defeated.</summary>
    public IEnumerable<EffectPlace> Defeaters(EffectPlace place)
    {
        var rivals = place.Effect is Effect.Norm norm ? _byNorm[KeyOf(norm)] : _byStatus[StatusOf(place.Effect)!.Index];
        return rivals.Where(rival => AreOpposed(place.Effect, rival.Effect) && Law.Rules[rival.Rule].PrevailsOver(Law.Rules[place.Rule]));
    }

    /// <summary>When the law gives the status (or, not granted, when it is lacking).</summary>
    public Formula Holds(Status status, bool granted)
    {
        if (_statuses.TryGetValue((status.Index, granted), out var known))
            return known;
        var given = Formulas.OrAll(EffectsOn(status).Where(e => e.Effect is Effect.Grant).Select(Stands));
        var denied = Formulas.OrAll(EffectsOn(status).Where(e => e.Effect is Effect.Deny).Select(Stands));
        var formula = granted ? Formulas.And(given, Formulas.Not(denied)) : Formulas.Not(given);
        return _statuses[(status.Index, granted)] = formula;
    }

    public Formula Holds(Party party, Modality modality, Act act, TimeLimit limit)
    {
        var key = (party.Index, act.Index, modality, limit);
        if (_norms.TryGetValue(key, out var known))
            return known;
        var must = StandingNorm(party, act, Modality.Must, TimeLimit.None);
        var mustNot = StandingNorm(party, act, Modality.MustNot, TimeLimit.None);
        var formula = modality switch
        {
            Modality.Must => Formulas.And(Formulas.And(must, Formulas.Not(mustNot)), StandingNorm(party, act, Modality.Must, limit)),
            Modality.May => Formulas.And(Formulas.Or(must, StandingNorm(party, act, Modality.May, TimeLimit.None)), Formulas.Not(mustNot)),
            Modality.MustNot => Formulas.And(mustNot, Formulas.Not(must)),
            _ => throw new System.Diagnostics.UnreachableException(modality.ToString()),
        };
        return _norms[key] = formula;
    }

    /// <summary>Every contradiction that could arise, in words, with when it does.</summary>
    public IReadOnlyDictionary<string, Formula> Contradictions => _contradictions ??= Norms
        .Select(n => ($"{n.Party.WithArticle} both must and must not {n.Act.Name}", Conflict(n.Party, n.Act)))
        .Concat(Law.Vocabulary.Statuses.Select(s => ($"the law says both that {s.Says} and that {s.Denies}", Conflict(s))))
        .ToDictionary(c => c.Item1, c => c.Item2);

    /// <summary>When a status is both given and denied.</summary>
    public Formula Conflict(Status status) => Formulas.And(
        Formulas.OrAll(EffectsOn(status).Where(e => e.Effect is Effect.Grant).Select(Stands)),
        Formulas.OrAll(EffectsOn(status).Where(e => e.Effect is Effect.Deny).Select(Stands)));

    /// <summary>When must and must not both stand.</summary>
    public Formula Conflict(Party party, Act act) =>
        Formulas.And(StandingNorm(party, act, Modality.Must, TimeLimit.None), StandingNorm(party, act, Modality.MustNot, TimeLimit.None));

    public Formula Holds(Expectation expectation) => expectation switch
    {
        Expectation.Has has => Holds(has.Status, granted: true),
        Expectation.Lacks lacks => Holds(lacks.Status, granted: false),
        Expectation.Norm norm => Holds(norm.Party, norm.Modality, norm.Act, norm.Limit),
        Expectation.Someone someone => Formulas.OrAll(someone.Act.Parties.Select(p => Holds(p, someone.Modality, someone.Act, someone.Limit))),
        Expectation.Nobody nobody => Formulas.AndAll(nobody.Act.Parties.Select(p => Holds(p, Modality.MustNot, nobody.Act, TimeLimit.None))),
        Expectation.All all => Formulas.AndAll(all.Parts.Select(Holds)),
        _ => throw new System.Diagnostics.UnreachableException(expectation.GetType().Name),
    };

    public static Status? StatusOf(Effect effect) => effect switch
    {
        Effect.Grant grant => grant.Status,
        Effect.Deny deny => deny.Status,
        _ => null,
    };

    private Formula StandingNorm(Party party, Act act, Modality modality, TimeLimit limit) =>
        Formulas.OrAll(EffectsOn(party, act)
            .Where(e => e.Effect is Effect.Norm n && n.Modality == modality && limit.Accepts(n.Deadline)).Select(Stands));

    private Formula Of(Condition condition, Jurisdiction origin, bool negated) => condition switch
    {
        Condition.Always => negated ? Formula.False : Formula.True,
        Condition.FactIn fact => Formulas.Fact(fact.Fact, negated ? fact.Fact.AllValues - fact.Values : fact.Values),
        Condition.HasStatus has => Holds(has.Status, granted: !negated),
        Condition.LacksStatus lacks => Holds(lacks.Status, granted: negated),
        Condition.UnderReading reading => Signed(Formulas.Reading(_readings[(origin.Id, reading.Reading)]), negated),
        Condition.All all => Joined(all.Parts, origin, negated, and: !negated),
        Condition.Any any => Joined(any.Parts, origin, negated, and: negated),
        Condition.Not not => Of(not.Part, origin, !negated),
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    private Formula Joined(IEnumerable<Condition> parts, Jurisdiction origin, bool negated, bool and)
    {
        var formulas = parts.Select(p => Of(p, origin, negated));
        return and ? Formulas.AndAll(formulas) : Formulas.OrAll(formulas);
    }

    private Formula Signed(Formula formula, bool negated) => negated ? Formulas.Not(formula) : formula;

    private static bool AreOpposed(Effect one, Effect other) => (one, other) switch
    {
        (Effect.Grant, Effect.Deny) or (Effect.Deny, Effect.Grant) => true,
        (Effect.Norm a, Effect.Norm b) => a.Modality == Modality.MustNot != (b.Modality == Modality.MustNot),
        _ => false,
    };

    private static (int Party, int Act) KeyOf(Effect.Norm norm) => (norm.Party.Index, norm.Act.Index);
}
