using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Law.Writing;
using SafeHarbor.Plans.Proving;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Plans.Drafting;

/// <summary>
/// A first plan for a government: the smallest reforms as bills (for a county or city, what it can do itself as policies), the
/// session they can enter, what goes with them, and as questions what only people can decide.
/// </summary>
public sealed class PlanDrafter
{
    private readonly LawLibrary _library;
    private readonly ApplicableLaw _law;
    private readonly ImmutableArray<ApplicableLaw> _others;
    private readonly LocalDate _today;
    private readonly int _budget;

    /// <param name="others">The laws in which precedents are looked for.</param>
    /// <param name="budget">How many sets of edits may be weighed for one demand.</param>
    public PlanDrafter(LawLibrary library, Jurisdiction jurisdiction, IEnumerable<ApplicableLaw> others, LocalDate today, int budget = ReformSearch.Budget)
    {
        (_library, _today, _budget) = (library, today, budget);
        _law = ApplicableLaw.Of(library, new LawQuestion(jurisdiction.Id, today));
        _others = [.. others];
    }

    private Jurisdiction Jurisdiction => _law.Jurisdiction;

    /// <summary>Whether it lies within a state.</summary>
    private bool IsLocal => _library.IsLocal(Jurisdiction);

    /// <param name="demands">The demands that the plan is to meet.</param>
    public Plan Draft(IReadOnlyList<Demand> demands)
    {
        var open = PlanProof.Stand(_law, demands).Where(d => d.IsOpen).Select(d => d.Demand).ToList();
        var search = new ReformSearch(_law, _others, _budget);
        var (closable, beyond) = Sort(open, search);
        var edits = closable.Count == 0 ? [] : search.FindTogether(closable).Proposals.FirstOrDefault()?.Edits ?? [];
        var groups = Groups(edits, closable);
        var session = SessionCalendar.NextSession(Jurisdiction.Id, _today);
        var passed = SessionCalendar.PassedBy(session);
        var inForce = IsLocal ? passed : SessionCalendar.InForceFrom(Jurisdiction.Id, passed);
        ImmutableArray<PlanAction> legal = [.. groups.Select(g => Legal(g, passed, inForce))];
        var goal = inForce;
        return new Plan($"{Jurisdiction.Name}: no child is punished for having been exploited", Jurisdiction.Id,
            new PlanGoal($"In {Jurisdiction.Name} no child is arrested, detained, charged or adjudicated for commercial sex, or for other conduct that results from having been exploited; and every such child is met with help.", goal),
            Scope(demands, closable, open, beyond), Jurisdiction.Location)
        {
            Actions = [.. legal, .. Accompanying(legal, goal)],
            Measures = [.. Measures(goal)],
            Reviews = [.. Reviews(goal)],
            Questions = [.. Questions(legal, beyond, session), .. ToRead(demands)],
        };
    }

    /// <summary>Demands that stated edits can close, and those that none can; for a county or city those also that only the state can.</summary>
    private (List<Demand> Closable, List<(Demand Demand, string Why)> Beyond) Sort(List<Demand> open, ReformSearch search)
    {
        var closable = new List<Demand>();
        var beyond = new List<(Demand, string)>();
        foreach (var demand in open)
        {
            var result = search.Find([demand], alternatives: 1);
            if (result.Proposals.IsEmpty)
                beyond.Add((demand, result.IsCheapestProved ? "it is proved that no edit of the stated list closes it" : "no edit of the stated list was found that closes it"));
            else if (IsLocal && !result.Proposals[0].Edits.All(IsWithinLocalPower))
                beyond.Add((demand, "only the state can change this: it turns on what is an offence, on who is a victim, or on what prosecutors and courts do"));
            else
                closable.Add(demand);
        }
        return (closable, beyond);
    }

    private static readonly string[] LocalParties = ["police", "local government", "child welfare agency", "service coordinator", "mandated reporter"];

