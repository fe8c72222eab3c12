using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Demands;

/// <summary>One demand across all states.</summary>
public sealed class DemandPageModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Demand Demand { get; private set; } = null!;

    public ImmutableArray<(Jurisdiction Jurisdiction, DemandStanding Standing)> States { get; private set; } = [];

    public IActionResult OnGet(string demand)
    {
        if (DemandOf(demand) is not { } found)
            return NoSuch($"there is no demand “{Short(demand)}”", "All demands are on the page of what is asked.");
        Demand = found;
        if (ReadDay(to => to.Of(found)) is { } other)
            return other;
        Alternates = [Alternate.Feed(Addresses.FeedOf(found), "What changed for this demand, state by state")];
        var standings = Desk.StandingOn(On);
        States = [.. Desk.States.Select(s => (s, standings[s.Id].First(d => d.Demand == found)))];
        return Page();
    }

    public IReadOnlyDictionary<string, DemandStanding> Standing => States.ToDictionary(s => s.Jurisdiction.Id, s => s.Standing);
}
