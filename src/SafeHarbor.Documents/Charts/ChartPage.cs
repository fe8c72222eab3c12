using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Documents.Charts;

/// <summary>The chart with its table, as one web page.</summary>
public static class ChartPage
{
    public static Document Of(StandingHistory history) => new(history.Title, history.Title, history.Receipt,
    [
        new Block.Picture(StandingChart.Svg(history), history.Title),
        StandingChart.Table(history),
        Block.Of("A demand is met where it is met for every child; not met where some child surely falls through; not known where it turns on text that could not be read; arguable where it turns on an open question of law. "
            + $"Each count rests on the provisions and sources that “safeharbor library” lists. {history.Receipt}. This informs; it is not legal advice.", Tone.Quiet),
    ]);

    public static string Write(StandingHistory history) => HtmlWriter.Write(Of(history));
}
