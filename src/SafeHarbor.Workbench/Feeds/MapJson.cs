using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Pages;

namespace SafeHarbor.Workbench.Feeds;

/// <summary>The map on each of its days, for the slider of the first page (map.js).</summary>
internal static class MapJson
{
    public static byte[] Of(LawDesk desk)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var maps = CountryMap.DaysOf(desk).Select(day => CountryMap.On(desk, day)).ToList();
            json.WriteStartObject();
            json.WriteString("schema", "safeharbor/map/1");
            json.Strings("ids", maps[0].Tiles.Select(t => t.Id.ToLowerInvariant()));
            json.Array("days", maps, map =>
            {
                json.WriteStartObject();
                json.WriteString("day", LocalDatePattern.Iso.Format(map.Day));
                json.WriteString("said", Say.Day(map.Day));
                json.Array("tiles", map.Tiles, tile =>
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(tile.AtLeast);
                    json.WriteNumberValue(tile.AtMost);
                    json.WriteStringValue(tile.Shade);
                    json.WriteEndArray();
                });
                json.Array("rows", map.Rows, row =>
                {
                    json.WriteStartArray();
                    foreach (var count in new[] { row.Met, row.Arguable, row.NotMet, row.NotKnown })
                        json.WriteNumberValue(count);
                    json.WriteEndArray();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
