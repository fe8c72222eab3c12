using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Child;

/// <summary>Asks in which state the child is.</summary>
public sealed class ChildPickModel(LawDesk desk) : WorkbenchPage(desk)
{
    public IActionResult OnGet() => Request.Query["in"] is [{ Length: > 0 } asked]
        ? JurisdictionOf(asked) is { } jurisdiction ? Redirect(Addresses.Child(jurisdiction)) : NoSuch("this state is not in the library", "Choose one from the list. In danger, call 911; the National Human Trafficking Hotline is 1-888-373-7888.")
        : Page();
}
