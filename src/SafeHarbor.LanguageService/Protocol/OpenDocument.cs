using System.Text.Json.Nodes;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService.Protocol;

/// <summary>A text that is open in the editor, as it is now.</summary>
internal sealed record OpenDocument(string Uri, string Path, string Content, int? Version)
{
    private readonly Lazy<SourceText> _source = new(() => new SourceText(Uri, Content));

    public SourceText Source => _source.Value;

    /// <summary>The text after an edit: all of it anew, or a range of it.</summary>
    public OpenDocument After(JsonNode change)
    {
        var text = (string?)change["text"] ?? "";
        if (change["range"] is not { } range)
            return this with { Content = text };
        var (start, end) = (Offset(range["start"]), Offset(range["end"]));
        if (end < start)
            (start, end) = (end, start);
        return new OpenDocument(Uri, Path, string.Concat(Content.AsSpan(0, start), text, Content.AsSpan(end)), Version);
    }

    /// <summary>The zero-based offset of a zero-based line and UTF-16 character; the nearest there is, where there is no such place.</summary>
    public int Offset(JsonNode? position)
    {
        var (line, character) = ((int?)position?["line"] ?? 0, (int?)position?["character"] ?? 0);
        if (line < 0)
            return 0;
        if (line >= Source.LineCount)
            return Content.Length;
        var span = Source.LineSpan(line + 1);
        return Math.Clamp(character, 0, span.Length) + span.Start;
    }
}
