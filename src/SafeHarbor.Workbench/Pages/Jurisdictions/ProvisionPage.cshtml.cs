using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Jurisdictions;

/// <summary>A provision with its history, its sources, and what leans on it.</summary>
public sealed class ProvisionPageModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction Jurisdiction { get; private set; } = null!;

    /// <summary>All its versions, the newest first.</summary>
    public ImmutableArray<Provision> Versions { get; private set; } = [];

    public Provision Newest => Versions[0];

    /// <summary>Provisions of the same law that rest on a status this one gives or denies, or that prevail over it or yield to it.</summary>
    public ImmutableArray<Provision> LeaningOnIt { get; private set; } = [];

    /// <summary>The demands that speak of what its rules do.</summary>
    public ImmutableArray<Demand> Demands { get; private set; } = [];

    public IActionResult OnGet(string id, string provision)
    {
        if (JurisdictionOf(id) is not { } jurisdiction || Desk.Provisions.Find(jurisdiction.Id, provision.ToLowerInvariant()) is not { IsEmpty: false } versions)
            return NoSuch("the library holds no such provision", "Search for its number, or begin at the page of its state.");
        (Jurisdiction, Versions) = (jurisdiction, versions);
        Alternates = [Alternate.FeedOf(jurisdiction), Alternate.Data(Addresses.DataOf(jurisdiction, "provisions"), $"Every provision of {jurisdiction.Name}")];
        LeaningOnIt = [.. Leaning.On(jurisdiction, versions)];
        Demands = [.. Desk.Demands.Where(d => Leaning.SpeaksOf(d.Expected, versions.SelectMany(v => v.Rules).SelectMany(r => r.Effects)))];
        return Page();
    }
}
