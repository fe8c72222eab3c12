using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Compare;

/// <summary>Asks which two laws to compare.</summary>
public sealed class ComparePickModel(LawDesk desk, WorkbenchOptions options) : WorkbenchPage(desk)
{
    /// <summary>The pairs that the page lists: neighbours; on a copy without a server, all that the copy holds.</summary>
    public IEnumerable<(Jurisdiction First, Jurisdiction Second)> Listed => options.HasAllComparisons ? Neighbours.All(Desk) : Neighbours.Of(Desk);

    public IActionResult OnGet()
    {
        if (Request.Query["first"] is not [{ } first] || Request.Query["second"] is not [{ } second])
            return Page();
        if (JurisdictionOf(first) is not { } a || JurisdictionOf(second) is not { } b)
            return NoSuch("one of the two is not in the library", "Choose two states from the list.");
        return a.Id == b.Id ? NoSuch("a law is the same as itself", "Choose two different states; how one state's law changed is on its own page.") : Redirect(Addresses.Compare(a, b));
    }
}
