using System.Globalization;
using System.Text.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Json;

/// <summary>The exact difference of two laws, as JSON (docs/json.md, safeharbor/difference/1).</summary>
public static class DifferenceJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<DemandDifference> differences, string firstName, string secondName) =>
        json.Array("demands", differences, difference =>
        {
            json.WriteStartObject();
            json.WriteString("id", difference.Demand.Id);
            json.WriteString("title", difference.Demand.Title);
            json.Array("parts", difference.Parts, part =>
            {
                json.WriteStartObject();
                json.WriteString("first", part.First.InWords(ofDemand: true));
                json.WriteString("second", part.Second.InWords(ofDemand: true));
                json.WriteNumber("direction", Math.Sign(part.Direction));
                json.WriteString("situations", part.Situations.ToString(CultureInfo.InvariantCulture));
                json.Array("lines", part.Lines, line =>
                {
                    json.WriteStartObject();
                    json.WriteString("sentence", DifferenceWords.Sentence(line));
                    json.Facts("where", line.Restrictions);
                    json.WriteString("situations", line.Situations.ToString(CultureInfo.InvariantCulture));
                    json.Facts("example", line.Example.Given);
                    json.Strings("becauseFirst", Sentences.Because(line.First, firstName));
                    json.Strings("becauseSecond", Sentences.Because(line.Second, secondName));
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
}
