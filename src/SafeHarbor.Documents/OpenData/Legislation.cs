using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.OpenData;

/// <summary>The provisions as linked data: schema.org/Legislation, with Open Civic Data division ids for the places.</summary>
public static class Legislation
{
    public static byte[] Write(LawLibrary library, LocalDate on)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "Dataset");
            json.WriteString("name", "The law on sexually exploited children: provisions");
            json.WriteString("description", "Headings and abstracts are our words, not the text of any law. This informs; it is not legal advice.");
            json.WriteString("version", new Receipt(library.Hash, on).ToString());
            json.Array("hasPart", library.Jurisdictions.Prepend(library.Baseline).SelectMany(j => j.Provisions.Select((p, i) => (j, p, i))), e => Write(json, e.j, e.p, e.i + 1, on));
            json.WriteEndObject();
        }
        return output.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Jurisdiction jurisdiction, Provision provision, int number, LocalDate on)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Legislation");
        json.WriteString("@id", string.Create(CultureInfo.InvariantCulture, $"urn:safeharbor:provision:{jurisdiction.Id}:{number}"));
        WriteBody(json, jurisdiction, provision, on);
        json.WriteEndObject();
    }

    /// <summary>What schema.org/Legislation says of a provision on a day, its own name and address left to the caller.</summary>
    public static void WriteBody(Utf8JsonWriter json, Jurisdiction jurisdiction, Provision provision, LocalDate on)
    {
        json.WriteString("legislationIdentifier", provision.Citation);
        json.WriteString("name", provision.Heading.Length == 0 ? provision.Citation : provision.Heading);
        if (!provision.Topics.IsEmpty)
            json.Strings("about", provision.Topics.Select(t => t.Name));
        json.WriteStartObject("legislationJurisdiction");
        json.WriteString("@type", "AdministrativeArea");
        json.WriteString("name", jurisdiction.Name);
        if (jurisdiction.Division is { } division)
            json.WriteString("identifier", division);
        json.WriteEndObject();
        var inForce = provision.InForce;
        if (!inForce.IsOpenOn(on)) // else it is not known whether it stood
            json.WriteString("legislationLegalForce", inForce.Includes(on) ? "InForce" : "NotInForce");
        // Only where the day itself is known: a year, or "before a day", is no date of entry into force.
        if (inForce.Precision == StartPrecision.Day)
            json.WriteString("legislationDateVersion", LocalDatePattern.Iso.Format(inForce.From));
        json.WriteString("temporalCoverage", $"{(inForce.Precision == StartPrecision.Before ? ".." : LocalDatePattern.Iso.Format(inForce.From))}/{(inForce.To is { } to ? LocalDatePattern.Iso.Format(to) : "..")}");
        json.Array("isBasedOn", provision.Sources, source =>
        {
            json.WriteStartObject();
            json.WriteString("@type", "CreativeWork");
            json.WriteString("url", source.Address);
            json.WriteString("description", $"read {LocalDatePattern.Iso.Format(source.Read)} as {Sentences.As(source.As)}");
            json.WriteEndObject();
        });
    }
}
