using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Documents;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Workbench.Answers;

/// <summary>
/// The library, and every answer that pages give, worked out once for each version of a law and kept. The library never
/// changes while the server runs, so an answer never goes stale; what is kept is bounded by the versions that laws have had.
/// </summary>
/// <remarks>Safe for several threads: the work on one law is done by one thread at a time, that on several side by side.</remarks>
public sealed class LawDesk
{
    private readonly ConcurrentDictionary<LawVersion, LawAnswers> _answers = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<LocalDate>> _daysOfChange = new();
    private readonly ConcurrentDictionary<(string, string, LocalDate), Lazy<ImmutableArray<DemandDifference>>> _comparisons = new();
    private readonly ConcurrentDictionary<(string, LocalDate), Lazy<ChildDesk>> _children = new();
    private readonly Lock _lookingForPrecedents = new();
    private (LocalDate Day, PrecedentFinder Finder)? _precedents;
    private readonly TimeProvider _time;

    private const int ComparisonsKept = 200;

    /// <summary>Searches that may take long run few at a time, so that the pages in between are served.</summary>
    private readonly SemaphoreSlim _longSearches = new(Environment.ProcessorCount);

    public LawDesk(LawLibrary library, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(library);
        (Library, _time) = (library, time);
        Demands = [.. library.Demands];
        States = [.. library.Jurisdictions.Where(j => j.Within == Federation).OrderBy(j => j.Name, StringComparer.Ordinal)];
        Provisions = new ProvisionIndex(library);
        Search = new SearchIndex(library);
    }

    /// <summary>The id of the federation.</summary>
    public const string Federation = "US";

    public LawLibrary Library { get; }

    public ImmutableArray<Demand> Demands { get; }

    /// <summary>The states, the District and the territories, by name.</summary>
    public ImmutableArray<Jurisdiction> States { get; }

    public ProvisionIndex Provisions { get; }

    public SearchIndex Search { get; }

    public LocalDate Begins => Library.Vocabulary.Begins;

    /// <summary>How many years ahead a day may lie: law that is enacted already begins no later.</summary>
    public const int YearsAhead = 20;

    /// <summary>A day as an address holds it; null where it is none, or lies outside of what can be asked.</summary>
    public LocalDate? DayOf(string text) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && day >= Begins && day.Year <= Today.Year + YearsAhead ? day : null;

    public LocalDate Today => LocalDate.FromDateTime(_time.GetLocalNow().DateTime);

    public Receipt ReceiptOn(LocalDate on) => new(Library.Hash, on);

    /// <summary>The counties and cities of a state whose own law is held.</summary>
    public IEnumerable<Jurisdiction> LocalitiesOf(Jurisdiction state) =>
        state.Id == Federation ? [] : Library.Jurisdictions.Where(j => j.Within == state.Id).OrderBy(j => j.Name, StringComparer.Ordinal);

    /// <summary>For each line of a gap, which jurisdictions that one can learn from cover that child today.</summary>
    /// <remarks>One finder serves all pages of a day: the laws it looks in are made ready once.</remarks>
    internal ImmutableArray<PrecedentsOfLine> PrecedentsOf(Jurisdiction jurisdiction, Demand demand, IEnumerable<GapLine> lines)
    {
        var among = Library.OthersThan(jurisdiction).Select(j => j.Id).ToHashSet();
        lock (_lookingForPrecedents)
        {
            if (_precedents is not { } ready || ready.Day != Today)
                _precedents = ready = (Today, new PrecedentFinder(Library.Jurisdictions.Where(j => j.Within is not null).Select(j => ApplicableLaw.Of(Library, new LawQuestion(j.Id, Today)))));
            return [.. lines.Select(l => new PrecedentsOfLine(l, ready.Finder.Find(demand, l, among)))];
        }
    }

    /// <summary>Runs a search that may take long when there is room for one more.</summary>
    internal async Task<T> WhenFree<T>(Func<T> search)
    {
        await _longSearches.WaitAsync();
        try
        {
            return await Task.Factory.StartNew(search, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _longSearches.Release();
        }
    }

    public LawAnswers On(Jurisdiction jurisdiction, LocalDate day)
    {
        var first = DaysOfChange(jurisdiction).LastOrDefault(d => d <= day, Begins);
        return _answers.GetOrAdd(new LawVersion(jurisdiction.Id, first), version => new LawAnswers(this, jurisdiction, version.First));
    }

    /// <summary>Answers about one child under today's law.</summary>
    public ChildDesk ChildUnder(Jurisdiction jurisdiction) => _children.GetOrAdd((jurisdiction.Id, Today), _ =>
        new Lazy<ChildDesk>(() => new ChildDesk(ApplicableLaw.Of(Library, new LawQuestion(jurisdiction.Id, Today)), ReceiptOn(Today)))).Value;

    /// <summary>Where the laws of two jurisdictions part today; kept for as long as the day lasts, up to a bound.</summary>
    public ImmutableArray<DemandDifference> Compare(Jurisdiction first, Jurisdiction second)
    {
        if (_comparisons.Count >= ComparisonsKept)
            _comparisons.Clear();
        return _comparisons.GetOrAdd((first.Id, second.Id, Today), _ => new Lazy<ImmutableArray<DemandDifference>>(() =>
        {
            var comparer = new Comparer(ApplicableLaw.Of(Library, new LawQuestion(first.Id, Today)), ApplicableLaw.Of(Library, new LawQuestion(second.Id, Today)));
            return [.. Demands.Select(comparer.Compare).Where(d => !d.Parts.IsEmpty)];
        })).Value;
    }

    /// <summary>How every state's law stands on each demand on a day, by the state's id.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<DemandStanding>> StandingOn(LocalDate day)
    {
        var standings = new ConcurrentDictionary<string, ImmutableArray<DemandStanding>>();
        Parallel.ForEach(States, state => standings[state.Id] = On(state, day).Standing);
        return standings;
    }

    /// <summary>Every day on which something that may bear on the jurisdiction's law begins or ends, the first day of the library first.</summary>
    public ImmutableArray<LocalDate> DaysOfChange(Jurisdiction jurisdiction) => _daysOfChange.GetOrAdd(jurisdiction.Id, _ =>
        [Begins, .. Timeline.DaysOfChange(Library, jurisdiction, Begins, LocalDate.MaxIsoValue.PlusDays(-1))]);

    /// <summary>The laws in which precedents are looked for, on a day.</summary>
    public IEnumerable<ApplicableLaw> OthersThan(Jurisdiction jurisdiction, LocalDate day) =>
        Library.OthersThan(jurisdiction).Select(s => ApplicableLaw.Of(Library, new LawQuestion(s.Id, day)));
}
