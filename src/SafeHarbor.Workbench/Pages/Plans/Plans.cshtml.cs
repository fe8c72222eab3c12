using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Plans;

/// <summary>Who has a goal and a plan, and a first plan for everyone.</summary>
public sealed class PlansModel(LawDesk desk) : WorkbenchPage(desk);
