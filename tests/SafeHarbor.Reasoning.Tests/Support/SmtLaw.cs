using System.Text;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>
/// The meaning of the law in SMT-LIB 2, written from docs/language.md and not from the program's own formulas.
/// Facts are whole numbers; every way the readings and the unread text may be is written out.
/// </summary>
public sealed class SmtLaw(ApplicableLaw law)
{
    private readonly StringBuilder _definitions = new();
    private int _names;

    /// <summary>What was defined so far, to be sent before any claim.</summary>
    public string Definitions => _definitions.ToString();

    /// <summary>Every fact has one of its values, and nothing is that cannot be.</summary>
    public string Possible()
    {
        var facts = law.Vocabulary.Facts;
        foreach (var fact in facts)
            _definitions.Append($"(declare-const {Name(fact)} Int)\n");
        return And(facts.Select(f => $"(and (>= {Name(f)} 0) (< {Name(f)} {f.Values.Length}))")
            .Concat(law.Vocabulary.Never.Select(n => Not(Premise(n)))));
    }

    public string Premise(Condition condition) => new Ways(this, [], []).Holds(condition, law.Jurisdiction, opposite: false);

    public static string InSet(Fact fact, ValueSet values) => Or(values.Values().Select(v => $"(= {Name(fact)} {v})"));

    /// <summary>Met, arguable and not met, whatever the unread text says; what is none of them is not known.</summary>
    public (string Met, string Arguable, string NotMet) Verdicts(Expectation expectation)
    {
        var (readings, unread) = Relevant(expectation);
        List<string> met = [], arguable = [], notMet = [];
        foreach (var said in Assignments(unread))
        {
            var ways = Assignments(readings).Select(read => Define(new Ways(this, read, said).Meets(expectation))).ToList();
            string all = And(ways), some = Or(ways);
            met.Add(all);
            arguable.Add(And([some, Not(all)]));
            notMet.Add(Not(some));
        }
        return (Define(And(met)), Define(And(arguable)), Define(And(notMet)));
    }

    public static string And(IEnumerable<string> parts) => Join("and", "true", parts);

    public static string Or(IEnumerable<string> parts) => Join("or", "false", parts);

    public static string Not(string part) => $"(not {part})";

    private string Define(string formula)
    {
        var name = $"d{_names++}";
        _definitions.Append($"(define-fun {name} () Bool {formula})\n");
        return name;
    }

    private static string Join(string word, string none, IEnumerable<string> parts)
    {
        var list = parts.ToList();
        return list.Count switch { 0 => none, 1 => list[0], _ => $"({word} {string.Join(' ', list)})" };
    }

    private static string Name(Fact fact) => $"fact{fact.Index}";

    private static IEnumerable<Dictionary<int, bool>> Assignments(IReadOnlyList<int> variables) =>
        Enumerable.Range(0, 1 << variables.Count).Select(bits => variables.Select((v, i) => (v, (bits >> i & 1) != 0)).ToDictionary());

    /// <summary>The readings and unread rules that an expectation can turn on at all.</summary>
    private (List<int> Readings, List<int> Unread) Relevant(Expectation expectation)
    {
        var finder = new Ways(this, [], []) { Readings = [], Unread = [] };
        finder.Meets(expectation);
        return ([.. finder.Readings.Order()], [.. finder.Unread.Order()]);
    }

    /// <summary>The law under one way of reading it, and one way the unread text may be.</summary>
    private sealed class Ways(SmtLaw owner, Dictionary<int, bool> readings, Dictionary<int, bool> unread)
    {
        private readonly Dictionary<int, string> _fires = [];
        private readonly Dictionary<(int, int), string> _stands = [];

        public HashSet<int>? Readings { get; init; }

        public HashSet<int>? Unread { get; init; }

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
            Condition.UnderReading reading => Truth(Reading(Law.ReadingIndex(origin, reading.Reading)) != opposite),
            Condition.All all => opposite ? Or(all.Parts.Select(p => Holds(p, origin, true))) : And(all.Parts.Select(p => Holds(p, origin, false))),
            Condition.Any any => opposite ? And(any.Parts.Select(p => Holds(p, origin, true))) : Or(any.Parts.Select(p => Holds(p, origin, false))),
            Condition.Not not => Holds(not.Part, origin, !opposite),
            _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
        };

        private static string Truth(bool value) => value ? "true" : "false";

        private bool Reading(int index)
        {
            Readings?.Add(index);
            return readings.GetValueOrDefault(index);
        }

        private bool Says(int index)
        {
            Unread?.Add(index);
            return unread.GetValueOrDefault(index);
        }

        private string Fires(ApplicableRule rule)
        {
            if (_fires.TryGetValue(rule.Index, out var known))
                return known;
            var fires = And([Holds(rule.Rule.When, rule.Origin, false), Not(Or(rule.Rule.Unless.Select(u => Holds(u, rule.Origin, false))))]);
            if (rule.UnreadVariable is { } variable)
                fires = And([Truth(Says(variable)), fires]);
            return _fires[rule.Index] = owner.Define(fires);
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
            return _stands[(rule.Index, index)] = owner.Define(And([Fires(rule), Not(Or(defeaters.ToList()))]));
        }

        private string AnyStanding(Func<Effect, bool> wanted) => Or((
            from rule in Law.Rules
            from i in Enumerable.Range(0, rule.Rule.Effects.Length)
            where wanted(rule.Rule.Effects[i])
            select Stands(rule, i)).ToList());

        private string StatusOf(Status status, bool lacking)
        {
            var granted = AnyStanding(e => e is Effect.Grant g && g.Status == status);
            return lacking ? Not(granted) : And([granted, Not(AnyStanding(e => e is Effect.Deny d && d.Status == status))]);
        }

        private string NormOf(Party party, Modality modality, Act act, TimeLimit limit)
        {
            string Standing(Modality m, TimeLimit l) => AnyStanding(e => e is Effect.Norm n && n.Party == party && n.Act == act && n.Modality == m && l.Accepts(n.Deadline));
            string must = Standing(Modality.Must, TimeLimit.None), mustNot = Standing(Modality.MustNot, TimeLimit.None);
            return modality switch
            {
                Modality.Must => And([must, Not(mustNot), Standing(Modality.Must, limit)]),
                Modality.MustNot => And([mustNot, Not(must)]),
                _ => And([Or([must, Standing(Modality.May, TimeLimit.None)]), Not(mustNot)]),
            };
        }

        private static bool Opposed(Effect one, Effect other) => (one, other) switch
        {
            (Effect.Grant a, Effect.Deny b) => a.Status == b.Status,
            (Effect.Deny a, Effect.Grant b) => a.Status == b.Status,
            (Effect.Norm a, Effect.Norm b) => a.Party == b.Party && a.Act == b.Act && (a.Modality == Modality.MustNot) != (b.Modality == Modality.MustNot),
            _ => false,
        };
    }

    private ApplicableLaw LawOf => law;
}
