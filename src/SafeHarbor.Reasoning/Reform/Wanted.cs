using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>What a demand asks for, and what the law could give it by: effects, and statuses on which rules with such effects rest.</summary>
internal sealed class Wanted
{
    private readonly HashSet<int> _granted = [];
    private readonly HashSet<int> _denied = [];
    private readonly Dictionary<(int Party, int Act), Modality> _norms = [];
    private readonly List<TimeLimit> _limits = [];

    public Wanted(CompiledLaw law, Demand demand)
    {
        Add(demand.Expected);
        // Rules that give what is wanted may rest on statuses: those are wanted too, on and on.
        for (var before = -1; before != _granted.Count + _denied.Count;)
        {
            before = _granted.Count + _denied.Count;
            foreach (var rule in law.Law.Rules.Where(r => r.Rule.Effects.Any(IsWanted)))
            {
                Add(rule.Rule.When, holds: true);
                foreach (var exception in rule.Rule.Unless)
                    Add(exception, holds: false);
            }
        }
    }

    /// <summary>Whether a demand asks for just this effect.</summary>
    public static bool Asks(Demand demand, Effect effect) => Asks(demand.Expected, effect);

    private static bool Asks(Expectation expectation, Effect effect) => (expectation, effect) switch
    {
        (Expectation.All all, _) => all.Parts.Any(p => Asks(p, effect)),
        (Expectation.Has has, Effect.Grant grant) => has.Status == grant.Status,
        (Expectation.Lacks lacks, Effect.Deny deny) => lacks.Status == deny.Status,
        (Expectation.Norm norm, Effect.Norm n) => norm.Party == n.Party && norm.Act == n.Act && norm.Modality == n.Modality,
        (Expectation.Someone someone, Effect.Norm n) => someone.Act == n.Act && someone.Modality == n.Modality,
        (Expectation.Nobody nobody, Effect.Norm n) => nobody.Act == n.Act && n.Modality == Modality.MustNot,
        _ => false,
    };

    public bool Bears(Rule rule) => rule.Effects.Any(e => IsWanted(e) || (e is Effect.Norm n && IsDuty(n.Party, n.Act)));

    public bool IsWanted(Effect effect) => effect switch
    {
        Effect.Grant grant => _granted.Contains(grant.Status.Index),
        Effect.Deny deny => _denied.Contains(deny.Status.Index),
        Effect.Norm norm => _norms.TryGetValue((norm.Party.Index, norm.Act.Index), out var modality) && modality == norm.Modality,
        _ => throw new System.Diagnostics.UnreachableException(effect.GetType().Name),
    };

    /// <summary>Whether the demand asks that the party must do the act.</summary>
    public bool IsDuty(Party party, Act act) => _norms.TryGetValue((party.Index, act.Index), out var modality) && modality == Modality.Must;

    /// <summary>Times that the demand would accept and that the duty does not keep yet: what other jurisdictions set for it; else the longest that is accepted, or 24 hours.</summary>
    public IEnumerable<Deadline> Deadlines(Effect.Norm norm, IEnumerable<ApplicableLaw> others)
    {
        var limits = _limits.Where(l => l.Stated).ToList();
        if (limits.Count == 0 || limits.TrueForAll(l => l.Accepts(norm.Deadline)))
            return [];
        var known = others.SelectMany(o => o.Rules).Where(r => r.Provision is not null).SelectMany(r => r.Rule.Effects).OfType<Effect.Norm>()
            .Where(n => n.Party.Index == norm.Party.Index && n.Act.Index == norm.Act.Index && n.Modality == Modality.Must && n.Deadline is not null && limits.TrueForAll(l => l.Accepts(n.Deadline)))
            .GroupBy(n => n.Deadline!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.LongestHours).Select(g => g.Key).Take(1).ToList();
        return known.Count > 0 ? known : [limits.Select(l => l.Longest).FirstOrDefault(l => l is not null) ?? new Deadline(24, TimeUnit.Hours, null)];
    }

    private void Add(Expectation expectation)
    {
        switch (expectation)
        {
            case Expectation.Has has: _granted.Add(has.Status.Index); break;
            case Expectation.Lacks lacks: _denied.Add(lacks.Status.Index); break;
            case Expectation.Norm norm:
                _norms[(norm.Party.Index, norm.Act.Index)] = norm.Modality;
                _limits.Add(norm.Limit);
                break;
            case Expectation.Someone someone:
                foreach (var party in someone.Act.Parties)
                    _norms[(party.Index, someone.Act.Index)] = someone.Modality;
                _limits.Add(someone.Limit);
                break;
            case Expectation.Nobody nobody:
                foreach (var party in nobody.Act.Parties)
                    _norms[(party.Index, nobody.Act.Index)] = Modality.MustNot;
                break;
            case Expectation.All all:
                foreach (var part in all.Parts)
                    Add(part);
                break;
            default: throw new System.Diagnostics.UnreachableException(expectation.GetType().Name);
        }
    }

    private void Add(Condition condition, bool holds)
    {
        switch (condition)
        {
            case Condition.HasStatus has: (holds ? _granted : _denied).Add(has.Status.Index); break;
            case Condition.LacksStatus lacks: (holds ? _denied : _granted).Add(lacks.Status.Index); break;
            case Condition.All all:
                foreach (var part in all.Parts)
                    Add(part, holds);
                break;
            case Condition.Any any:
                foreach (var part in any.Parts)
                    Add(part, holds);
                break;
            case Condition.Not not: Add(not.Part, !holds); break;
        }
    }
}
