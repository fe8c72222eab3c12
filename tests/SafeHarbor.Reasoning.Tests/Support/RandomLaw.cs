using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>
/// Well-typed random laws, small enough to enumerate: several facts, statuses that rest on statuses, norms with deadlines,
/// precedence without circles, dates, readings, unread text, and things that cannot be.
/// </summary>
public sealed class RandomLaw
{
    private static readonly Location Nowhere = new(new SourceText("random", ""), new TextSpan(0, 0));
    private static readonly LocalDate Today = new(2020, 1, 1);

    private readonly Random _random;

    /// <param name="demands">How many demands its framework has; the first is <see cref="Demand"/>.</param>
    public RandomLaw(int seed, int demands = 1)
    {
        _random = new Random(seed);
        Vocabulary = MakeVocabulary();
        var readings = Enumerable.Range(0, _random.Next(3)).Select(i => new Reading($"r{i}", "for", "against", Nowhere)).ToImmutableArray();
        var provisions = Enumerable.Range(0, _random.Next(3, 10)).Select(i => MakeProvision(i, readings)).ToImmutableArray();
        var unread = Enumerable.Range(0, _random.Next(3)).Select(i => new Unread($"u{i}", [], ["tried"], null,
            _random.Next(4) == 0 ? MakeInForce() : null, [], [MakeRule(readings)], false, Nowhere)).ToImmutableArray();
        var baseline = new Jurisdiction("baseline", "baseline", null, null, _random.Next(2) == 0 ? [] : [MakeProvision(100, [])], [], [], [], Nowhere);
        var jurisdiction = new Jurisdiction("J", "J", null, null, provisions, unread, [], [], Nowhere);
        Demand = new Demand("D", "D", "fails", MakeFactCondition(2), MakeExpectation(2), Nowhere);
        var framework = new Framework("F", [], [Demand, .. Enumerable.Range(1, demands - 1).Select(i => new Demand($"D{i}", "D", "fails", MakeFactCondition(2), MakeExpectation(2), Nowhere))], Nowhere);
        var library = new LawLibrary(Vocabulary, baseline, [framework], [jurisdiction], ["J"], new string('0', 64));
        Law = ApplicableLaw.Of(library, new LawQuestion("J", Today));
    }

    public Vocabulary Vocabulary { get; }

    public ApplicableLaw Law { get; }

    public Demand Demand { get; }

    /// <summary>A case in which some facts are known, some narrowed, some unknown.</summary>
    public Case MakeCase() => Case.Of(Vocabulary, Vocabulary.Facts.Where(_ => _random.Next(2) == 0)
        .Select(f => (f, new ValueSet((ulong)_random.Next(1, 1 << f.Values.Length)))));

