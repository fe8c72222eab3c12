using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Library;

/// <summary>What the library holds, and how it was read.</summary>
public sealed class LibraryModel(LawDesk desk) : WorkbenchPage(desk)
{
    public void OnGet() => Alternates = [Alternate.Data("/api/v1/library.json", "The library")];

    public IEnumerable<Provision> All => Desk.Library.Jurisdictions.SelectMany(j => j.Provisions);

    public static int Count(IEnumerable<Provision> provisions, ReadAs how) => provisions.Count(p => p.ReadAs == how);
}
