using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Certificates;

/// <summary>
/// The readings and unread rules on which an answer can turn, and in which direction: whether to answer one yes can only
/// help, can only harm, or may do either. Found by reading the rules; where it can only help, "under some reading" is
/// "where it is answered yes", and no list of all ways is needed.
/// </summary>
internal sealed class OpenVariables(ApplicableLaw law)
{
    private readonly HashSet<(string What, int One, int Other, bool Helps)> _seen = [];
    private readonly HashSet<int> _helpfulReadings = [];
    private readonly HashSet<int> _harmfulReadings = [];
    private readonly HashSet<int> _helpfulUnread = [];
    private readonly HashSet<int> _harmfulUnread = [];

    public IEnumerable<int> Readings => _helpfulReadings.Union(_harmfulReadings).Order();

    public IEnumerable<int> Unread => _helpfulUnread.Union(_harmfulUnread).Order();

    /// <summary>Whether answering yes can only help (true), only harm (false), or either (null).</summary>
    public bool? DirectionOfReading(int index) => Direction(_helpfulReadings.Contains(index), _harmfulReadings.Contains(index));

    public bool? DirectionOfUnread(int index) => Direction(_helpfulUnread.Contains(index), _harmfulUnread.Contains(index));

    private static bool? Direction(bool helps, bool harms) => helps && harms ? null : helps;

    /// <param name="helps">Whether the expectation's holding is what is wanted.</param>
    public void Expect(Expectation expectation, bool helps)
    {
        switch (expectation)
        {
            case Expectation.Has has: StatusOf(has.Status, lacking: false, helps); break;
            case Expectation.Lacks lacks: StatusOf(lacks.Status, lacking: true, helps); break;
            case Expectation.Norm norm: NormOf(norm.Party, norm.Modality, norm.Act, helps); break;
            case Expectation.Someone someone:
                foreach (var party in someone.Act.Parties)
                    NormOf(party, someone.Modality, someone.Act, helps);
                break;
            case Expectation.Nobody nobody:
                foreach (var party in nobody.Act.Parties)
                    NormOf(party, Modality.MustNot, nobody.Act, helps);
                break;
            case Expectation.All all:
                foreach (var part in all.Parts)
                    Expect(part, helps);
                break;
            default: throw new System.Diagnostics.UnreachableException(expectation.GetType().Name);
        }
    }

    /// <summary>Every effect that bears on a party's act, as when a contradiction is asked for.</summary>
    public void Both(Party party, Act act)
    {
        EffectsWhere(e => IsOf(e, party, act, Modality.Must), helps: true);
        EffectsWhere(e => IsOf(e, party, act, Modality.MustNot), helps: true);
    }

    public void Both(Status status)
    {
        EffectsWhere(e => e is Effect.Grant g && g.Status == status, helps: true);
        EffectsWhere(e => e is Effect.Deny d && d.Status == status, helps: true);
    }

    private void StatusOf(Status status, bool lacking, bool helps)
    {
        if (!_seen.Add((lacking ? "lacking" : "status", status.Index, 0, helps)))
            return;
        EffectsWhere(e => e is Effect.Grant g && g.Status == status, lacking ? !helps : helps);
        if (!lacking)
            EffectsWhere(e => e is Effect.Deny d && d.Status == status, !helps);
    }

    private void NormOf(Party party, Modality modality, Act act, bool helps)
    {
        EffectsWhere(e => IsOf(e, party, act, Modality.Must), modality == Modality.MustNot ? !helps : helps);
        EffectsWhere(e => IsOf(e, party, act, Modality.MustNot), modality == Modality.MustNot ? helps : !helps);
        if (modality == Modality.May)
            EffectsWhere(e => IsOf(e, party, act, Modality.May), helps);
    }

    private static bool IsOf(Effect effect, Party party, Act act, Modality modality) =>
        effect is Effect.Norm n && n.Party == party && n.Act == act && n.Modality == modality;

    private void EffectsWhere(Func<Effect, bool> wanted, bool helps)
    {
        foreach (var rule in law.Rules)
        {
            for (var i = 0; i < rule.Rule.Effects.Length; i++)
            {
                if (wanted(rule.Rule.Effects[i]))
                    Stands(rule, i, helps);
            }
        }
    }

    private void Stands(ApplicableRule rule, int index, bool helps)
    {
        if (!_seen.Add(("stands", rule.Index, index, helps)))
            return;
        Fires(rule, helps);
        foreach (var other in law.Rules.Where(o => o.PrevailsOver(rule)))
        {
            for (var i = 0; i < other.Rule.Effects.Length; i++)
            {
                if (SmtLaw.Opposed(rule.Rule.Effects[index], other.Rule.Effects[i]))
                    Stands(other, i, !helps);
            }
        }
    }

    private void Fires(ApplicableRule rule, bool helps)
    {
        if (!_seen.Add(("fires", rule.Index, 0, helps)))
            return;
        if (rule.UnreadVariable is { } variable)
            (helps ? _helpfulUnread : _harmfulUnread).Add(variable);
        Holds(rule.Rule.When, rule.Origin, opposite: false, helps);
        foreach (var exception in rule.Rule.Unless)
            Holds(exception, rule.Origin, opposite: false, !helps);
    }

    private void Holds(Condition condition, Jurisdiction origin, bool opposite, bool helps)
    {
        switch (condition)
        {
            case Condition.HasStatus has: StatusOf(has.Status, lacking: opposite, helps); break;
            case Condition.LacksStatus lacks: StatusOf(lacks.Status, lacking: !opposite, helps); break;
            case Condition.UnderReading reading: (helps != opposite ? _helpfulReadings : _harmfulReadings).Add(law.ReadingIndex(origin, reading.Reading)); break;
            case Condition.All all:
                foreach (var part in all.Parts)
                    Holds(part, origin, opposite, helps);
                break;
            case Condition.Any any:
                foreach (var part in any.Parts)
                    Holds(part, origin, opposite, helps);
                break;
            case Condition.Not not: Holds(not.Part, origin, !opposite, helps); break;
        }
    }
}
