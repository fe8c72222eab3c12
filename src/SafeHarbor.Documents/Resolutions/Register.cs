using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.Resolutions;

/// <summary>A body that adopted a resolution like that of November 2016.</summary>
/// <param name="Division">Its Open Civic Data division id; null where it has none.</param>
/// <param name="Kind">What it adopted: a resolution, or a motion.</param>
/// <param name="When">The day, or the month, as exactly as it is known.</param>
public sealed record Adopter(string Body, string? Division, string Kind, string When, string About, ImmutableArray<Source> Sources);

/// <summary>The bodies known to have adopted such a resolution: only what can be cited.</summary>
public sealed record Register(string About, LocalDate LastLooked, ImmutableArray<Adopter> Bodies)
{
    private static readonly Lazy<Register> Read = new(() => Of(JsonDocument.Parse(typeof(Register).Assembly.GetManifestResourceStream("register.json")!)));

    public static Register Known => Read.Value;

    private static Register Of(JsonDocument file)
    {
        static LocalDate Day(JsonElement of) => LocalDatePattern.Iso.Parse(of.GetString()!).Value;
        var root = file.RootElement;
        return new Register(root.GetProperty("about").GetString()!, Day(root.GetProperty("lastLooked")), [.. root.GetProperty("bodies").EnumerateArray().Select(b => new Adopter(
            b.GetProperty("body").GetString()!, b.TryGetProperty("division", out var division) ? division.GetString() : null, b.GetProperty("kind").GetString()!, b.GetProperty("when").GetString()!, b.GetProperty("about").GetString()!,
            [.. b.GetProperty("sources").EnumerateArray().Select(s => new Source(s.GetProperty("address").GetString()!, Day(s.GetProperty("read")), Enum.GetValues<ReadAs>().First(r => Sentences.As(r) == s.GetProperty("as").GetString())))]))]);
    }
}
