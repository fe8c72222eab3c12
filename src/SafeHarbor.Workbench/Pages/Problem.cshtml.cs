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

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Read();

    private void Read()
    {
        if (HttpContext.Items[Problem.Key] is Problem problem)
            Problem = problem;
    }
}
