using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Briefs;

/// <summary>One jurisdiction's law on a day, with the laws that precedents and reforms are looked for in; each answer is worked out once.</summary>
public sealed class JurisdictionDesk
{
    /// <summary>Sets of edits that the search for one reform may try: enough for most laws in a second or two, and soon over where it is not.</summary>
    public const int ReformBudget = 400;

    private readonly Lazy<GapFinder> _finder;
    private readonly Lazy<PrecedentFinder> _precedents;
    private readonly PatientReforms _reforms;
    private readonly Dictionary<string, ReformResult> _found = [];

    /// <param name="patience">How long the search for reforms may take in all, after which documents say that none was found in time; null for as long as it takes.</param>
    /// <exception cref="ArgumentException">The library does not hold the jurisdiction.</exception>
    public JurisdictionDesk(LawLibrary library, string jurisdiction, LocalDate on, TimeSpan? patience = null, int reformBudget = ReformBudget)
    {
        (Library, On) = (library, on);
        Law = ApplicableLaw.Of(library, new LawQuestion(jurisdiction, on));
        Compiled = new CompiledLaw(Law);
        var others = new Lazy<ImmutableArray<ApplicableLaw>>(() => [.. library.OthersThan(Law.Jurisdiction)
            .Select(j => ApplicableLaw.Of(library, new LawQuestion(j.Id, on)))]);
        _finder = new(() => new GapFinder(Compiled));
        _precedents = new(() => new PrecedentFinder(others.Value));
        _reforms = new(() => new ReformSearch(Law, others.Value, reformBudget), patience);
    }

    public LawLibrary Library { get; }

    public LocalDate On { get; }

    public ApplicableLaw Law { get; }

    public CompiledLaw Compiled { get; }

    public Jurisdiction Jurisdiction => Law.Jurisdiction;

    public Receipt Receipt => new(Library.Hash, On);

    public ImmutableArray<Demand> Demands => [.. Library.Demands];

    public GapFinder Finder => _finder.Value;

    public PrecedentFinder Precedents => _precedents.Value;

    /// <summary>The smallest reform of one demand, as far as the budget reached.</summary>
    public ReformResult ReformOf(Demand demand) =>
        _found.TryGetValue(demand.Id, out var known) ? known : _found[demand.Id] = _reforms.Find([demand], alternatives: 1);

    /// <summary>One reform of several demands at once.</summary>
    public ReformResult ReformOf(IReadOnlyList<Demand> demands) => demands.Count == 1 ? ReformOf(demands[0]) : _reforms.Find(demands, alternatives: 1);
}