    /// <summary>Whether a county or city can do it by telling its own agencies what they must, must not and may do.</summary>
    private bool IsWithinLocalPower(Edit edit)
    {
        var rule = edit switch { Edit.OfRule of => of.Rule.Origin.Id == Jurisdiction.Id ? of.Rule.Rule : null, Edit.Adopt adopt => adopt.Precedent.Rule, Edit.Write write => write.Section.Rule, _ => null };
        return rule is not null && rule.Effects.All(e => e is Effect.Norm norm && LocalParties.Contains(norm.Party.Name, StringComparer.Ordinal));
    }

    /// <summary>Edits that belong in one bill.</summary>
    /// <param name="Theme">What the bill is about, in a word: `response`, `criminalization`, `records`, `victims`, `offences`.</param>
    private sealed record Group(string Theme, ImmutableArray<Edit> Edits, ImmutableArray<string> Serves);

    /// <summary>
    /// The edits by bill. Those of one provision stay together; a provision goes with the demands that reopen without it. Without
    /// any one group some demand reopens, since no edit of a reform is needless.
    /// </summary>
    private List<Group> Groups(ImmutableArray<Edit> edits, List<Demand> demands)
    {
        var byPlace = edits.GroupBy(e => e is Edit.OfRule of ? of.Rule.Provision! : (object)e, ReferenceEqualityComparer.Instance).Select(g => g.ToImmutableArray());
        var placed = byPlace.Select(own => (Edits: own, Reopens: PlanProof.Stand(EditedLaw.With(_law, edits.RemoveRange(own)), demands).Where(d => d.IsOpen).Select(d => d.Demand.Id).ToImmutableArray())).ToList();
        // What closes no gap by itself keeps the others from contradicting something: it goes with the first of them.
        var first = placed.Select(p => p.Reopens.FirstOrDefault()).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault("");
        return [.. placed.GroupBy(p => ThemeOf(p.Reopens.FirstOrDefault(first))).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Group(g.Key, [.. g.SelectMany(p => p.Edits)], [.. g.SelectMany(p => p.Reopens).Distinct().Order(StringComparer.Ordinal)]))];
    }

    private static string ThemeOf(string demand) =>
        demand.StartsWith("R3.relief", StringComparison.Ordinal) ? "records"
        : demand.StartsWith("R3", StringComparison.Ordinal) ? "criminalization"
        : demand.StartsWith("R2", StringComparison.Ordinal) ? "response"
        : demand == "R4.victim" ? "victims" : "offences";

    private static string TitleOf(string theme) => theme switch
    {
        "records" => "Clear the records of children who were exploited",
        "criminalization" => "No child is arrested, detained, charged or adjudicated for having been exploited",
        "response" => "Report, respond and serve, whoever the exploiter is",
        "victims" => "Every exploited child is a victim, trafficker or none",
        _ => "The offence reaches every trafficker and every buyer",
    };

    private PlanAction Legal(Group group, LocalDate passed, LocalDate inForce)
    {
        var title = TitleOf(group.Theme);
        var bill = EditedBill.Of(_law, group.Edits, title, inForce, source: null, act: $"{Jurisdiction.Name} {(IsLocal ? "policy" : "act")} on {group.Theme}");
        return new PlanAction($"{(IsLocal ? "policy" : "bill")}-{group.Theme}", IsLocal ? ActionKind.Policy : ActionKind.Bill, title, Jurisdiction.Location)
        {
            Due = passed,
            InForce = inForce,
            Serves = group.Serves,
            Text = LawWriter.Write(bill),
        };
    }

    private IEnumerable<PlanAction> Accompanying(ImmutableArray<PlanAction> legal, LocalDate goal)
    {
        var year = Period.FromYears(1);
        ImmutableArray<string> all = [.. legal.SelectMany(a => a.Serves).Distinct().Order(StringComparer.Ordinal)];
        if (all.IsEmpty)
            yield break;
        yield return new PlanAction("count-today", ActionKind.Data, "Count how many children are arrested, detained and charged today, and how many are met with services", Jurisdiction.Location) { Due = _today.PlusMonths(6), Serves = all };
        yield return new PlanAction("train", ActionKind.Training, "Train every officer, prosecutor, judge and caseworker who meets these children in what changes", Jurisdiction.Location) { Due = goal, After = ["count-today"], Serves = all };
        yield return new PlanAction("services", ActionKind.Service, "Have a place to bring a child at any hour that is not a cell: an advocate, a bed, a doctor", Jurisdiction.Location) { Due = goal, Serves = all };
    }

    private static IEnumerable<PlanMeasure> Measures(LocalDate goal)
    {
        yield return Measure("arrests", "Children arrested for prostitution or loitering for it", 0);
        yield return Measure("charges", "Children charged with conduct that resulted from having been exploited", 0);
        yield return new PlanMeasure("served", "Of the children identified as exploited, the share who were offered specialised services within the time that the law states", Nowhere) { Target = new Measurement(100, goal), Period = "each year" };

        PlanMeasure Measure(string id, string says, decimal target) => new(id, says, Nowhere) { Target = new Measurement(target, goal), Period = "each year" };
    }

    private static readonly Location Nowhere = new(new SourceText("a drafted plan", ""), new TextSpan(0, 0));

    private IEnumerable<LocalDate> Reviews(LocalDate goal)
    {
        for (var day = new LocalDate(_today.Year + 1, 1, 15); day <= goal; day = day.PlusYears(1))
            yield return day;
        yield return goal.PlusMonths(6);
    }

    private PlanScope Scope(IReadOnlyList<Demand> demands, List<Demand> closable, List<Demand> open, List<(Demand Demand, string Why)> beyond)
    {
        var inScope = demands.Where(d => closable.Contains(d) || !open.Contains(d)).Select(d => d.Id);
        var later = beyond.Select(b => new LeftForLater(b.Demand.Id, b.Why))
            .Concat(_library.Demands.Where(d => !demands.Contains(d)).Select(d => new LeftForLater(d.Id, "this plan is about ending the criminalization of children; the demand can be added to it")));
        return new PlanScope([.. inScope], [.. later]);
    }

    private IEnumerable<string> Questions(ImmutableArray<PlanAction> legal, List<(Demand Demand, string Why)> beyond, int session)
    {
        if (!legal.IsEmpty)
        {
            yield return IsLocal
                ? "Which office signs each policy, and from when? The days here are assumed."
                : $"On which days of {session} does the legislature open, close its filing, and end? The days here assume that bills pass by {LocalDatePattern.Iso.Format(SessionCalendar.PassedBy(session))}; {SessionCalendar.InWords(SessionCalendar.RuleOf(Jurisdiction.Id))}.";
            yield return "Who owns each action, and who answers when it is late?";
            yield return "What does each action cost, and who pays?";
            yield return IsLocal ? "Do the words of each policy fit those of the state's law? They are paraphrases; a lawyer writes the policy." : "Do the words of each bill fit the style of the code? They are paraphrases; a drafter writes the bill.";
        }
        yield return "Which survivors were asked, and what part will they have, and be paid for?";
        yield return "Where do the measures stand today? No public figure was read.";
        foreach (var (demand, why) in beyond)
            yield return $"What shall be done about “{demand.Title}”? Here {why}.";
    }

    /// <summary>What has to be read before anybody can say that the plan gets there.</summary>
    private IEnumerable<string> ToRead(IReadOnlyList<Demand> demands)
    {
        var notKnown = PlanProof.Stand(_law, demands).Where(d => d.NotKnown).Select(d => d.Demand.Id).ToList();
        if (notKnown.Count > 0)
            yield return $"In some situation {Friendly.And(notKnown)} {(notKnown.Count == 1 ? "turns" : "turn")} on text that could not be read. Who reads it? The entries are {Friendly.And(_law.UnreadRules.Select(r => $"“{r.Unread!.Title}”").Distinct().Take(6))}.";
    }
}
