using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>The checks that need the whole library and no reasoning. Each check is one file.</summary>
internal static class LibraryChecker
{
    public static void Check(LawLibrary library, DiagnosticBag bag)
    {
        StatusCycles.Check(library, bag);
        Premises.Check(library, bag);
        if (library.Jurisdictions.Length == library.KnownIds.Length)
            UnusedWords.Check(library, bag);
        Versions.Check(library.Baseline, bag);
        Precedences.Check(library.Baseline, library, bag);
        foreach (var jurisdiction in library.Jurisdictions)
        {
            Versions.Check(jurisdiction, bag);
            Precedences.Check(jurisdiction, library, bag);
            Topics.Check(jurisdiction, library.Vocabulary, bag);
            Names.Check(jurisdiction, bag);
        }
    }
}
