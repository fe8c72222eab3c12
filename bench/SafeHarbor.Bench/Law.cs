using NodaTime;
using SafeHarbor.Cases;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.ManyCases.Synthetic;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Bench;

/// <summary>The real law library, and cases drawn from it.</summary>
internal static class BenchLaw
{
    public static LawLibrary Library { get; } = LibraryReader.Read(Path.Combine(Root(), "law")).Library!;

    public static string Folder => Path.Combine(Root(), "law");

    public static string PeersFolder => Path.Combine(Root(), "bench", "peers");

    public static ApplicableLaw Of(string id) => ApplicableLaw.Of(Library, new LawQuestion(id, new LocalDate(2026, 11, 24)));

    public static CountPlan Plan(string id) => CountPlan.Of([Of(id)], [.. Library.Demands]);

    /// <summary>Made-up cases, by fact the values that each may have.</summary>
    public static ValueSet[][] Cases(int count, double unknown, int seed)
    {
        var generator = new CaseGenerator(Library.Vocabulary, DistributionFile.BuiltIn(Library.Vocabulary), unknown, several: unknown / 5, seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var cells = new ValueSet[Library.Vocabulary.Facts.Length];
            generator.Next(cells);
            return cells;
        })];
    }

    /// <summary>Cases as blocks, ready to be counted.</summary>
    public static CaseBlock[] Blocks(CountPlan plan, IEnumerable<ValueSet[]> cases) => [.. cases.Chunk(CaseBlock.Capacity).Select(chunk =>
    {
        var block = new CaseBlock(plan);
        foreach (var cells in chunk)
        {
            foreach (var fact in plan.FactsThatMatter)
                block.Set(fact.Index, plan.ClassesWithin(fact, cells[fact.Index]));
            block.EndRow(true);
        }
        return block;
    })];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("run it from within the repository");
    }
}
