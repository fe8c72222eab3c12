using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Workbench.Answers.Drafts;

/// <summary>What a draft does to one demand.</summary>
/// <param name="GapBefore">Whether the demand has a gap without the draft.</param>
/// <param name="GapAfter">Whether it has one with it.</param>
public sealed record DraftedDemand(DemandDifference Difference, bool GapBefore, bool GapAfter)
{
    public int Kinds(int direction) => Difference.Parts.Where(p => Math.Sign(p.Direction) == direction).Sum(p => p.Lines.Length);

    /// <summary>What happens to the gap, in a few words.</summary>
    public string InWords => (Kinds(1) > 0, Kinds(-1) > 0, GapBefore, GapAfter) switch
    {
        (true, true, _, _) => "helps some children and harms others",
        (true, false, true, false) => "closes the gap",
        (true, false, _, _) => "narrows the gap",
        (false, true, false, _) => "opens a gap",
        (false, true, _, _) => "widens the gap",
        _ when Difference.Parts.All(p => p is { First: Verdict.NotKnown, Second: Verdict.Yes }) => "makes sure of what cannot be known today",
        _ => "changes what can be known",
    };

    /// <summary>In how many kinds of situation children gain and lose.</summary>
    public string Count => Friendly.Sentence(Friendly.And(new[] { (Kinds(-1), "lose"), (Kinds(1), "gain"), (Kinds(0), "known otherwise") }
        .Where(k => k.Item1 > 0).Select(k => k.Item2 == "known otherwise" ? $"known otherwise in {Friendly.Count(k.Item1, "kind")}" : $"children {k.Item2} in {Friendly.Count(k.Item1, "kind")} of situation")));

    /// <summary>Above 0 where children only gain, below 0 where any loses.</summary>
    public int Direction => Kinds(-1) > 0 ? -1 : Kinds(1) > 0 ? 1 : 0;
}

/// <summary>What a draft would change for whom; or why that cannot be said.</summary>
/// <param name="Problem">Why nothing can be said; null where it can.</param>
/// <param name="Demands">The demands whose standing changes.</param>
/// <param name="Day">The day on which the two laws are compared.</param>
public sealed record DraftOutcome(string? Problem, ImmutableArray<DraftedDemand> Demands, NodaTime.LocalDate Day)
{
    /// <summary>The ids of the demands that have a gap with the draft.</summary>
    public ImmutableHashSet<string> GapsAfter { get; init; } = [];

    public int Kinds(int direction) => Demands.Sum(d => d.Kinds(direction));
}

/// <summary>
/// Answers about drafts. Nothing of a draft is kept, and what one may cost is bounded: its size, its rules, the steps of the
/// reasoning, and how many are worked on at once.
/// </summary>
public sealed class DraftDesk(LawDesk desk)
{
    /// <summary>Rules that a draft may have and still be reasoned about: ten times the longest bill in the library.</summary>
    public const int MostRules = 300;

    /// <summary>Steps of reasoning for one draft, which bound its memory.</summary>
    public const long MostSteps = 2_000_000;

    /// <summary>Longest that one draft is worked on.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim _atWork = new(Math.Max(1, Environment.ProcessorCount - 1));

    public LawDesk Desk { get; } = desk;

    /// <summary>Reads a draft beside the law of a jurisdiction.</summary>
    /// <returns>The draft, or what is wrong with its size.</returns>
    public (Draft? Draft, string? Problem) Read(Jurisdiction jurisdiction, string text) =>
        DraftReader.TooLarge(text) is { } problem ? (null, problem) : (DraftReader.Read(Desk.Library, jurisdiction, "draft", text), null);

    /// <summary>For whom the outcome differs with the draft.</summary>
    public async Task<DraftOutcome> OutcomeOf(Draft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var none = new DraftOutcome(null, [], Desk.Today);
        if (draft.HasErrors)
            return none with { Problem = $"The draft has {Friendly.Count(draft.Findings.Count(f => f.IsError), "error")}. Once it reads without any, what it changes is shown here." };
        if (draft.Bills.IsEmpty)
            return none with { Problem = "The draft holds no bill yet. It begins with a line such as " + $"bill {draft.Jurisdiction.Id} \"A title\"." };
        var rules = draft.Bills.SelectMany(b => b.Changes).Sum(c => c is BillChange.Add add ? add.Provision.Rules.Length : c is BillChange.Replace replace ? replace.Provision.Rules.Length : 0);
        if (rules > MostRules)
            return none with { Problem = $"The draft has {Friendly.Count(rules, "rule")}; up to {MostRules} are worked through here. The program on your own machine has no such limit." };
        await _atWork.WaitAsync(cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(MostTime);
        try
        {
            return await Task.Run(() => Compare(draft, stop.Token), cancellation);
        }
        catch (Exception e) when (e is WorkLimitException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return none with { Problem = "What the draft changes takes more work than this page may do. The program on your own machine has no such limit: safeharbor bill." };
        }
        finally
        {
            _atWork.Release();
        }
    }

    private DraftOutcome Compare(Draft draft, CancellationToken cancellation)
    {
        var from = draft.Bills.Max(b => b.From);
        var day = from > Desk.Today ? from : Desk.Today;
        var comparer = new Comparer(
            ApplicableLaw.Of(draft.Library, new LawQuestion(draft.Jurisdiction.Id, day)),
            ApplicableLaw.Of(draft.Library, new LawQuestion(draft.Jurisdiction.Id, day, [.. draft.Bills.Select(b => b.Title)])),
            new WorkLimit(MostSteps, cancellation));
        var demands = ImmutableArray.CreateBuilder<DraftedDemand>();
        var gaps = ImmutableHashSet.CreateBuilder<string>();
        foreach (var demand in Desk.Demands)
        {
            cancellation.ThrowIfCancellationRequested();
            var (before, after) = comparer.HasGap(demand);
            if (after)
                gaps.Add(demand.Id);
            var difference = comparer.Compare(demand);
            if (!difference.Parts.IsEmpty)
                demands.Add(new DraftedDemand(difference, before, after));
        }
        return new DraftOutcome(null, [.. demands.OrderBy(d => d.Direction).ThenByDescending(d => d.Kinds(-1) + d.Kinds(1))], day) { GapsAfter = gaps.ToImmutable() };
    }
}