    private Vocabulary MakeVocabulary()
    {
        var facts = Enumerable.Range(0, _random.Next(2, 5)).Select(i =>
        {
            var values = Enumerable.Range(0, _random.Next(2, 5)).Select(v => $"v{v}").ToImmutableArray();
            return new Fact(i, $"f{i}", values, null, "?", [.. values.Select(v => $"f{i} {v}")], Nowhere);
        }).ToImmutableArray();
        var statuses = Enumerable.Range(0, 3).Select(i => new Status(i, $"s{i}", $"it is s{i}", $"it is not s{i}", Nowhere)).ToImmutableArray();
        var parties = Enumerable.Range(0, 2).Select(i => new Party(i, $"p{i}", Nowhere)).ToImmutableArray();
        var acts = Enumerable.Range(0, 2).Select(i => new Act(i, $"a{i}", parties, Nowhere)).ToImmutableArray();
        var events = ImmutableArray.Create(new Event(0, "e0", Nowhere));
        var vocabulary = new Vocabulary(new LocalDate(2016, 11, 1), facts, statuses, parties, acts, events, [], []);
        _facts = facts;
        return vocabulary with { Never = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => MakeFactCondition(2))] };
    }

    private ImmutableArray<Fact> _facts = [];

    private Provision MakeProvision(int index, ImmutableArray<Reading> readings)
    {
        // A provision prevails only over those before it, so there are no circles.
        var precedences = index is > 0 and < 100 && _random.Next(2) == 0
            ? ImmutableArray.Create(new Precedence($"P{_random.Next(index)}", true, Nowhere)) : [];
        var rules = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => MakeRule(readings)).ToImmutableArray();
        var reach = _random.Next(12) == 0 ? Reach.ConditionsFunding : Reach.Own;
        return new Provision($"P{index}", "", [], MakeInForce(), [], [], reach, precedences, [], index == 0 ? readings : [], rules, Nowhere);
    }

    private InForce MakeInForce() => _random.Next(8) switch
    {
        0 => new InForce(new LocalDate(2021, 1, 1), StartPrecision.Day, null), // not yet
        1 => new InForce(new LocalDate(2010, 1, 1), StartPrecision.Day, new LocalDate(2019, 12, 31)), // no longer
        2 => new InForce(new LocalDate(2020, 1, 1), StartPrecision.Year, null),
        3 => new InForce(new LocalDate(2019, 1, 1), StartPrecision.Day, new LocalDate(2020, 1, 1)), // its last day
        _ => new InForce(new LocalDate(2016, 11, 1), StartPrecision.Before, null),
    };

    private Rule MakeRule(ImmutableArray<Reading> readings)
    {
        var effects = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => MakeEffect()).ToImmutableArray();
        // A status may rest only on statuses of lower index, so none rests on itself.
        var below = effects.Select(e => e switch { Effect.Grant g => g.Status.Index, Effect.Deny d => d.Status.Index, _ => 3 }).Min();
        var unless = Enumerable.Range(0, _random.Next(2)).Select(_ => MakeCondition(2, below, readings)).ToImmutableArray();
        return new Rule(_random.Next(10) == 0 ? new Condition.Always() : MakeCondition(3, below, readings), effects, unless, Nowhere);
    }

    private Effect MakeEffect()
    {
        if (_random.Next(2) == 0)
        {
            var status = Vocabulary.Statuses[_random.Next(3)];
            return _random.Next(3) == 0 ? new Effect.Deny(status) : new Effect.Grant(status);
        }
        var modality = (Modality)_random.Next(3);
        var deadline = modality == Modality.Must && _random.Next(2) == 0 ? new Deadline(_random.Next(1, 4), (TimeUnit)_random.Next(5), Vocabulary.Events[0]) : null;
        return new Effect.Norm(Vocabulary.Parties[_random.Next(2)], modality, Vocabulary.Acts[_random.Next(2)], deadline);
    }

    private Condition MakeCondition(int depth, int statusesBelow, ImmutableArray<Reading> readings)
    {
        var kind = _random.Next(depth > 0 ? 10 : 6);
        return kind switch
        {
            4 when statusesBelow > 0 => new Condition.HasStatus(Vocabulary.Statuses[_random.Next(statusesBelow)]),
            5 when statusesBelow > 0 => new Condition.LacksStatus(Vocabulary.Statuses[_random.Next(statusesBelow)]),
            3 when readings.Length > 0 => new Condition.UnderReading(readings[_random.Next(readings.Length)].Name),
            6 => new Condition.Not(MakeCondition(depth - 1, statusesBelow, readings)),
            7 or 8 => new Condition.All([MakeCondition(depth - 1, statusesBelow, readings), MakeCondition(depth - 1, statusesBelow, readings)]),
            9 => new Condition.Any([MakeCondition(depth - 1, statusesBelow, readings), MakeCondition(depth - 1, statusesBelow, readings)]),
            _ => MakeAtom(),
        };
    }

    private Condition MakeFactCondition(int depth) => _random.Next(depth > 0 ? 5 : 2) switch
    {
        2 => new Condition.All([MakeFactCondition(depth - 1), MakeFactCondition(depth - 1)]),
        3 => new Condition.Any([MakeFactCondition(depth - 1), MakeFactCondition(depth - 1)]),
        4 => new Condition.Not(MakeFactCondition(depth - 1)),
        _ => MakeAtom(),
    };

    private Condition.FactIn MakeAtom()
    {
        var fact = _facts[_random.Next(_facts.Length)];
        return new Condition.FactIn(fact, new ValueSet((ulong)_random.Next(1, (1 << fact.Values.Length) - 1)));
    }

    private Expectation MakeExpectation(int depth)
    {
        var status = Vocabulary.Statuses[_random.Next(3)];
        var (party, act) = (Vocabulary.Parties[_random.Next(2)], Vocabulary.Acts[_random.Next(2)]);
        return _random.Next(depth > 0 ? 7 : 5) switch
        {
            0 => new Expectation.Has(status),
            1 => new Expectation.Lacks(status),
            2 => new Expectation.Norm(party, (Modality)_random.Next(3), act, TimeLimit.None),
            3 => new Expectation.Norm(party, Modality.Must, act, _random.Next(2) == 0 ? TimeLimit.AnyStated : new TimeLimit(true, new Deadline(2, TimeUnit.Days, null))),
            4 => new Expectation.Nobody(act),
            5 => new Expectation.Someone(Modality.Must, act, TimeLimit.None),
            _ => new Expectation.All([MakeExpectation(depth - 1), MakeExpectation(depth - 1)]),
        };
    }
}
