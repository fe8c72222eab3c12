using System.Globalization;
using System.Text;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Diagnostics;

/// <summary>Shows findings as plain text: place, source line, underline, heading, help.</summary>
public static class DiagnosticWriter
{
    private const int WidestLine = 160;

    public static string ToText(IEnumerable<Diagnostic> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
            Append(text, finding);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Diagnostic finding)
    {
        var weight = finding.Weight;
        var place = finding.Location is { } location ? $"{location}: " : "";
        text.Append(CultureInfo.InvariantCulture, $"{place}{weight} {finding.Kind.Id}: {finding.Message}\n");
        if (finding.Location is { Span: var span, Source: var source } && source.Content.Length > 0)
            AppendLine(text, source, span);
        if (finding.Under is not null)
            text.Append(CultureInfo.InvariantCulture, $"        in {finding.Under}\n");
        foreach (var related in finding.Related)
            text.Append(CultureInfo.InvariantCulture, $"        {related.Location}: {related.Text}\n");
        if (finding.Help is not null)
            text.Append(CultureInfo.InvariantCulture, $"        help: {finding.Help}\n");
    }

    private static void AppendLine(StringBuilder text, SourceText source, TextSpan span)
    {
        var (line, column) = source.Position(span.Start);
        var lineSpan = source.LineSpan(line);
        // A very long line is shown from a little before the place.
        var skip = column > WidestLine ? column - 20 : 0;
        var shown = source[lineSpan][Math.Min(skip, lineSpan.Length)..];
        if (shown.Length > WidestLine)
            shown = shown[..WidestLine];
        shown = new string([.. shown.Select(c => char.IsControl(c) ? ' ' : c)]);
        var length = Math.Clamp(Math.Min(span.End, lineSpan.End) - span.Start, 1, WidestLine);
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        text.Append(CultureInfo.InvariantCulture, $"{number} | {shown}\n");
        text.Append(CultureInfo.InvariantCulture, $"      | {new string(' ', column - 1 - skip)}{new string('^', length)}\n");
    }
}
