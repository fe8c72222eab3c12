using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService.Protocol;

/// <summary>The answers of the language service in the shapes of the protocol.</summary>
internal static class Shapes
{
    /// <summary>The types of tokens, in the order of <see cref="MarkKind"/>; all are of the protocol's own.</summary>
    public static readonly ImmutableArray<string> TokenTypes =
        ["keyword", "operator", "variable", "enumMember", "type", "class", "function", "event", "namespace", "property", "macro", "interface", "struct", "string", "string", "number", "comment"];

    public static JsonObject Range(SourceText source, TextSpan span) => new()
    {
        ["start"] = Position(source, span.Start),
        ["end"] = Position(source, span.End),
    };

    public static JsonObject Position(SourceText source, int offset)
    {
        var (line, column) = source.Position(Math.Min(offset, source.Content.Length));
        return new JsonObject { ["line"] = line - 1, ["character"] = column - 1 };
    }

    /// <param name="addressOf">The address of another source; null where it has none.</param>
    public static JsonObject Finding(Diagnostic finding, SourceText source, Func<SourceText, string?> addressOf)
    {
        var shown = new JsonObject
        {
            ["range"] = Range(source, finding.Location?.Span ?? default),
            ["severity"] = finding.Kind.Severity switch { Severity.Error => 1, Severity.Warning => 2, _ => 3 },
            ["code"] = finding.Kind.Id,
            ["source"] = "safeharbor",
            ["message"] = finding.Help is null ? finding.Message : $"{finding.Message}\nhelp: {finding.Help}",
        };
        var related = finding.Related.Select(r => (r, Address: addressOf(r.Location.Source))).Where(r => r.Address is not null).Select(r => (JsonNode)new JsonObject
        {
            ["location"] = new JsonObject { ["uri"] = r.Address, ["range"] = Range(r.r.Location.Source, r.r.Location.Span) },
            ["message"] = r.r.Text,
        }).ToArray();
        if (related.Length > 0)
            shown["relatedInformation"] = new JsonArray(related);
        return shown;
    }

    public static JsonObject Item(CompletionItem item, SourceText source, int rank)
    {
        var shown = new JsonObject
        {
            ["label"] = item.Label,
            ["kind"] = item.Kind switch { MarkKind.Keyword or MarkKind.Operator => 14, MarkKind.Fact => 6, MarkKind.Value => 20, MarkKind.Status => 22, MarkKind.Party => 7, MarkKind.Act => 3, MarkKind.Event => 23, MarkKind.Citation => 18, _ => 12 },
            ["textEdit"] = new JsonObject { ["range"] = Range(source, item.Replaces), ["newText"] = item.Insert },
            ["sortText"] = rank.ToString("D4", System.Globalization.CultureInfo.InvariantCulture),
            ["filterText"] = source[item.Replaces] is { Length: > 0 } written && !item.Label.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? written + " " + item.Label : item.Label,
        };
        if (item.Detail.Length > 0)
            shown["detail"] = item.Detail;
        if (item.About.Length > 0)
            shown["documentation"] = item.About;
        return shown;
    }

    public static JsonObject Symbol(OutlineItem item, SourceText source) => new()
    {
        ["name"] = item.Name,
        ["kind"] = item.Kind switch
        {
            StatementKind.Bill or StatementKind.Framework or StatementKind.Jurisdiction => 2,
            StatementKind.Provision or StatementKind.Unread or StatementKind.Add or StatementKind.Replace or StatementKind.Repeal => 5,
            StatementKind.Demand => 11,
            StatementKind.Fact => 13,
            _ => 15,
        },
        ["range"] = Range(source, item.Span),
        ["selectionRange"] = Range(source, item.Head),
        ["children"] = new JsonArray([.. item.Within.Select(w => (JsonNode)Symbol(w, source))]),
    };

    /// <summary>Five numbers for each mark: lines and characters from the one before, length, type, modifiers.</summary>
    public static JsonArray Tokens(ReadText text)
    {
        var (line, character) = (1, 1);
        var numbers = new JsonArray();
        foreach (var mark in text.Marks)
        {
            var (markLine, markColumn) = text.Tree.Source.Position(mark.Span.Start);
            foreach (var number in new[] { markLine - line, markLine == line ? markColumn - character : markColumn - 1, mark.Span.Length, (int)mark.Kind, 0 })
                numbers.Add(number);
            (line, character) = (markLine, markColumn);
        }
        return numbers;
    }
}
