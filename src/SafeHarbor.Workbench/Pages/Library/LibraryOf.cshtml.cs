using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Library;

/// <summary>All that is held of one jurisdiction, topic by topic.</summary>
public sealed class LibraryOfModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch($"the library holds no law of “{Short(id)}”", "All that is held is on the page of the library.");
        Jurisdiction = jurisdiction;
        Alternates = [Alternate.FeedOf(jurisdiction), Alternate.Data(Addresses.DataOf(jurisdiction, "provisions"), "These provisions")];
        return Page();
    }
}
