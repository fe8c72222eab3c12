using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Plans.Drafting;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Plans.Tests;

/// <summary>The real law library, read once, and plans drafted from it.</summary>
public static class Real
{
    public static LocalDate Today { get; } = new(2026, 11, 24);

    public static LawLibrary Library { get; } = LibraryReader.Read(Path.Combine(Root(), "law")).Library!;

    private static readonly Lazy<Dictionary<string, ApplicableLaw>> Laws = new(() =>
        Library.Jurisdictions.ToDictionary(j => j.Id, j => ApplicableLaw.Of(Library, new LawQuestion(j.Id, Today))));

    public static Plan Draft(string id, string demands = "R3", int budget = 300) => new PlanDrafter(Library, Library.Find(id)!,
        Library.OthersThan(Library.Find(id)!).Select(o => Laws.Value[o.Id]), Today, budget).Draft([.. Library.Demands.Where(d => d.Id.StartsWith(demands, StringComparison.Ordinal))]);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository");
    }
}
