using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents;
using SafeHarbor.Documents.OpenData;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>What search engines and catalogues read in a page: schema.org as JSON-LD. It is data; no browser runs it.</summary>
public static class LinkedData
{
    /// <summary>A provision as schema.org/Legislation, as it stands on a day.</summary>
    public static string Provision(Jurisdiction jurisdiction, Provision provision, NodaTime.LocalDate on, WorkbenchOptions options) => Write(json =>
    {
        json.WriteString("@type", "Legislation");
        json.WriteString("@id", Whole(options, Addresses.Of(jurisdiction, provision)));
        json.WriteString("url", Whole(options, Addresses.Of(jurisdiction, provision)));
        json.WriteString("inLanguage", "en");
        Legislation.WriteBody(json, jurisdiction, provision, on);
    });

    /// <summary>The library as schema.org/Dataset.</summary>
    public static string Dataset(LawDesk desk, WorkbenchOptions options) => Write(json =>
    {
        json.WriteString("@type", "Dataset");
        json.WriteString("@id", Whole(options, "/data"));
        json.WriteString("url", Whole(options, "/data"));
        json.WriteString("name", "SafeHarbor law library: the law on sexually exploited children as data");
        json.WriteString("description", "The law of the United States and of its states on children who are sexually exploited for money, as dated and cited rules, with every situation in which it lets a child fall through.");
        json.WriteString("license", "https://opensource.org/license/mit");
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteString("version", $"{Receipt.EngineVersion}+{desk.Library.Hash[..12]}");
        json.WriteString("temporalCoverage", $"{LocalDatePattern.Iso.Format(desk.Begins)}/..");
        json.WriteStartObject("spatialCoverage");
        json.WriteString("@type", "AdministrativeArea");
        json.WriteString("name", "United States");
        json.WriteString("identifier", "ocd-division/country:us");
        json.WriteEndObject();
        json.WriteStartObject("creator");
        json.WriteString("@type", "Organization");
        json.WriteString("name", "SafeHarbor");
        json.WriteEndObject();
        json.WriteStartArray("distribution");
        foreach (var (name, path) in new[] { ("The library", "/api/v1/library.json"), ("The map, year by year", "/map.json") })
        {
            json.WriteStartObject();
            json.WriteString("@type", "DataDownload");
            json.WriteString("name", name);
            json.WriteString("encodingFormat", "application/json");
            json.WriteString("contentUrl", Whole(options, path));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Whole(WorkbenchOptions options, string path) => options.PublicAddress?.AbsoluteUri.TrimEnd('/') + path;

    // The usual encoder writes < and & as escapes, so that nothing in a heading can end the script element.
    private static string Write(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            body(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
