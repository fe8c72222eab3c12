using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.Model;

/// <summary>A rule of the law that applies, with where it stands.</summary>
/// <param name="Index">Zero-based place among the rules.</param>
/// <param name="Origin">The jurisdiction whose law it is; the baseline's for the general law.</param>
/// <param name="Provision">The provision that holds it; null when it is what an unread text could say.</param>
/// <param name="Unread">The unread entry it belongs to; null when it was read. Exactly one of the two is null.</param>
/// <param name="UnreadVariable">For an unread rule the index of the variable that says whether the text says so.</param>
public sealed record ApplicableRule(int Index, Jurisdiction Origin, Provision? Provision, Unread? Unread, int? UnreadVariable, Rule Rule)
{
    public string Citation => Provision?.Citation ?? $"unread: {Unread!.Title}";

    public bool PrevailsOver(ApplicableRule other) => Provision is { } mine && other.Provision is { } theirs && !ReferenceEquals(mine, theirs)
        ? mine.PrevailsOver(theirs)
        : Provision is not null && other.Provision is null && Provision.Precedences.Any(p => p.Prevails && p.Citation is null);
}

/// <summary>An open question of law where it was named.</summary>
/// <param name="Index">Zero-based index of its variable.</param>
public sealed record OpenReading(int Index, Jurisdiction Origin, Provision Provision, Reading Reading);

