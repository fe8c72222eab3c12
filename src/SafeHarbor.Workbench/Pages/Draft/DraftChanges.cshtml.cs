using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>Asks which demand a bill is to meet; those with the plainest gaps first.</summary>
public sealed class DraftChangesModel(LawDesk desk, Assets assets) : WorkbenchPage(desk)
{
    public Assets Assets { get; } = assets;

    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public ImmutableArray<DemandStanding> Standing { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch("the library holds no such jurisdiction", "Choose one from the list.");
        Jurisdiction = jurisdiction;
        Standing = [.. Desk.On(jurisdiction, On).Standing.Where(s => !s.Total.IsZero)
            .OrderBy(s => s.Level switch { Level.NowhereMet => 0, Level.NotMetInSome => 1, Level.Arguable => 2, Level.NotKnown => 3, _ => 4 })];
        return Page();
    }
}
