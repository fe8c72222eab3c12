using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Pages;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Api;

/// <summary>Every provision of a jurisdiction, as JSON (docs/json.md, safeharbor/provisions/1).</summary>
internal static class ProvisionsJson
{
    public static void Write(Utf8JsonWriter json, Jurisdiction jurisdiction)
    {
        json.WriteString("jurisdiction", jurisdiction.Id);
        json.Array("provisions", jurisdiction.Provisions, provision => Write(json, jurisdiction, provision));
    }

    private static void Write(Utf8JsonWriter json, Jurisdiction jurisdiction, Provision provision)
    {
        json.WriteStartObject();
        json.WriteString("citation", provision.Citation);
        json.WriteString("heading", provision.Heading);
        json.WriteString("page", Addresses.Of(jurisdiction, provision));
        json.Strings("topics", provision.Topics.Select(t => t.Name));
        json.WriteStartObject("inForce");
        json.WriteString("from", LocalDatePattern.Iso.Format(provision.InForce.From));
        json.WriteString("precision", provision.InForce.Precision switch
        {
            StartPrecision.Before => "stood before this day",
            StartPrecision.Year => "only the year is established",
            _ => "day",
        });
        json.WriteString("to", provision.InForce.To is { } to ? LocalDatePattern.Iso.Format(to) : null);
        json.WriteEndObject();
        json.Strings("amended", provision.Amended.Select(LocalDatePattern.Iso.Format));
        json.Strings("rules", provision.Rules.Select(Say.Rule));
        json.Array("readings", provision.Readings, reading =>
        {
            json.WriteStartObject();
            json.WriteString("reading", reading.Name);
            json.WriteString("for", reading.For);
            json.WriteString("against", reading.Against);
            json.WriteEndObject();
        });
        json.Strings("notes", provision.Notes);
        json.Sources(provision);
        json.WriteEndObject();
    }
}
