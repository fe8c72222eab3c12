using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>The address of every page. An address with a day in it always shows the same law.</summary>
/// <param name="On">The day in the address; null for today's law.</param>
public sealed record Addresses(LocalDate? On)
{
    private string Day => On is { } day ? "/on/" + LocalDatePattern.Iso.Format(day) : "";

    public string Home => Day.Length == 0 ? "/" : Day;

    public string Of(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}{Day}";

    public string Of(Jurisdiction jurisdiction, Demand demand) => $"/{Id(jurisdiction)}/demand/{Id(demand)}{Day}";

    public string Of(Demand demand) => $"/demand/{Id(demand)}{Day}";

    public static string ReformOf(Jurisdiction jurisdiction, Demand demand) => $"/{Id(jurisdiction)}/demand/{Id(demand)}/reform";

    public static string Of(Jurisdiction jurisdiction, Provision provision) => $"/{Id(jurisdiction)}/provision/{ProvisionIndex.Slug(provision.Citation)}";

    public static string Of(Jurisdiction jurisdiction, Bill bill) => $"/{Id(jurisdiction)}/bill/{ProvisionIndex.Slug(bill.Title)}";

    public static string Compare(Jurisdiction first, Jurisdiction second) => $"/compare/{Id(first)}/{Id(second)}";

    public static string Child(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/child";

    public static string PlanOf(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/plan";

    private static string Id(Jurisdiction jurisdiction) => jurisdiction.Id.ToLowerInvariant();

    private static string Id(Demand demand) => demand.Id.ToLowerInvariant();
}
