using System.Collections.Immutable;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Jurisdictions;

/// <summary>All states, with how many demands each meets.</summary>
public sealed class StatesModel(LawDesk desk) : WorkbenchPage(desk)
{
    public IReadOnlyDictionary<string, ImmutableArray<DemandStanding>> Standings { get; private set; } = new Dictionary<string, ImmutableArray<DemandStanding>>();

    public void OnGet()
    {
        Alternates = [Alternate.Everywhere, Alternate.Data("/api/v1/jurisdictions.json", "All jurisdictions")];
        Standings = Desk.StandingOn(On);
    }
}
