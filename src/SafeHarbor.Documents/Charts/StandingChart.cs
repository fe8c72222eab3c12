using System.Globalization;
using System.Net;
using System.Text;
using NodaTime.Text;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Words;

namespace SafeHarbor.Documents.Charts;

/// <summary>Draws how the demands stood year by year as SVG: a bar for each day, told in words as well.</summary>
public static class StandingChart
{
    private const int Width = 720, Height = 360, Left = 48, Top = 64, Bottom = 52, Right = 12, LeastForANumber = 13;

    /// <summary>Told apart by people with any colour vision (Okabe and Ito), in the order of <see cref="Standing.Words"/>; with the colour of a number on each.</summary>
    private static readonly (string Fill, string Number)[] Colours = [("#009e73", "#000"), ("#e69f00", "#000"), ("#d55e00", "#000"), ("#c8c8c8", "#000")];

    /// <summary>From the foot of a bar upwards: what is good stands on firm ground, what is not known on top.</summary>
    public static string Svg(StandingHistory history)
    {
        var whole = Math.Max(1, history.Days.Max(d => d.Counts.Sum()));
        double plot = Height - Top - Bottom, step = (double)(Width - Left - Right) / history.Days.Length, bar = step * 0.72;
        var svg = new StringBuilder();
        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" lang=\"{Document.Language}\" font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\" font-size=\"11\">");
        Line($"<title id=\"chart-title\">{Escape(history.Title)}</title>");
        Line($"<desc id=\"chart-desc\">{Escape(history.InWords)} {Escape(history.Receipt.ToString())}.</desc>");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Line($"<g aria-hidden=\"true\">");
        Line($"<text x=\"{Left - 36}\" y=\"20\" font-size=\"14\" font-weight=\"bold\" fill=\"#162e51\">{Escape(history.Title)}</text>");
        for (var w = 0; w < Colours.Length; w++)
        {
            Line($"<rect x=\"{Left - 36 + w * 110}\" y=\"34\" width=\"12\" height=\"12\" fill=\"{Colours[w].Fill}\"/>");
            Line($"<text x=\"{Left - 19 + w * 110}\" y=\"44\" fill=\"#1b1b1b\">{Standing.Words[w].Word}</text>");
        }
        foreach (var tick in Ticks(whole))
        {
            var y = Top + plot * (1 - (double)tick / whole);
            Line($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\" stroke=\"#dfe1e2\"/>");
            Line($"<text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\" fill=\"#1b1b1b\">{tick}</text>");
        }
        for (var i = 0; i < history.Days.Length; i++)
        {
            var (x, y) = (Left + i * step + (step - bar) / 2, (double)(Height - Bottom));
            for (var w = 0; w < Colours.Length; w++)
            {
                var (count, high) = (history.Days[i].Counts[w], plot * history.Days[i].Counts[w] / whole);
                if (count == 0)
                    continue;
                y -= high;
                Line($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{bar:0.#}\" height=\"{high:0.#}\" fill=\"{Colours[w].Fill}\" stroke=\"#fff\"/>");
                if (high >= LeastForANumber)
                    Line($"<text x=\"{x + bar / 2:0.#}\" y=\"{y + high / 2 + 4:0.#}\" text-anchor=\"middle\" fill=\"{Colours[w].Number}\">{count}</text>");
            }
            var day = history.Days[i].Day;
            Line($"<text x=\"{x + bar / 2:0.#}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\" fill=\"#1b1b1b\">{(i == history.Days.Length - 1 ? "now" : day.Year.ToString(CultureInfo.InvariantCulture))}</text>");
        }
        Line($"<text x=\"{Left - 36}\" y=\"{Height - 22}\" fill=\"#1b1b1b\">Demands{(history.Laws == 1 ? "" : " of all these laws")}; each year on {MonthAndDay(history)}, last on {LocalDatePattern.Iso.Format(history.Receipt.On)}. Not met: some child surely falls through.</text>");
        Line($"<text x=\"{Left - 36}\" y=\"{Height - 8}\" font-size=\"10\" fill=\"#444\">{Escape(history.Receipt.ToString())}. This informs; it is not legal advice.</text>");
        Line($"</g>");
        Line($"</svg>");
        return svg.ToString();
    }

    /// <summary>The same as a table in a document, beside the picture or without it.</summary>
    public static Block.Table Table(StandingHistory history) => new(history.Title, ["On", .. Standing.Words.Select(w => Law.Text.Friendly.Sentence(w.Word))],
        [.. history.Days.Select(d => System.Collections.Immutable.ImmutableArray.Create<string>([LocalDatePattern.Iso.Format(d.Day), .. d.Counts.Select(c => c.ToString(CultureInfo.InvariantCulture))]))], [3, 2, 2, 2, 2]);

    private static string MonthAndDay(StandingHistory history) => LocalDatePattern.CreateWithInvariantCulture("d MMMM").Format(history.Days[0].Day);

    private static IEnumerable<int> Ticks(int whole)
    {
        var step = new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000 }.First(s => whole / s <= 6);
        for (var tick = 0; tick <= whole; tick += step)
            yield return tick;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
