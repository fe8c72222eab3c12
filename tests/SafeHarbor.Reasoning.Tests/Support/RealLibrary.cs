using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>The real law library, read once.</summary>
public static class RealLibrary
{
    public static string Root { get; } = Path.Combine(FindRoot(), "law");

    public static LawLibrary Library { get; } = LibraryReader.Read(Root).Library!;

    /// <summary>The days on which every jurisdiction is tried: when the resolution was ratified, and now.</summary>
    public static IReadOnlyList<LocalDate> Days { get; } = [new LocalDate(2016, 11, 15), new LocalDate(2020, 6, 1), new LocalDate(2026, 11, 1)];

    public static CompiledLaw Compile(string id, LocalDate on) => new(ApplicableLaw.Of(Library, new LawQuestion(id, on)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository");
    }
}
