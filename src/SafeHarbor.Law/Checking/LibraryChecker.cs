using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>The checks that need the whole library and no reasoning. Each check is one file.</summary>
internal static class LibraryChecker
{
    /// <summary>What concerns the library as a whole.</summary>
    public static void Check(LawLibrary library, DiagnosticBag bag)
    {
        Premises.Check(library, bag);
        if (library.Jurisdictions.Length == library.KnownIds.Length)
            UnusedWords.Check(library, bag);
    }

    /// <summary>What concerns one jurisdiction, or the baseline, and those above it.</summary>
    /// <returns>The jurisdiction.</returns>
    public static Jurisdiction Check(Jurisdiction jurisdiction, LawLibrary library, DiagnosticBag bag)
    {
        StatusCycles.Check(jurisdiction, ReferenceEquals(jurisdiction, library.Baseline) ? [] : [library.Baseline, .. Above(jurisdiction, library)], bag);
        Versions.Check(jurisdiction, bag);
        Precedences.Check(jurisdiction, library, bag);
        if (ReferenceEquals(jurisdiction, library.Baseline))
            return jurisdiction;
        Topics.Check(jurisdiction, library.Vocabulary, bag);
        Names.Check(jurisdiction, bag);
        return jurisdiction;
    }

    /// <summary>The jurisdictions that one lies within, the nearest first.</summary>
    public static List<Jurisdiction> Above(Jurisdiction jurisdiction, LawLibrary library)
    {
        var above = new List<Jurisdiction>();
        for (var within = jurisdiction.Within; within is not null && above.Count < 9 && library.Find(within) is { } found; within = found.Within)
            above.Add(found);
        return above;
    }
}
