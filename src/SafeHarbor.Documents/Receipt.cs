using NodaTime;
using NodaTime.Text;

namespace SafeHarbor.Documents;

/// <summary>What is needed to repeat an answer.</summary>
public sealed record Receipt(string LawHash, LocalDate On)
{
    public static string EngineVersion { get; } = typeof(Receipt).Assembly.GetName().Version!.ToString(3);

    public override string ToString() => $"SafeHarbor {EngineVersion}, law {LawHash[..12]}, as of {LocalDatePattern.Iso.Format(On)}";
}
