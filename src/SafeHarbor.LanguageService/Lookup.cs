using SafeHarbor.Law;

namespace SafeHarbor.LanguageService;

/// <summary>Finds what a text names in the law that it stands beside.</summary>
internal static class Lookup
{
    public static IEnumerable<Provision> ProvisionsOf(Jurisdiction jurisdiction) =>
        jurisdiction.Provisions.Concat(jurisdiction.Bills.SelectMany(b => b.Changes).Select(c => c switch
        {
            BillChange.Add add => add.Provision,
            BillChange.Replace replace => replace.Provision,
            _ => null,
        }).OfType<Provision>());

    public static IEnumerable<Reading> ReadingsOf(Jurisdiction jurisdiction) => ProvisionsOf(jurisdiction).SelectMany(p => p.Readings).DistinctBy(r => r.Name);

    /// <summary>The jurisdiction and those it lies within, the baseline last.</summary>
    public static IEnumerable<Jurisdiction> Reaching(LawLibrary library, Jurisdiction? jurisdiction)
    {
        var most = library.Jurisdictions.Length; // a circle of jurisdictions is an error of the text, not an endless one
        for (var at = jurisdiction; at is not null && most-- > 0; at = at.Within is { } within ? library.Find(within) : null)
            yield return at;
        yield return library.Baseline;
    }

    /// <summary>The provisions cited so in the jurisdiction or above it, the newest version first; without those of bills.</summary>
    public static IEnumerable<Provision> Cited(LawLibrary library, Jurisdiction? jurisdiction, string citation)
    {
        var precedence = new Precedence(citation, true, library.Baseline.Location);
        var all = Reaching(library, jurisdiction).SelectMany(j => j.Provisions).ToList();
        var exact = all.Where(p => p.Citation == citation).OrderByDescending(p => p.InForce.First).ToList();
        return exact.Count > 0 ? exact : all.Where(p => precedence.Covers(p.Citation));
    }
}
