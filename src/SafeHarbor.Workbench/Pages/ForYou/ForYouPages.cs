using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.ForYou;

/// <summary>What a child or a family may read. Both languages say the same.</summary>
public abstract class ForYouPage(LawDesk desk) : WorkbenchPage(desk)
{
    private const string NoArrest = "R3.arrest";

    /// <summary>In how many states no situation is left in which a child may be arrested for having been exploited; and of how many.</summary>
    public (int Yes, int Of) NoArrestAnywhere { get; private set; }

    public void OnGet() => NoArrestAnywhere =
        (Desk.StandingOn(On).Values.Count(all => all.Any(s => s.Demand.Id == NoArrest && s.Level == Level.Met)), Desk.States.Length);
}

/// <summary>In English.</summary>
public sealed class ForYouModel(LawDesk desk) : ForYouPage(desk);

/// <summary>In Spanish.</summary>
public sealed class ParaTiModel(LawDesk desk) : ForYouPage(desk);
