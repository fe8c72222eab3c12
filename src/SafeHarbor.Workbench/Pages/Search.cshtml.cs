using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages;

/// <summary>Finds provisions, demands, states and bills by words. What is asked is not written down.</summary>
public sealed class SearchModel(LawDesk desk) : WorkbenchPage(desk)
{
    private const int HitsShown = 60;

    public string Asked { get; private set; } = "";

    public ImmutableArray<SearchHit> Hits { get; private set; } = [];

    public int Found { get; private set; }

    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        Asked = Request.Query["q"] is [{ } q] ? q.Trim() : "";
        if (Asked.Length > SearchIndex.LongestQuestion)
            Asked = Asked[..SearchIndex.LongestQuestion];
        var hits = Desk.Search.Find(Asked);
        (Hits, Found) = ([.. hits.Take(HitsShown)], hits.Count);
        return Page();
    }
}
