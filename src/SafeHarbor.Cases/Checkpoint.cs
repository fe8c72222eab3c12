using System.Text.Json;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>How far a count has come: the first pieces are done, and these are their sums.</summary>
/// <param name="BadRowsLength">The length of the file of bad rows, in bytes.</param>
internal sealed record Checkpoint(int Pieces, long Lines, long BadRowCount, IReadOnlyList<BadRow> BadRows, long BadRowsLength, VerdictCounts Counts)
{
    /// <summary>Writes it whole or not at all: a run that is killed while it writes leaves the one before.</summary>
    /// <param name="key">Stands for the question and the file; see <see cref="TryRead"/>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path, string key)
    {
        var fresh = path + ".new";
        using (var file = File.Create(fresh))
        {
            using var json = new Utf8JsonWriter(file);
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteNumber("pieces", Pieces);
            json.WriteNumber("lines", Lines);
            json.WriteNumber("badRowCount", BadRowCount);
            json.WriteNumber("badRowsLength", BadRowsLength);
            json.WriteStartArray("badRows");
            foreach (var bad in BadRows)
                JsonSerializer.Serialize(json, bad);
            json.WriteEndArray();
            Numbers(json, "cases", Counts.CasesIn);
            json.WriteStartArray("counts");
            foreach (var (demand, group, first, second, cases) in Counts.All())
                Numbers(json, null, [demand, group, (long)first, (long)second, cases]);
            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>The checkpoint of the same question about the same file.</summary>
    /// <param name="empty">Counts of the shape that is wanted; they are filled.</param>
    /// <returns>Null where there is none, where it is of another question, another law or a changed file, or where it is damaged.</returns>
    public static Checkpoint? TryRead(string path, string key, VerdictCounts empty)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            if (root.GetProperty("key").GetString() != key)
                return null;
            var cases = root.GetProperty("cases").EnumerateArray().Select(c => c.GetInt64()).ToList();
            for (var g = 0; g < cases.Count; g++)
                empty.CasesIn[g] = cases[g];
            foreach (var n in root.GetProperty("counts").EnumerateArray().Select(c => c.EnumerateArray().Select(x => x.GetInt64()).ToList()))
                empty.Add((int)n[0], (int)n[1], (Verdict)n[2], (Verdict)n[3], n[4]);
            return new Checkpoint(root.GetProperty("pieces").GetInt32(), root.GetProperty("lines").GetInt64(), root.GetProperty("badRowCount").GetInt64(),
                [.. root.GetProperty("badRows").EnumerateArray().Select(b => b.Deserialize<BadRow>()!)], root.GetProperty("badRowsLength").GetInt64(), empty);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or IOException or IndexOutOfRangeException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static void Numbers(Utf8JsonWriter json, string? name, IEnumerable<long> numbers)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
