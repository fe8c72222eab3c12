using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Embed;

/// <summary>The map alone, for the pages of others: of all demands, or of one.</summary>
public sealed class EmbedMapModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Demand? Demand { get; private set; }

    public CountryMap Map { get; private set; } = null!;

    public IReadOnlyDictionary<string, DemandStanding> Standing { get; private set; } = new Dictionary<string, DemandStanding>();

    public IActionResult OnGet(string? demand)
    {
        if (demand is null)
        {
            Map = CountryMap.On(Desk, On);
            return Page();
        }
        if (DemandOf(demand) is not { } found)
            return NoSuch($"there is no demand “{Short(demand)}”", "All demands are on the page of what is asked.");
        Demand = found;
        Standing = Desk.StandingOn(On).ToDictionary(s => s.Key, s => s.Value.First(d => d.Demand == found));
        return Page();
    }

    public string ShadeInWords(int shade)
    {
        var all = Enumerable.Range(0, Desk.Demands.Length + 1).Where(n => CountryMap.ShadeOf(n, Desk.Demands.Length) == shade).ToList();
        return all[0] == all[^1] ? $"{all[0]}" : $"{all[0]} to {all[^1]}";
    }
}
