using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using SafeHarbor.Documents.Paper;

namespace SafeHarbor.Documents.Writers;

/// <summary>Writes a document as one HTML file: no scripts, nothing fetched, made to be printed and to be read aloud.</summary>
public static class HtmlWriter
{
    public static string Write(Document document) =>
        $"""
        <!DOCTYPE html>
        <html lang="{Document.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Escape(document.Title)}</title>
        <meta name="description" content="{Escape(document.Description)}">
        <meta name="generator" content="SafeHarbor {Receipt.EngineVersion}">
        <style>
        {StyleSheet(document.Foot)}
        </style>
        </head>
        <body>
        <main>
        {Body(document)}</main>
        <footer><p class="quiet">{Escape(document.Foot)}</p></footer>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>The document's content alone, for a page that has its own frame and style.</summary>
    public static string Body(Document document)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(document.Title)}</h1>\n");
        foreach (var block in document.Blocks)
            Append(html, block);
        return html.ToString();
    }

    private static void Append(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level}>{Escape(heading.Text)}</h{heading.Level}>\n");
                break;
            case Block.Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p{Class(paragraph.Tone)}>{Words(paragraph.Words)}</p>\n");
                break;
            case Block.NewParagraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{Words(paragraph.Words)}</p>\n");
                break;
            case Block.Items items:
                var tag = items.Numbered ? "ol" : "ul";
                html.Append(CultureInfo.InvariantCulture, $"<{tag}{Class(items.Tone)}>\n");
                foreach (var item in items.Each)
                    html.Append(CultureInfo.InvariantCulture, $"<li{(item.Below.IsEmpty ? "" : " class=\"story\"")}><p>{Words(item.Words)}</p>{string.Concat(item.Below.Select(b => $"<p class=\"quiet\">{Words(b)}</p>"))}</li>\n");
                html.Append(CultureInfo.InvariantCulture, $"</{tag}>\n");
                break;
            case Block.Table table:
                Append(html, table);
                break;
            case Block.Picture picture:
                html.Append(CultureInfo.InvariantCulture, $"<figure>\n{picture.Svg}</figure>\n");
                break;
            case Block.PageBreak:
                html.Append("<div class=\"break\"></div>\n");
                break;
            default:
                throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private static void Append(StringBuilder html, Block.Table table)
    {
        var whole = table.Widths.Sum();
        html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Escape(table.Caption)}</caption>\n<colgroup>");
        foreach (var width in table.Widths)
            html.Append(CultureInfo.InvariantCulture, $"<col width=\"{width * 100 / whole}%\">");
        html.Append("</colgroup>\n<thead><tr>").AppendJoin("", table.Header.Select(h => $"<th scope=\"col\">{Escape(h)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            html.Append("<tr>").AppendJoin("", row.Select((cell, i) => i == 0 ? $"<th scope=\"row\">{Escape(cell)}</th>" : $"<td>{Escape(cell)}</td>")).Append("</tr>\n");
        html.Append("</tbody>\n</table>\n");
    }

    private static string Words(ImmutableArray<Inline> words) => string.Concat(words.Select(word => word switch
    {
        Inline.Text => Escape(word.Words),
        Inline.Strong => $"<strong>{Escape(word.Words)}</strong>",
        Inline.Link link => $"<a href=\"{Escape(link.Address)}\">{Escape(link.Words)}</a>",
        Inline.Blank => $"<span class=\"blank\">[{Escape(word.Words)}]</span>",
        Inline.Inserted => $"<ins>{Escape(word.Words)}</ins>",
        Inline.Deleted => $"<del>{Escape(word.Words)}</del>",
        _ => throw new System.Diagnostics.UnreachableException(word.GetType().Name),
    }));

    private static string Class(Tone tone) => tone switch
    {
        Tone.Plain => "",
        Tone.Lead => " class=\"lead\"",
        Tone.Quiet => " class=\"quiet\"",
        _ => throw new System.Diagnostics.UnreachableException(tone.ToString()),
    };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string StyleSheet(string foot)
    {
        FormattableString css = $$"""
            @page { size: {{Sheet.Width}}pt {{Sheet.Height}}pt; margin: {{Sheet.Margin}}pt {{Sheet.Margin}}pt {{Sheet.MarginBelow}}pt;
              @bottom-left { content: "{{foot}}"; font: 7.5pt {{Sheet.Fonts}}; color: #444; }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt {{Sheet.Fonts}}; color: #444; } }
            * { margin: 0; padding: 0; box-sizing: border-box; }
            body { font: {{Sheet.Plain}}pt/{{Sheet.PlainLine}}pt {{Sheet.Fonts}}; color: #1b1b1b; background: #fff; overflow-wrap: anywhere; }
            h1 { font-size: {{Sheet.Title}}pt; line-height: {{Sheet.TitleLine}}pt; margin-bottom: {{Sheet.TitleBelow}}pt; color: #162e51; }
            h2 { font-size: {{Sheet.Section}}pt; line-height: {{Sheet.SectionLine}}pt; margin: {{Sheet.SectionAbove}}pt 0 {{Sheet.SectionBelow}}pt; color: #162e51; }
            h3 { font-size: {{Sheet.Part}}pt; line-height: {{Sheet.PartLine}}pt; margin: {{Sheet.PartAbove}}pt 0 {{Sheet.PartBelow}}pt; }
            h1, h2, h3 { break-after: avoid; }
            p, li p { margin-bottom: {{Sheet.PlainBelow}}pt; orphans: 2; widows: 2; }
            .quiet, li p.quiet, .quiet p, table, caption { font-size: {{Sheet.Quiet}}pt; line-height: {{Sheet.QuietLine}}pt; }
            .quiet, li p.quiet, .quiet p { margin-bottom: {{Sheet.QuietBelow}}pt; }
            .lead { font-weight: bold; }
            ul, ol { padding-left: {{Sheet.Indent}}pt; }
            .story { margin-top: {{Sheet.StoryAbove}}pt; }
            a { color: #005ea2; text-decoration: none; }
            table { width: 100%; border-collapse: collapse; margin-bottom: {{Sheet.PlainBelow}}pt; break-inside: auto; }
            caption { text-align: left; font-weight: bold; padding-bottom: {{Sheet.QuietBelow}}pt; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: {{Sheet.CellAbove}}pt {{Sheet.CellPadding}}pt; border-bottom: 0.75pt solid #a9aeb1; }
            thead th { background: #e8edf3; }
            .blank { background: #fff3c4; border-bottom: 1pt solid #8a6d00; }
            ins { color: #00491e; text-decoration: underline; background: #e3f5e1; }
            del { color: #8b0a03; text-decoration: line-through; background: #fdeaea; }
            .break { break-after: page; }
            footer { border-top: 0.75pt solid #a9aeb1; margin-top: 8pt; padding-top: 3pt; }
            @media screen { body { max-width: 46em; margin: 0 auto; padding: 1.5em 1em 3em; font-size: 1rem; line-height: 1.5; }
              h1 { font-size: 1.7rem; line-height: 1.25; } h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 1.2em; } h3 { font-size: 1.05rem; line-height: 1.3; margin-top: 1em; }
              .quiet, li p.quiet, .quiet p, table, caption { font-size: 0.9rem; line-height: 1.4; } p, li p { margin-bottom: 0.5em; } ul, ol { padding-left: 1.5em; } a { text-decoration: underline; } }
            @media print { footer { display: none; } }
            """;
        return css.ToString(CultureInfo.InvariantCulture);
    }
}
