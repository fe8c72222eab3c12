using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>Makes the bill that edits come to, in the terms of the law language, so that a drafter can go on from it.</summary>
public static class EditedBill
{
    /// <param name="law">The law to be amended.</param>
    /// <param name="edits">Edits of that law; at least one.</param>
    /// <param name="from">The first day on which the bill would be law.</param>
    /// <param name="source">Where the bill's text is said to be read; null where it stands nowhere yet.</param>
    /// <param name="act">What its new sections are called by, such as "the act on records", where several bills stand beside each other; null where it is alone.</param>
    public static Bill Of(ApplicableLaw law, IReadOnlyCollection<Edit> edits, string title, LocalDate from, Source? source, string? act = null)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentOutOfRangeException.ThrowIfZero(edits.Count, nameof(edits));
        var after = EditedLaw.With(law, edits);
        var changes = ImmutableArray.CreateBuilder<BillChange>();
        var touched = edits.OfType<Edit.OfRule>().Select(e => e.Rule.Provision!).Distinct(ReferenceEqualityComparer.Instance).Cast<Provision>().ToList();
        foreach (var provision in touched)
        {
            // A section that is replaced takes its subsections with it; those stay, as they are or as they are edited.
            if (touched.Exists(t => !ReferenceEquals(t, provision) && t.Citation != provision.Citation && new Precedence(t.Citation, true, t.Location).Covers(provision.Citation)))
                continue;
            changes.Add(new BillChange.Replace(Amended(provision)));
            var whole = new Precedence(provision.Citation, true, provision.Location);
            changes.AddRange(law.OwnProvisions.Where(p => !ReferenceEquals(p, provision) && whole.Covers(p.Citation)).Select(p => new BillChange.Add(Amended(p))));
        }
        var sections = after.Rules.Skip(law.Rules.Length).ToList();
        for (var i = 0; i < sections.Count; i++)
            changes.Add(new BillChange.Add(Section(law, sections[i], Named(act, i, sections.Count))));
        return new Bill(law.Jurisdiction.Id, title, source is null ? [] : [source], from, null, changes.ToImmutable(), law.Jurisdiction.Location);

        Provision Amended(Provision provision) => provision with { Rules = [.. after.Rules.Take(law.Rules.Length).Where(r => ReferenceEquals(r.Provision, provision)).Select(r => r.Rule) is var rules && rules.Any() ? rules : provision.Rules] };
    }

    private static string Named(string? act, int index, int count)
    {
        var number = count == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {index + 1}");
        return act is null ? $"New section{number}" : $"{act}, new section{number}";
    }

    /// <summary>A new section. It prevails over what is opposed to it and does not prevail over everything itself; over the rest there is nothing to prevail.</summary>
    private static Provision Section(ApplicableLaw law, ApplicableRule rule, string citation)
    {
        var model = rule.Provision!;
        var opposed = law.Rules.Where(r => r.Provision is not null && r.Rule.Effects.Any(e => rule.Rule.Effects.Any(mine => AreOpposed(e, mine)))).Select(r => r.Provision!.Citation).ToHashSet();
        return model with
        {
            Citation = citation,
            Topics = [.. model.Topics.Where(law.Vocabulary.Topics.Contains)],
            Precedences = [.. model.Precedences.Where(p => opposed.Contains(p.Citation!))],
            Notes = [$"After {model.Citation["new section, after ".Length..]}. Cite it where it is to stand."],
            Rules = [rule.Rule],
            Amended = [],
            Sources = [],
            AsEnacted = null,
        };
    }

    private static bool AreOpposed(Effect one, Effect other) => (one, other) switch
    {
        (Effect.Grant grant, Effect.Deny deny) => grant.Status == deny.Status,
        (Effect.Deny deny, Effect.Grant grant) => grant.Status == deny.Status,
        (Effect.Norm a, Effect.Norm b) => a.Party == b.Party && a.Act == b.Act && a.Modality != b.Modality && (a.Modality == Modality.MustNot || b.Modality == Modality.MustNot),
        _ => false,
    };
}
