using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>The address of every page. An address with a day in it always shows the same law.</summary>
/// <param name="On">The day in the address; null for today's law.</param>
public sealed record Addresses(LocalDate? On)
{
    /// <summary>Addresses of today's law.</summary>
    public static Addresses Today { get; } = new((LocalDate?)null);

    private string Day => On is { } day ? "/on/" + LocalDatePattern.Iso.Format(day) : "";

    public string Home => Day.Length == 0 ? "/" : Day;

    public string Of(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}{Day}";

    public string Of(Jurisdiction jurisdiction, Demand demand) => $"/{Id(jurisdiction)}/demand/{Id(demand)}{Day}";

    public string Of(Demand demand) => $"/demand/{Id(demand)}{Day}";

    public static string ReformOf(Jurisdiction jurisdiction, Demand demand) => $"/{Id(jurisdiction)}/demand/{Id(demand)}/reform";

    public static string AmendmentOf(Jurisdiction jurisdiction, Demand demand) => $"/{Id(jurisdiction)}/demand/{Id(demand)}/amendment.docx";

    public static string Of(Jurisdiction jurisdiction, Provision provision) => $"/{Id(jurisdiction)}/provision/{ProvisionIndex.Slug(provision.Citation)}";

    public static string Of(Jurisdiction jurisdiction, Bill bill) => $"/{Id(jurisdiction)}/bill/{ProvisionIndex.Slug(bill.Title)}";

    public static string Compare(Jurisdiction first, Jurisdiction second) => $"/compare/{Id(first)}/{Id(second)}";

    public static string Child(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/child";

    public static string FeedOf(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/changes.atom";

    public static string FeedOf(Demand demand) => $"/demand/{Id(demand)}/changes.atom";

    /// <summary>An answer of the API about a jurisdiction, such as `gaps`, as a file.</summary>
    public static string DataOf(Jurisdiction jurisdiction, string what) => $"/api/v1/jurisdictions/{Id(jurisdiction)}/{what}.json";

    public static string DataOf(Jurisdiction jurisdiction, string what, Demand demand) => DataOf(jurisdiction, $"{what}/{Id(demand)}");

    public static string PlanOf(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/plan";

    public static string Draft(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/draft";

    public static string DraftByForm(Jurisdiction jurisdiction) => $"/{Id(jurisdiction)}/draft/changes";

    public static string DraftByForm(Jurisdiction jurisdiction, Demand demand) => $"/{Id(jurisdiction)}/draft/changes/{Id(demand)}";

    private static string Id(Jurisdiction jurisdiction) => jurisdiction.Id.ToLowerInvariant();

    private static string Id(Demand demand) => demand.Id.ToLowerInvariant();
}
