using System.Collections.Concurrent;
using NodaTime;
using SafeHarbor.Documents.Amendments;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Resolutions;
using SafeHarbor.Documents.Testimonies;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.Tests;

/// <summary>The real library, and what documents tell of each jurisdiction in it; each worked out once.</summary>
public static class RealLaw
{
    /// <summary>Documents of a law whose reforms take longer say so and are held to all else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly LocalDate On = new(2026, 11, 24);

    private static readonly ConcurrentDictionary<string, (Lazy<BriefFacts> Brief, Lazy<AmendmentFacts> Amendment)> Facts = new();

    public static string Root { get; } = FindRoot();

    public static LawLibrary Library { get; } = LibraryReader.Read(Path.Combine(Root, "law"), null).Library!;

    /// <summary>Every jurisdiction that lies within another.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Library.Jurisdictions.Where(j => j.Within is not null).Select(j => j.Id)];

    private const string SeedName = "SAFEHARBOR_SEED";

    /// <summary>Where to look at all would take long: some that are told apart by their law, and some drawn by a seed that is printed.</summary>
    public static IReadOnlyList<string> Sample { get; } = Draw();

    public static BriefFacts Brief(string id) => Of(id).Brief.Value;

    public static AmendmentFacts Amendment(string id) => Of(id).Amendment.Value;

    /// <summary>Every document that a person can carry away from one jurisdiction's page.</summary>
    public static IEnumerable<(string Kind, Document Document)> Documents(string id) =>
    [
        ("brief", Briefs.Brief.Of(Brief(id))), ("testimony", Testimony.Of(Brief(id))), ("amendment", Amendments.Amendment.Of(Amendment(id))),
        ("resolution", ModelResolution.Of(new Receipt(Library.Hash, On), ResolutionFacts.Of(Library, id, On))),
    ];

    private static (Lazy<BriefFacts> Brief, Lazy<AmendmentFacts> Amendment) Of(string id) => Facts.GetOrAdd(id, _ =>
        (new(() => BriefFacts.Of(new JurisdictionDesk(Library, id, On, Patience))), new(() => AmendmentFacts.Of(new JurisdictionDesk(Library, id, On, Patience), Library.Demands, together: false))));

    private static List<string> Draw()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedName), out var given) ? given : Random.Shared.Next(1_000_000);
        string[] kept = ["US-KY", "US-DC", "US-PA", "US-VT"];
        var drawn = Ids.Except(kept).ToArray();
        new Random(seed).Shuffle(drawn);
        List<string> sample = [.. kept, .. drawn.Take(4)];
        Console.WriteLine($"{SeedName}={seed}: {string.Join(' ', sample)}");
        return sample;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository");
    }
}
