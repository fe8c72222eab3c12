using NodaTime;
using SafeHarbor.Law;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>The law of Kentucky as the library holds it, and drafts beside it.</summary>
internal static class Kentucky
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "law");

    public static LawLibrary Library { get; } = LibraryReader.Read(Folder, ["US-KY"]).Library!;

    public static Jurisdiction Law { get; } = Library.Find("US-KY")!;

    public static LocalDate Today { get; } = new(2026, 11, 24);

    public const string BillHead = """
        bill US-KY "A draft"
          source <draft> read 2026-11-24 as text
          from 2027-07-01

        """;

    /// <summary>A text read as a draft; a `|` in it is the place asked about, and is taken out.</summary>
    public static (ReadText Text, int Place) At(string marked)
    {
        var place = marked.IndexOf('|', StringComparison.Ordinal);
        var text = place < 0 ? marked : marked.Remove(place, 1);
        return (Draft(text), place);
    }

    public static ReadText Draft(string text) => ReadText.Of(DraftReader.Read(Library, Law, "draft", text));

    /// <summary>A bill that adds a section with these lines.</summary>
    public static string Section(string lines) => $"{BillHead}\n  add KRS 999.001 \"A new section\"\n{lines}";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository");
    }
}
