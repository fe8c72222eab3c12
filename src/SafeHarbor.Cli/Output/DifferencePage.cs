using SafeHarbor.Documents.Words;
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
            page.Line($"{++number}. {DifferenceWords.Sentence(line)}", 4, Page.Style.Plain, 3);
            foreach (var because in Sentences.Because(part.Direction < 0 ? line.First : line.Second, "it", most: 2))
                page.Line($"- {because}.", 7, Page.Style.Quiet, 2);
        }
        if (part.Lines.Length > most)
            page.Line($"and {Friendly.Count(part.Lines.Length - most, "more kind", "more kinds")} of situation; `--all` shows them.", 4, Page.Style.Quiet);
    }
}
