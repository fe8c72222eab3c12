using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Api;

/// <summary>How a jurisdiction's law stands on each demand, as JSON (docs/json.md, safeharbor/jurisdiction/1).</summary>
internal static class JurisdictionJson
{
    /// <summary>What names a jurisdiction.</summary>
    public static void Head(Utf8JsonWriter json, Jurisdiction jurisdiction)
    {
        json.WriteString("id", jurisdiction.Id);
        json.WriteString("name", jurisdiction.Name);
        json.WriteString("within", jurisdiction.Within);
        json.WriteString("division", jurisdiction.Division);
        json.WriteString("page", Addresses.Today.Of(jurisdiction));
    }

    public static void Write(Utf8JsonWriter json, Jurisdiction jurisdiction, IEnumerable<DemandStanding> standing, IEnumerable<Jurisdiction> localities)
    {
        Head(json, jurisdiction);
        json.Array("demands", standing, s =>
        {
            json.WriteStartObject();
            json.WriteString("id", s.Demand.Id);
            json.WriteString("title", s.Demand.Title);
            json.WriteString("level", s.Level.InWords());
            json.WriteStartObject("situations");
            foreach (var (name, count) in new[] { ("total", s.Total), ("met", s.Met), ("arguable", s.Arguable), ("notMet", s.NotMet), ("notKnown", s.NotKnown) })
                json.WriteString(name, count.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.Array("bills", jurisdiction.Bills, bill =>
        {
            json.WriteStartObject();
            json.WriteString("title", bill.Title);
            json.WriteString("slug", ProvisionIndex.Slug(bill.Title));
            json.WriteString("from", LocalDatePattern.Iso.Format(bill.From));
            json.WriteString("outcome", bill.Outcome);
            json.WriteString("page", Addresses.Of(jurisdiction, bill));
            json.WriteEndObject();
        });
        json.Array("localities", localities, locality =>
        {
            json.WriteStartObject();
            Head(json, locality);
            json.WriteEndObject();
        });
    }
}
