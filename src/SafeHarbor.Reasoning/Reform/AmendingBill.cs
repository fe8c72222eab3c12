using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>
/// Edits as a bill: each provision that is changed is replaced by itself as it would read, each new section is added. With the
/// bill in force the law decides every question as the edited law does.
/// </summary>
public static class AmendingBill
{
    /// <param name="law">The law that the edits change.</param>
    /// <param name="name">What new sections are called before they have a number, such as "the act of 2027".</param>
    public static Bill Of(ApplicableLaw law, IReadOnlyCollection<Edit> edits, string title, string name, LocalDate from)
    {
        var after = EditedLaw.With(law, edits);
        var changed = edits.OfType<Edit.OfRule>().Select(e => e.Rule.Provision!).Distinct(ReferenceEqualityComparer.Instance).Cast<Provision>()
            .OrderBy(p => p.Citation.Length).ToList();
        var replaced = changed.SelectMany(provision => Kept(law, provision, changed).Select(kept => (BillChange)new BillChange.Add(kept)).Prepend(new BillChange.Replace(Replaced(law, after, provision, from))));
        var added = after.Rules.Skip(law.Rules.Length).Select((rule, i) => new BillChange.Add(Added(law, rule, $"{name}, new section {i + 1}", from)));
        return new Bill(law.Jurisdiction.Id, title, [], from, null, [.. replaced, .. added], law.Jurisdiction.Location);
    }

    /// <summary>
    /// What stands below a section that is replaced, and goes with it unless it is said again. What is itself changed is replaced
    /// after it.
    /// </summary>
    private static IEnumerable<Provision> Kept(ApplicableLaw law, Provision section, IReadOnlyCollection<Provision> changed)
    {
        var whole = new Precedence(section.Citation, true, section.Location);
        return law.OwnProvisions.Where(p => p.Citation != section.Citation && whole.Covers(p.Citation) && !changed.Contains(p, ReferenceEqualityComparer.Instance));
    }

    private static Provision Replaced(ApplicableLaw law, ApplicableLaw after, Provision provision, LocalDate from)
    {
        var rules = law.Rules.Where(r => ReferenceEquals(r.Provision, provision)).Select(r => after.Rules[r.Index].Rule).ToImmutableArray();
        var used = after.Rules.Where(r => r.Origin.Id == law.Jurisdiction.Id).SelectMany(r => r.Rule.Unless.Append(r.Rule.When)).SelectMany(ReadingsIn).ToHashSet();
        return provision with
        {
            Rules = rules,
            Readings = [.. provision.Readings.Where(r => used.Contains(r.Name))],
            InForce = new InForce(from, StartPrecision.Day, null),
            Amended = [],
            Sources = [],
            Notes = [],
            AsEnacted = null,
        };
    }

    private static Provision Added(ApplicableLaw law, ApplicableRule section, string citation, LocalDate from) => section.Provision! with
    {
        Citation = citation,
        Rules = [section.Rule],
        // Only what is opposed to it needs to be prevailed over: the text stays short.
        Precedences = [.. section.Provision.Precedences.Where(p => law.Rules.Any(r => r.Provision is { } other && p.Covers(other.Citation)
            && r.Rule.Effects.Any(theirs => section.Rule.Effects.Any(own => AreOpposed(own, theirs)))))],
        InForce = new InForce(from, StartPrecision.Day, null),
        Amended = [],
        Sources = [],
        Notes = [],
        AsEnacted = null,
    };

    private static bool AreOpposed(Effect own, Effect theirs) => (own, theirs) switch
    {
        (Effect.Grant or Effect.Deny, Effect.Grant or Effect.Deny) => CompiledLaw.StatusOf(own) == CompiledLaw.StatusOf(theirs) && own.GetType() != theirs.GetType(),
        (Effect.Norm a, Effect.Norm b) => a.Party == b.Party && a.Act == b.Act && a.Modality == Modality.MustNot != (b.Modality == Modality.MustNot),
        _ => false,
    };

    private static IEnumerable<string> ReadingsIn(Condition condition) => condition switch
    {
        Condition.UnderReading reading => [reading.Reading],
        Condition.All all => all.Parts.SelectMany(ReadingsIn),
        Condition.Any any => any.Parts.SelectMany(ReadingsIn),
        Condition.Not not => ReadingsIn(not.Part),
        _ => [],
    };
}
