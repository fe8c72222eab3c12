using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;
using static SafeHarbor.Reasoning.Certificates.SmtScript;

namespace SafeHarbor.Reasoning.Certificates;

/// <summary>
/// The meaning of a law in SMT-LIB 2, written from docs/language.md and not from the program's own formulas, so that a
/// solver that agrees is a second witness.
/// </summary>
public sealed class SmtLaw(ApplicableLaw law, SmtScript script)
{
    private readonly Dictionary<string, Way> _ways = [];

    /// <summary>Every fact has one of its values, and nothing is that cannot be.</summary>
    public string Possible() => script.Define(And(law.Vocabulary.Never.Select(n => Not(Premise(n))).Prepend(script.IsSituation)));

    public string Premise(Condition condition) => new Way(this, [], []).Holds(condition, law.Jurisdiction, opposite: false);

    /// <summary>The situations of an expectation by verdict, in the order met, arguable, not met; what is none of them is not known (point 6 of the meaning).</summary>
    public (string Met, string Arguable, string NotMet) Verdicts(Expectation expectation)
    {
        var open = new OpenVariables(law);
        open.Expect(expectation, helps: true);
        string Over(bool unreadHelps, bool readingsHelp, bool some, bool holds) => And(Ways(open.Unread, open.DirectionOfUnread, unreadHelps).Select(unread =>
        {
            var readings = Ways(open.Readings, open.DirectionOfReading, readingsHelp).Select(read => WayOf(read, unread).Meets(expectation)).Select(m => holds ? m : Not(m));
            return some ? Or(readings) : And(readings);
        }));
        // Whatever the unread text says (at worst, or at best) and under every reading, or under some.
        var met = script.Define(Over(unreadHelps: false, readingsHelp: false, some: false, holds: true));
        var underSome = script.Define(Over(unreadHelps: false, readingsHelp: true, some: true, holds: true));
        var failsUnderSome = script.Define(Over(unreadHelps: true, readingsHelp: false, some: true, holds: false));
        var notMet = script.Define(Over(unreadHelps: true, readingsHelp: true, some: false, holds: false));
        return (met, script.Define(And(underSome, failsUnderSome)), notMet);
    }

    /// <summary>Whatever the unread text says, it holds under some reading.</summary>
    public string AtLeastArguable(Expectation expectation)
    {
        var open = new OpenVariables(law);
        open.Expect(expectation, helps: true);
        return script.Define(And(Ways(open.Unread, open.DirectionOfUnread, helps: false).Select(unread =>
            Or(Ways(open.Readings, open.DirectionOfReading, helps: true).Select(read => WayOf(read, unread).Meets(expectation))))));
    }

    /// <summary>Each contradiction that could arise, with when it does in some way of reading the law and of what the unread text may say.</summary>
    public IEnumerable<(string Text, string Formula)> Contradictions()
    {
        var acts = law.Rules.SelectMany(r => r.Rule.Effects).OfType<Effect.Norm>().Select(n => (n.Party, n.Act)).Distinct();
        return acts.Select(a => ($"{a.Party.WithArticle} both must and must not {a.Act.Name}", script.Define(InSomeWay(o => o.Both(a.Party, a.Act), w => w.Both(a.Party, a.Act)))))
            .Concat(law.Vocabulary.Statuses.Select(s => ($"the law says both that {s.Says} and that {s.Denies}", script.Define(InSomeWay(o => o.Both(s), w => w.Both(s))))));
    }

    private string InSomeWay(Action<OpenVariables> find, Func<Way, string> text)
    {
        var open = new OpenVariables(law);
        find(open);
        return Or(from unread in Ways(open.Unread, open.DirectionOfUnread, helps: true)
                  from readings in Ways(open.Readings, open.DirectionOfReading, helps: true)
                  select text(WayOf(readings, unread)));
    }

    /// <summary>
    /// The ways to answer open questions that need be tried: one that can only help is answered yes at best and no at worst;
    /// one that may do either is answered both ways.
    /// </summary>
    private static IEnumerable<Dictionary<int, bool>> Ways(IEnumerable<int> variables, Func<int, bool?> direction, bool helps)
    {
        IEnumerable<Dictionary<int, bool>> ways = [[]];
        foreach (var variable in variables)
        {
            bool[] answers = direction(variable) is { } onlyHelps ? [onlyHelps == helps] : [false, true];
            ways = ways.SelectMany(way => answers.Select(answer => new Dictionary<int, bool>(way) { [variable] = answer }));
        }
        return ways;
    }

    private Way WayOf(Dictionary<int, bool> readings, Dictionary<int, bool> unread)
    {
        var key = $"{string.Join(',', readings.OrderBy(r => r.Key))};{string.Join(',', unread.OrderBy(u => u.Key))}";
        return _ways.TryGetValue(key, out var known) ? known : _ways[key] = new Way(this, readings, unread);
    }

    internal static bool Opposed(Effect one, Effect other) => (one, other) switch
    {
        (Effect.Grant a, Effect.Deny b) => a.Status == b.Status,
        (Effect.Deny a, Effect.Grant b) => a.Status == b.Status,
        (Effect.Norm a, Effect.Norm b) => a.Party == b.Party && a.Act == b.Act && (a.Modality == Modality.MustNot) != (b.Modality == Modality.MustNot),
        _ => false,
    };

