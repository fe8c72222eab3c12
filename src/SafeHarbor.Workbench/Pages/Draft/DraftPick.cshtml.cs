using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>Asks whose law a draft is to change.</summary>
public sealed class DraftPickModel(LawDesk desk, Assets assets) : WorkbenchPage(desk)
{
    public Assets Assets { get; } = assets;

    public IActionResult OnGet()
    {
        if (Request.Query["in"] is not [{ } id])
            return Page();
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch("the library holds no such state", "Choose one from the list.");
        return Redirect(Request.Query["by"] == "form" ? Addresses.DraftByForm(jurisdiction) : Addresses.Draft(jurisdiction));
    }
}
