using System.Text.Json;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Documents.Json;

/// <summary>What the law says about one child, as JSON (docs/json.md, safeharbor/case/1).</summary>
public static class CaseJson
{
    public static void Write(Utf8JsonWriter json, CaseReport report)
    {
        var name = report.Law.Jurisdiction.Name;
        json.WriteString("jurisdiction", report.Law.Jurisdiction.Id);
        json.Facts("given", report.Case.Given);
        json.Array("demands", report.Demands, demand =>
        {
            json.WriteStartObject();
            json.WriteString("id", demand.Demand.Id);
            json.WriteString("title", demand.Demand.Title);
            json.Answer(demand.Answer, ofDemand: true, name);
            json.WriteEndObject();
        });
        json.Array("statuses", report.Statuses, status =>
        {
            json.WriteStartObject();
            json.WriteString("status", status.Status.Name);
            json.WriteString("sentence", status.Status.Says);
            json.Answer(status.Answer, ofDemand: false, name);
            json.WriteEndObject();
        });
        json.Array("duties", report.Duties, duty =>
        {
            json.WriteStartObject();
            json.WriteString("party", duty.Party.Name);
            json.WriteString("act", duty.Act.Name);
            if (duty.Deadline is { } deadline)
            {
                json.WriteString("deadline", deadline.ToString());
                json.WriteNumber("longestHours", deadline.LongestHours);
            }
            if (duty.PerhapsSooner is { } sooner)
            {
                json.WriteString("perhapsSooner", sooner.ToString());
            }
            json.Answer(duty.Answer, ofDemand: false, name);
            json.WriteEndObject();
        });
        json.Array("bars", report.Bars, bar =>
        {
            json.WriteStartObject();
            json.WriteString("party", bar.Party.Name);
            json.WriteString("act", bar.Act.Name);
            json.Answer(bar.Answer, ofDemand: false, name);
            json.WriteEndObject();
        });
        json.Array("permissions", report.Permissions, permission =>
        {
            json.WriteStartObject();
            json.WriteString("party", permission.Party.Name);
            json.WriteString("act", permission.Act.Name);
            json.Verdict(permission.Verdict, ofDemand: false);
            json.Array("citations", permission.Rules, json.Citation);
            json.WriteEndObject();
        });
        json.Array("conflicts", report.Conflicts, conflict =>
        {
            json.WriteStartObject();
            json.WriteString("party", conflict.Party.Name);
            json.WriteString("act", conflict.Act.Name);
            json.WriteBoolean("certain", conflict.Certain);
            json.Array("citations", conflict.Rules, json.Citation);
            json.WriteEndObject();
        });
        json.Array("questions", report.Questions, question =>
        {
            json.WriteStartObject();
            json.WriteString("fact", question.Fact.Name);
            json.WriteString("question", question.Fact.Question);
            json.WriteNumber("settles", Math.Round(question.Settles, 3));
            json.WriteEndObject();
        });
        json.Array("shownOnly", report.Law.ShownOnly, shown =>
        {
            json.WriteStartObject();
            json.WriteString("jurisdiction", shown.Origin.Id);
            json.WriteString("citation", shown.Provision.Citation);
            json.WriteString("heading", shown.Provision.Heading);
            json.WriteEndObject();
        });
    }
}
