using System.Collections.Immutable;
using System.Text.Json;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Paper;

namespace SafeHarbor.Documents.Writers;

/// <summary>A document as JSON (docs/json.md, safeharbor/document/1).</summary>
public static class DocumentJson
{
    public static void Write(Utf8JsonWriter json, Document document)
    {
        json.WriteString("title", document.Title);
        json.WriteString("description", document.Description);
        json.WriteString("language", Document.Language);
        json.Array("blocks", document.Blocks, block =>
        {
            json.WriteStartObject();
            Write(json, block);
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                json.WriteString("kind", "heading");
                json.WriteNumber("level", heading.Level);
                json.WriteString("text", heading.Text);
                break;
            case Block.Paragraph paragraph:
                json.WriteString("kind", "paragraph");
                Write(json, "words", paragraph.Words);
                break;
            case Block.NewParagraph paragraph:
                json.WriteString("kind", "new paragraph");
                Write(json, "words", paragraph.Words);
                break;
            case Block.Items items:
                json.WriteString("kind", "list");
                json.WriteBoolean("numbered", items.Numbered);
                json.Array("items", items.Each, item =>
                {
                    json.WriteStartObject();
                    Write(json, "words", item.Words);
                    json.Array("below", item.Below, line =>
                    {
                        json.WriteStartObject();
                        Write(json, "words", line);
                        json.WriteEndObject();
                    });
                    json.WriteEndObject();
                });
                break;
            case Block.Table table:
                json.WriteString("kind", "table");
                json.WriteString("caption", table.Caption);
                json.Strings("header", table.Header);
                json.Array("rows", table.Rows, row =>
                {
                    json.WriteStartArray();
                    foreach (var cell in row)
                        json.WriteStringValue(cell);
                    json.WriteEndArray();
                });
                break;
            case Block.Picture picture:
                json.WriteString("kind", "picture");
                json.WriteString("says", picture.Says);
                json.WriteString("svg", picture.Svg);
                break;
            case Block.PageBreak:
                json.WriteString("kind", "page break");
                break;
            default:
                throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Inline> words) => json.Array(name, words, word =>
    {
        json.WriteStartObject();
        json.WriteString("kind", word.GetType().Name.ToLowerInvariant());
        json.WriteString("text", word.Words);
        if (word is Inline.Link link)
            json.WriteString("address", link.Address);
        json.WriteEndObject();
    });
}
