using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Workbench.Answers;

/// <summary>The answers of one version of one law, each worked out when a page first asks and then kept.</summary>
public sealed class LawAnswers
{
    private readonly Lock _atWork = new();
    private readonly LawDesk _desk;
    private readonly ConcurrentDictionary<string, Lazy<Task<ReformResult>>> _reforms = new();
    private readonly Dictionary<string, (ApplicableLaw Law, ImmutableArray<Edit> Edits)> _edits = [];
    private readonly Dictionary<string, ImmutableArray<PrecedentsOfLine>> _precedents = [];
    private readonly Dictionary<string, BillAnswer> _bills = [];
    private ImmutableArray<DemandStanding>? _standing;
    private GapAnswers? _gaps;
    private ImmutableArray<TimelineStep>? _changes;
    private readonly Lazy<PlanAnswer> _plan;

    internal LawAnswers(LawDesk desk, Jurisdiction jurisdiction, LocalDate first)
    {
        (_desk, Jurisdiction, First) = (desk, jurisdiction, first);
        _plan = new Lazy<PlanAnswer>(() => PlanDesk.Draft(desk, jurisdiction));
    }

    public Jurisdiction Jurisdiction { get; }

    /// <summary>The first day of this version of the law.</summary>
    public LocalDate First { get; }

    /// <summary>How the law stands on each demand: quickly told, for maps and tables.</summary>
    public ImmutableArray<DemandStanding> Standing
    {
        get
        {
            lock (_atWork)
                return _standing ??= FindStanding(new GapFinder(Compile()));
        }
    }

    /// <summary>Every gap, demand by demand and together, with reasons.</summary>
    public GapAnswers Gaps
    {
        get
        {
            lock (_atWork)
            {
                if (_gaps is not null)
                    return _gaps;
                var law = Compile();
                var finder = new GapFinder(law);
                _standing ??= FindStanding(finder);
                return _gaps = GapAnswers.Of(law, finder, _desk.Demands);
            }
        }
    }

    /// <summary>What changed for whom since the library begins, up to this version.</summary>
    public ImmutableArray<TimelineStep> Changes
    {
        get
        {
            lock (_atWork)
                return _changes ??= Timeline.Of(_desk.Library, Jurisdiction, _desk.Demands, _desk.Begins, First);
        }
    }

    /// <summary>For each line of a demand's gap, which other states' law covers that child.</summary>
    public ImmutableArray<PrecedentsOfLine> PrecedentsOf(Demand demand)
    {
        var lines = Gaps.Of(demand).Parts.Where(p => p.Verdict != Verdict.NotKnown).SelectMany(p => p.Lines);
        lock (_atWork)
        {
            if (!_precedents.TryGetValue(demand.Id, out var known))
                _precedents[demand.Id] = known = _desk.PrecedentsOf(Jurisdiction, demand, lines);
            return known;
        }
    }

    /// <summary>The smallest changes that close a demand's gap. Most are found at once, some take minutes.</summary>
    public ReformResult ReformOf(Demand demand) => ReformSoon(demand).GetAwaiter().GetResult();

    /// <summary>The same, for a page that will not wait for long. The search goes on, and the next who ask have its answer.</summary>
    public Task<ReformResult> ReformSoon(Demand demand) => _reforms.GetOrAdd(demand.Id, _ => new Lazy<Task<ReformResult>>(() => _desk.WhenFree(() =>
        new ReformSearch(Apply(), _desk.OthersThan(Jurisdiction, _desk.Today), ReformBudget).Find([demand])))).Value;

    /// <summary>A first plan, drafted from the smallest reforms. It is worked out apart from the other answers, which do not wait for it.</summary>
    public PlanAnswer DraftedPlan => _plan.Value;

    /// <summary>The law as it stands, and every edit of it that could bear on a demand.</summary>
    public (ApplicableLaw Law, ImmutableArray<Edit> Edits) EditsFor(Demand demand)
    {
        lock (_atWork)
        {
            if (!_edits.TryGetValue(demand.Id, out var known))
            {
                var law = Apply();
                _edits[demand.Id] = known = (law, new ReformSearch(law, _desk.OthersThan(Jurisdiction, _desk.Today), ReformBudget).EditsFor(demand));
            }
            return known;
        }
    }

    /// <summary>What a bill would change for whom.</summary>
    public BillAnswer EffectOf(Bill bill)
    {
        lock (_atWork)
        {
            if (!_bills.TryGetValue(bill.Title, out var known))
                _bills[bill.Title] = known = BillAnswer.Of(_desk, Jurisdiction, bill);
            return known;
        }
    }

    /// <summary>A page must come back in bounded time: a search that needs more says so.</summary>
    private const int ReformBudget = 1_000;

    private ApplicableLaw Apply() => ApplicableLaw.Of(_desk.Library, new LawQuestion(Jurisdiction.Id, First));

    private CompiledLaw Compile() => new(Apply());

    private ImmutableArray<DemandStanding> FindStanding(GapFinder finder) => [.. _desk.Demands.Select(demand =>
    {
        var regions = finder.RegionsOf(demand);
        System.Numerics.BigInteger Count(Verdict verdict) => finder.Diagrams.CountSituations(regions.Of(verdict));
        return new DemandStanding(demand, Count(Verdict.Yes), Count(Verdict.Arguable), Count(Verdict.No), Count(Verdict.NotKnown));
    })];
}

/// <summary>The states whose law covers the children of one line.</summary>
public sealed record PrecedentsOfLine(GapLine Line, ImmutableArray<Precedent> Precedents);
