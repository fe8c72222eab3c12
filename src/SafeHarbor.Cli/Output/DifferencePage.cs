using System.Globalization;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Cli.Output;

/// <summary>Tells the exact difference of two laws, demand by demand: who gains, who loses, what is no longer known.</summary>
public static class DifferencePage
{
    private const int LinesShown = 6;

    /// <param name="first">What the first law is called, such as "without the bill".</param>
    /// <param name="second">What the second law is called.</param>
    public static void Append(Page page, IEnumerable<DemandDifference> differences, string first, string second, bool all)
    {
        var any = false;
        foreach (var difference in differences.Where(d => !d.Parts.IsEmpty))
        {
            any = true;
            page.Heading($"{difference.Demand.Id}  {difference.Demand.Title}");
            foreach (var part in difference.Parts.OrderByDescending(p => p.Direction))
                AppendPart(page, part, first, second, all ? int.MaxValue : LinesShown);
            page.Blank();
        }
        if (!any)
            page.Line("No child's outcome differs.", 0, Page.Style.Good).Blank();
    }

    /// <summary>How many kinds of situation there are in which a child gains, and in which a child loses.</summary>
    public static string Summary(IReadOnlyCollection<DemandDifference> differences)
    {
        int Kinds(int sign) => differences.SelectMany(d => d.Parts).Where(p => Math.Sign(p.Direction) == sign).Sum(p => p.Lines.Length);
        return $"Children gain in {Friendly.Count(Kinds(1), "kind")} of situation, lose in {Friendly.Count(Kinds(-1), "kind")}; in {Friendly.Count(Kinds(0), "kind")} one side is not known.";
    }

    public static void WriteJson(System.Text.Json.Utf8JsonWriter json, IEnumerable<DemandDifference> differences, string firstName, string secondName) =>
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
                    json.WriteString("sentence", Sentence(line));
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

    private static void AppendPart(Page page, DifferencePart part, string first, string second, int most)
    {
        var (lead, style) = Math.Sign(part.Direction) switch
        {
            1 => ("The child gains", Page.Style.Good),
            -1 => ("The child loses", Page.Style.Bad),
            _ => ("One side is not known", Page.Style.Open),
        };
        page.Line($"{lead}: {part.First.InWords(ofDemand: true)} {first}, {part.Second.InWords(ofDemand: true)} {second}, in {Friendly.Count(part.Lines.Length, "kind")} of situation:", 2, style, 2);
        var number = 0;
        foreach (var line in part.Lines.Take(most))
        {
            page.Line($"{++number}. {Sentence(line)}", 4, Page.Style.Plain, 3);
            foreach (var because in Sentences.Because(part.Direction < 0 ? line.First : line.Second, "it", most: 2))
                page.Line($"- {because}.", 7, Page.Style.Quiet, 2);
        }
        if (part.Lines.Length > most)
            page.Line($"and {Friendly.Count(part.Lines.Length - most, "more kind", "more kinds")} of situation; `--all` shows them.", 4, Page.Style.Quiet);
    }

    private static string Sentence(DifferenceLine line) =>
        line.Restrictions.IsEmpty ? "In every such situation." : Friendly.Sentence(string.Join("; ", line.Restrictions.Select(r => r.Fact.Say(r.Values)))) + ".";
}
