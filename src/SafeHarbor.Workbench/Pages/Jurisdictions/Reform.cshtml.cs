using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Jurisdictions;

/// <summary>The smallest changes of a law that close one gap and open none, as amendments to start from.</summary>
public sealed class ReformModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public Demand Demand { get; private set; } = null!;

    public ReformResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string demand)
    {
        if (JurisdictionOf(id) is not { } jurisdiction || DemandOf(demand) is not { } found)
            return NoSuch("there is no such state or demand", "Begin at the page of states.");
        (Jurisdiction, Demand) = (jurisdiction, found);
        Alternates = [Alternate.Data(Addresses.DataOf(jurisdiction, "reforms", found), "These reforms")];
        var search = Desk.On(jurisdiction, On).ReformSoon(found);
        if (await Task.WhenAny(search, Task.Delay(Patience, HttpContext.RequestAborted)) != search)
            return Later("the smallest change is not found yet");
        Result = await search;
        return Page();
    }
}
