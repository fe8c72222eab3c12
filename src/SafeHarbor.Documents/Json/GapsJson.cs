using System.Collections.Immutable;
using System.Globalization;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Documents.Json;

/// <summary>Gaps as JSON (docs/json.md, safeharbor/gaps/1).</summary>
public static class GapsJson
{
    public static void Write(System.Text.Json.Utf8JsonWriter json, CompiledLaw law, List<DemandGap> gaps, ImmutableArray<JointPart> together, PrecedentFinder? precedents, IRecordedCases? recorded) =>
        Write(json, law.Law, gaps, together, precedents is null ? null : (demand, line) => precedents.Find(demand, line), recorded);

    /// <param name="precedents">Finds the states whose law covers the children of a line; null where they are not told.</param>
    public static void Write(System.Text.Json.Utf8JsonWriter json, ApplicableLaw law, IEnumerable<DemandGap> gaps, ImmutableArray<JointPart> together, Func<Demand, GapLine, IEnumerable<Precedent>>? precedents, IRecordedCases? recorded)
    {
        var jurisdiction = law.Jurisdiction;
        json.WriteString("jurisdiction", jurisdiction.Id);
        json.Strings("bills", law.Bills.Select(b => b.Title));
        json.Array("together", together, part =>
        {
            json.WriteStartObject();
            json.WriteString("verdict", part.Verdict.InWords(ofDemand: true));
            json.WriteNumber("lowerBound", part.LowerBound);
            json.WriteBoolean("provedMinimal", part.IsProvedMinimal);
            json.Strings("everywhere", part.Everywhere?.Demands.Select(d => d.Demand.Id) ?? []);
            json.Array("lines", part.Lines, line =>
            {
                json.WriteStartObject();
                json.WriteString("sentence", Friendly.Sentence(Sentences.Situation(line.Restrictions)) + ".");
                json.Facts("where", line.Restrictions);
                json.WriteString("situations", line.Situations.ToString(CultureInfo.InvariantCulture));
                json.Strings("demands", line.Demands.Select(d => d.Demand.Id));
                if (recorded is not null)
                    WriteRecorded(json, recorded.Of(part.Verdict, line));
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.Array("demands", gaps, gap =>
        {
            json.WriteStartObject();
            json.WriteString("id", gap.Demand.Id);
            json.WriteString("title", gap.Demand.Title);
            json.WriteString("asked", ConditionWords.Say(gap.Demand.Premise));
            json.Strings("verdicts", Enum.GetValues<Verdict>().Where(v => v != Verdict.None && gap.Verdict.HasFlag(v)).Select(v => v.InWords(ofDemand: true)));
            json.WriteStartObject("situations");
            json.WriteString("total", gap.Total.ToString(CultureInfo.InvariantCulture));
            json.WriteString("met", gap.Met.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.Array("parts", gap.Parts, part =>
            {
                json.WriteStartObject();
                json.WriteString("verdict", part.Verdict.InWords(ofDemand: true));
                json.WriteString("situations", part.Situations.ToString(CultureInfo.InvariantCulture));
                json.WriteNumber("lowerBound", part.LowerBound);
                json.WriteBoolean("provedMinimal", part.IsProvedMinimal);
                json.Array("lines", part.Lines, line =>
                {
                    json.WriteStartObject();
                    json.WriteString("sentence", Friendly.Sentence(Sentences.Situation(line.Restrictions)) + ".");
                    json.Facts("where", line.Restrictions);
                    json.WriteString("situations", line.Situations.ToString(CultureInfo.InvariantCulture));
                    json.Facts("example", line.Example.Given);
                    if (recorded is not null)
                        WriteRecorded(json, recorded.Of(gap.Demand, part.Verdict, line.Restrictions));
                    json.Answer(line.Answer, ofDemand: true, jurisdiction.Name);
                    if (precedents is not null)
                    {
                        json.Array("precedents", precedents(gap.Demand, line), precedent =>
                        {
                            json.WriteStartObject();
                            json.WriteString("jurisdiction", precedent.Jurisdiction.Id);
                            json.Array("citations", precedent.Rules, json.Citation);
                            json.WriteEndObject();
                        });
                    }
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }

    private static void WriteRecorded(System.Text.Json.Utf8JsonWriter json, (long Surely, long Perhaps) cases)
    {
        json.WriteNumber("recordedCases", cases.Surely);
        json.WriteNumber("recordedPerhaps", cases.Perhaps);
    }
}
