using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Documents.Json;

/// <summary>Writes answers as JSON. Every document names its schema, and carries its receipt (docs/json.md).</summary>
public static class AnswerJson
{
    /// <summary>A whole document: its schema, its receipt, its body.</summary>
    public static void Write(Stream output, string schema, Receipt receipt, Action<Utf8JsonWriter> body)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("schema", schema);
        json.WriteStartObject("receipt");
        json.WriteString("engine", Receipt.EngineVersion);
        json.WriteString("law", receipt.LawHash);
        json.WriteString("on", LocalDatePattern.Iso.Format(receipt.On));
        json.WriteEndObject();
        body(json);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> items) =>
        json.Array(name, items, json.WriteStringValue);

    /// <summary>Facts with the values they may have, by name.</summary>
    public static void Facts(this Utf8JsonWriter json, string name, IEnumerable<(Fact Fact, ValueSet Values)> facts)
    {
        json.WriteStartObject(name);
        foreach (var (fact, values) in facts)
            json.Strings(fact.Name, values.Values().Select(v => fact.Values[v]));
        json.WriteEndObject();
    }

    public static void Verdict(this Utf8JsonWriter json, Verdict verdict, bool ofDemand)
    {
        json.WriteString("verdict", verdict.IsSettled() ? verdict.InWords(ofDemand) : "depends");
        if (!verdict.IsSettled())
            json.Strings("possible", Enum.GetValues<Verdict>().Where(v => v != Reasoning.Verdict.None && verdict.HasFlag(v)).Select(v => v.InWords(ofDemand)));
    }

    /// <summary>Where a provision was read, when and how.</summary>
    public static void Sources(this Utf8JsonWriter json, Provision provision) => json.Array("sources", provision.Sources, source =>
    {
        json.WriteStartObject();
        json.WriteString("address", source.Address);
        json.WriteString("read", LocalDatePattern.Iso.Format(source.Read));
        json.WriteString("as", Sentences.As(source.As));
        json.WriteEndObject();
    });

    public static void Citation(this Utf8JsonWriter json, ApplicableRule rule)
    {
        json.WriteStartObject();
        if (rule.Provision is { } provision)
        {
            json.WriteString("citation", provision.Citation);
            json.WriteString("heading", provision.Heading);
            json.WriteString("jurisdiction", rule.Origin.Id);
            json.WriteString("from", provision.InForce.Precision == StartPrecision.Before ? $"before {LocalDatePattern.Iso.Format(provision.InForce.From)}"
                : provision.InForce.Precision == StartPrecision.Year ? provision.InForce.From.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : LocalDatePattern.Iso.Format(provision.InForce.From));
            json.Sources(provision);
        }
        else
        {
            json.WriteString("unread", rule.Unread!.Title);
            json.WriteString("jurisdiction", rule.Origin.Id);
        }
        json.WriteEndObject();
    }

    /// <summary>An answer with its explanation.</summary>
    public static void Answer(this Utf8JsonWriter json, CaseAnswer answer, bool ofDemand, string jurisdiction)
    {
        json.Verdict(answer.Verdict, ofDemand);
        json.Strings("because", Sentences.Because(answer, jurisdiction, most: 12));
        json.Array("citations", answer.Explanation.Findings.Where(f => f.State is RuleState.Stands or RuleState.Defeated or RuleState.Open).Select(f => f.Rule).Distinct(), json.Citation);
        if (!answer.Explanation.Readings.IsEmpty)
        {
            json.Array("readings", answer.Explanation.Readings, reading =>
            {
                json.WriteStartObject();
                json.WriteString("reading", reading.Reading.Name);
                json.WriteString("citation", reading.Provision.Citation);
                json.WriteString("for", reading.Reading.For);
                json.WriteString("against", reading.Reading.Against);
                json.WriteEndObject();
            });
        }
        if (!answer.Explanation.Unread.IsEmpty)
            json.Strings("unread", answer.Explanation.Unread.Select(u => u.Title));
        if (!answer.Settling.IsEmpty)
        {
            json.WriteStartArray("settledBy");
            foreach (var set in answer.Settling)
            {
                json.WriteStartArray();
                foreach (var fact in set)
                    json.WriteStringValue(fact.Name);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        if (!answer.NearMisses.IsEmpty)
            json.Strings("nearMisses", answer.NearMisses.Select(n => n.InWords(ofDemand)));
    }
}
