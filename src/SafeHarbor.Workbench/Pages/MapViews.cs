using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages;

/// <summary>The map of all demands as a page shows it.</summary>
public sealed record TilesView(WorkbenchPage Page, CountryMap Map);

/// <summary>The map of one demand as a page shows it.</summary>
public sealed record DemandTilesView(WorkbenchPage Page, Demand Demand, IReadOnlyDictionary<string, DemandStanding> Standing);

/// <summary>How many states meet each of some demands, today and on the day of the resolution.</summary>
public sealed record AskRowsView(WorkbenchPage Page, IEnumerable<(MapRow Now, MapRow Then)> Rows);
