using System.Collections.Immutable;

namespace SafeHarbor.Documents.Calendars;

/// <summary>The time zones of states, by the tz database; several where a state has several, the one of most people first.</summary>
public static class TimeZones
{
    private const string East = "America/New_York", Centre = "America/Chicago", Mountain = "America/Denver", West = "America/Los_Angeles";

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Others = new Dictionary<string, ImmutableArray<string>>
    {
        ["AK"] = ["America/Anchorage", "America/Adak"],
        ["AZ"] = ["America/Phoenix", Mountain],
        ["HI"] = ["Pacific/Honolulu"],
        ["ID"] = ["America/Boise", West],
        ["MI"] = ["America/Detroit", "America/Menominee"],
        ["IN"] = ["America/Indiana/Indianapolis", Centre],
        ["KY"] = ["America/Kentucky/Louisville", Centre],
        ["TN"] = [Centre, East],
        ["FL"] = [East, Centre],
        ["OR"] = [West, "America/Boise"],
        ["KS"] = [Centre, Mountain],
        ["NE"] = [Centre, Mountain],
        ["ND"] = [Centre, Mountain],
        ["SD"] = [Centre, Mountain],
        ["TX"] = [Centre, Mountain],
        ["NV"] = [West, "America/Boise"],
        ["PR"] = ["America/Puerto_Rico"],
        ["VI"] = ["America/St_Thomas"],
        ["GU"] = ["Pacific/Guam"],
        ["MP"] = ["Pacific/Saipan"],
        ["AS"] = ["Pacific/Pago_Pago"],
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, string> Single = new[]
    {
        (East, "CT DE DC GA ME MD MA NH NJ NY NC OH PA RI SC VT VA WV"), (Centre, "AL AR IL IA LA MN MS MO OK WI"), (Mountain, "CO MT NM UT WY"), (West, "CA WA"),
    }.SelectMany(z => z.Item2.Split(' ').Select(state => (state, zone: z.Item1))).ToImmutableDictionary(z => z.state, z => z.zone);

    /// <summary>The zones of a jurisdiction, such as US-KY or a locality within it; none where they are not known, as for the federation.</summary>
    public static ImmutableArray<string> Of(string jurisdiction)
    {
        var state = jurisdiction.Split('-').ElementAtOrDefault(1) ?? "";
        return Others.TryGetValue(state, out var several) ? several : Single.TryGetValue(state, out var one) ? [one] : [];
    }
}
