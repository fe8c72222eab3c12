using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Demands;

/// <summary>What the resolution asks, demand by demand.</summary>
public sealed class DemandsModel(LawDesk desk) : WorkbenchPage(desk);
