using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Demands;

/// <summary>What the resolution asks, demand by demand.</summary>
public sealed class DemandsModel(LawDesk desk) : WorkbenchPage(desk)
{
    public void OnGet() => Alternates = [Alternate.Data("/api/v1/demands.json", "All demands")];
}
