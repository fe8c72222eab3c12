using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages;

/// <summary>What a visitor sees where there is no such page.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Problem Problem { get; private set; } = new("there is no such page", "Begin at the first page, or search.");

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Read(int.TryParse(RouteData.Values["status"] as string, out var status) ? status : 0);

    private void Read(int status)
    {
        // Asked for by its own address, it is no page either.
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        if (HttpContext.Items[Problem.Key] is Problem problem)
            Problem = problem;
    }
}