/// <summary>
/// The law that applies in a jurisdiction on a day: its own provisions in force, those of each jurisdiction it lies
/// within whose law binds it, and the baseline, after the bills chosen (point 1 of the language's meaning).
/// </summary>
public sealed record ApplicableLaw(
    LawLibrary Library,
    Jurisdiction Jurisdiction,
    LocalDate On,
    ImmutableArray<Bill> Bills,
    ImmutableArray<ApplicableRule> Rules,
    ImmutableArray<OpenReading> Readings,
    ImmutableArray<ApplicableRule> UnreadRules,
    ImmutableArray<Provision> OwnProvisions,
    ImmutableArray<(Jurisdiction Origin, Provision Provision)> ShownOnly)
{
    public Vocabulary Vocabulary => Library.Vocabulary;

    /// <summary>The index of a reading's variable, as named in a rule of that origin.</summary>
    public int ReadingIndex(Jurisdiction origin, string name) =>
        Readings.First(r => r.Origin.Id == origin.Id && r.Reading.Name == name).Index;

    /// <exception cref="ArgumentException">The library does not hold the jurisdiction, or the jurisdiction not the bill.</exception>
    public static ApplicableLaw Of(LawLibrary library, LawQuestion question)
    {
        var jurisdiction = library.Find(question.Jurisdiction) ?? throw new ArgumentException($"the library holds no law of {question.Jurisdiction}", nameof(question));
        var bills = (question.Bills.IsDefault ? [] : question.Bills)
            .Select(title => jurisdiction.Bills.FirstOrDefault(b => b.Title == title) ?? throw new ArgumentException($"{jurisdiction.Id} has no bill {title}", nameof(question)))
            .Where(b => b.From <= question.On).ToImmutableArray();
        var (own, open) = WithBills(jurisdiction, bills, question.On);
        var provisions = own.Select(p => (Origin: jurisdiction, Provision: p)).ToList();
        var unread = jurisdiction.Unread.Concat(open.Select(NotKnownToStand)).Select(u => (Origin: jurisdiction, Unread: u)).ToList();
        var shown = ImmutableArray.CreateBuilder<(Jurisdiction, Provision)>();
        var below = jurisdiction;
        while (below.Within is { } id && library.Find(id) is { } above)
        {
            var stateAboveLocality = above.Within is not null;
            foreach (var provision in above.Provisions.Where(p => p.InForce.Includes(question.On) && !p.InForce.IsOpenOn(question.On)))
            {
                if (provision.Reach == Reach.BindsWithin || (provision.Reach == Reach.Own && stateAboveLocality))
                    provisions.Add((above, provision));
                else
                    shown.Add((above, provision));
            }
            if (stateAboveLocality)
                unread.AddRange(above.Unread.Select(u => (above, u)));
            unread.AddRange(above.Provisions.Where(p => p.InForce.IsOpenOn(question.On) && (p.Reach == Reach.BindsWithin || (p.Reach == Reach.Own && stateAboveLocality)))
                .Select(p => (above, NotKnownToStand(p))));
            below = above;
        }
        shown.InsertRange(0, own.Where(p => p.Reach == Reach.ConditionsFunding).Select(p => (jurisdiction, p)));
        provisions.RemoveAll(p => p.Provision.Reach == Reach.ConditionsFunding);
        provisions.AddRange(library.Baseline.Provisions.Where(p => p.InForce.Includes(question.On) && !p.InForce.IsOpenOn(question.On)).Select(p => (library.Baseline, p)));
        unread.AddRange(library.Baseline.Provisions.Where(p => p.InForce.IsOpenOn(question.On)).Select(p => (library.Baseline, NotKnownToStand(p))));
        return Assemble(library, jurisdiction, question.On, bills, provisions, unread, [.. own], shown.ToImmutable());
    }

    /// <summary>A provision that is only known to have stood later than the day: what it says may or may not have been law.</summary>
    private static Unread NotKnownToStand(Provision provision) =>
        new($"since when {provision.Citation} stands (it did before {NodaTime.Text.LocalDatePattern.Iso.Format(provision.InForce.From)})", provision.Topics,
            ["Its words were read; the day on which they became law was not found."], provision.LastRead, null, [], provision.Rules, provision.Rules.IsEmpty, provision.Location);

    private static ApplicableLaw Assemble(LawLibrary library, Jurisdiction jurisdiction, LocalDate on, ImmutableArray<Bill> bills,
        List<(Jurisdiction Origin, Provision Provision)> provisions, List<(Jurisdiction Origin, Unread Unread)> unread,
        ImmutableArray<Provision> own, ImmutableArray<(Jurisdiction, Provision)> shown)
    {
        var rules = ImmutableArray.CreateBuilder<ApplicableRule>();
        var readings = new List<OpenReading>();
        foreach (var (origin, provision) in provisions)
        {
            foreach (var rule in provision.Rules)
                rules.Add(new ApplicableRule(rules.Count, origin, provision, null, null, rule));
            foreach (var reading in provision.Readings)
            {
                if (!readings.Exists(r => r.Origin.Id == origin.Id && r.Reading.Name == reading.Name))
                    readings.Add(new OpenReading(readings.Count, origin, provision, reading));
            }
        }
        // A reading may be declared in a version of the provision that is not in force and used by one that is.
        foreach (var origin in provisions.Select(p => p.Origin).Concat(unread.Select(u => u.Origin)).Distinct())
        {
            var ofBills = origin.Bills.SelectMany(b => b.Changes).Select(c => c switch { BillChange.Add add => add.Provision, BillChange.Replace replace => replace.Provision, _ => null }).OfType<Provision>();
            foreach (var provision in origin.Provisions.Concat(ofBills))
            {
                foreach (var reading in provision.Readings)
                {
                    if (!readings.Exists(r => r.Origin.Id == origin.Id && r.Reading.Name == reading.Name))
                        readings.Add(new OpenReading(readings.Count, origin, provision, reading));
                }
            }
        }
        var unreadRules = ImmutableArray.CreateBuilder<ApplicableRule>();
        foreach (var (origin, entry) in unread.Where(u => u.Unread.AppliesOn(on)))
        {
            foreach (var rule in entry.CouldSay)
            {
                var applicable = new ApplicableRule(rules.Count, origin, null, entry, unreadRules.Count, rule);
                rules.Add(applicable);
                unreadRules.Add(applicable);
            }
        }
        return new ApplicableLaw(library, jurisdiction, on, bills, rules.ToImmutable(), [.. readings], unreadRules.ToImmutable(), own, shown);
    }

    /// <summary>
    /// A jurisdiction's provisions in force on a day, with bills laid over them in order, and apart those of which it is not
    /// known whether they stood. Nothing is copied or changed.
    /// </summary>
    private static (List<Provision> Own, List<Provision> Open) WithBills(Jurisdiction jurisdiction, ImmutableArray<Bill> bills, LocalDate on)
    {
        var own = BillLayer.Over(jurisdiction.Provisions.Where(p => p.InForce.Includes(on)), bills.SelectMany(b => b.Changes));
        var open = own.Where(p => p.InForce.IsOpenOn(on)).ToList();
        own.RemoveAll(p => p.InForce.IsOpenOn(on));
        open.RemoveAll(p => p.Reach == Reach.ConditionsFunding);
        return (own, open);
    }
}