    /// <summary>The law under one way of reading it, and one way the unread text may be.</summary>
    private sealed class Way(SmtLaw owner, Dictionary<int, bool> readings, Dictionary<int, bool> unread)
    {
        private readonly Dictionary<int, string> _fires = [];
        private readonly Dictionary<(int, int), string> _stands = [];

        private ApplicableLaw Law => owner.LawOf;

        public string Meets(Expectation expectation) => expectation switch
        {
            Expectation.Has has => StatusOf(has.Status, lacking: false),
            Expectation.Lacks lacks => StatusOf(lacks.Status, lacking: true),
            Expectation.Norm norm => NormOf(norm.Party, norm.Modality, norm.Act, norm.Limit),
            Expectation.Someone someone => Or(someone.Act.Parties.Select(p => NormOf(p, someone.Modality, someone.Act, someone.Limit))),
            Expectation.Nobody nobody => And(nobody.Act.Parties.Select(p => NormOf(p, Modality.MustNot, nobody.Act, TimeLimit.None))),
            Expectation.All all => And(all.Parts.Select(Meets)),
            _ => throw new System.Diagnostics.UnreachableException(expectation.GetType().Name),
        };

        public string Holds(Condition condition, Jurisdiction origin, bool opposite) => condition switch
        {
            Condition.Always => opposite ? "false" : "true",
            Condition.FactIn fact => opposite ? Not(InSet(fact.Fact, fact.Values)) : InSet(fact.Fact, fact.Values),
            Condition.HasStatus has => StatusOf(has.Status, lacking: opposite),
            Condition.LacksStatus lacks => StatusOf(lacks.Status, lacking: !opposite),
            Condition.UnderReading reading => Truth(readings.GetValueOrDefault(Law.ReadingIndex(origin, reading.Reading)) != opposite),
            Condition.All all => opposite ? Or(all.Parts.Select(p => Holds(p, origin, true))) : And(all.Parts.Select(p => Holds(p, origin, false))),
            Condition.Any any => opposite ? And(any.Parts.Select(p => Holds(p, origin, true))) : Or(any.Parts.Select(p => Holds(p, origin, false))),
            Condition.Not not => Holds(not.Part, origin, !opposite),
            _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
        };

        public string Both(Party party, Act act) => And(Standing(party, act, Modality.Must, TimeLimit.None), Standing(party, act, Modality.MustNot, TimeLimit.None));

        public string Both(Status status) => And(Granted(status), Denied(status));

        private static string Truth(bool value) => value ? "true" : "false";

        private string Fires(ApplicableRule rule)
        {
            if (_fires.TryGetValue(rule.Index, out var known))
                return known;
            var says = rule.UnreadVariable is not { } variable || unread.GetValueOrDefault(variable);
            var fires = says ? And(Holds(rule.Rule.When, rule.Origin, false), Not(Or(rule.Rule.Unless.Select(u => Holds(u, rule.Origin, false))))) : "false";
            return _fires[rule.Index] = owner.Script.Define(fires);
        }

        private string Stands(ApplicableRule rule, int index)
        {
            if (_stands.TryGetValue((rule.Index, index), out var known))
                return known;
            var defeaters = from other in Law.Rules
                            where other.PrevailsOver(rule)
                            from i in Enumerable.Range(0, other.Rule.Effects.Length)
                            where Opposed(rule.Rule.Effects[index], other.Rule.Effects[i])
                            select Stands(other, i);
            return _stands[(rule.Index, index)] = owner.Script.Define(And(Fires(rule), Not(Or(defeaters.ToList()))));
        }

        private string AnyStanding(Func<Effect, bool> wanted) => Or((
            from rule in Law.Rules
            from i in Enumerable.Range(0, rule.Rule.Effects.Length)
            where wanted(rule.Rule.Effects[i])
            select Stands(rule, i)).ToList());

        private string Granted(Status status) => AnyStanding(e => e is Effect.Grant g && g.Status == status);

        private string Denied(Status status) => AnyStanding(e => e is Effect.Deny d && d.Status == status);

        private string StatusOf(Status status, bool lacking) => lacking ? Not(Granted(status)) : And(Granted(status), Not(Denied(status)));

        private string Standing(Party party, Act act, Modality modality, TimeLimit limit) =>
            AnyStanding(e => e is Effect.Norm n && n.Party == party && n.Act == act && n.Modality == modality && limit.Accepts(n.Deadline));

        private string NormOf(Party party, Modality modality, Act act, TimeLimit limit)
        {
            string must = Standing(party, act, Modality.Must, TimeLimit.None), mustNot = Standing(party, act, Modality.MustNot, TimeLimit.None);
            return modality switch
            {
                Modality.Must => And(must, Not(mustNot), Standing(party, act, Modality.Must, limit)),
                Modality.MustNot => And(mustNot, Not(must)),
                Modality.May => And(Or(must, Standing(party, act, Modality.May, TimeLimit.None)), Not(mustNot)),
                _ => throw new System.Diagnostics.UnreachableException(modality.ToString()),
            };
        }
    }

    private ApplicableLaw LawOf => law;

    private SmtScript Script => script;
}
