using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Api;

/// <summary>A question as it was asked, and what its parts mean.</summary>
internal sealed class ApiQuestion(LawDesk desk, HttpRequest request)
{
    private const int LongestEcho = 40;

    public LawDesk Desk { get; } = desk;

    /// <summary>A parameter of the address, or of the query; empty where it was left out.</summary>
    public string this[string name] => request.RouteValues[name] as string ?? (request.Query[name] is [{ } value] ? value : "");

    public ApiAnswer About(string parameter, Func<Jurisdiction, ApiAnswer> answer)
    {
        if (Desk.Library.Jurisdictions.FirstOrDefault(j => Same(j.Id, this[parameter])) is { } found)
            return answer(found);
        var near = Nearest.To(this[parameter].ToUpperInvariant(), Desk.Library.Jurisdictions.Select(j => j.Id));
        return new ApiAnswer.Wrong(404, $"the library holds no law of “{Short(this[parameter])}”", (near is null ? "" : $"Did you mean {near}? ") + "All that is held is at /api/v1/jurisdictions.");
    }

    public ApiAnswer About(Func<Jurisdiction, Demand, ApiAnswer> answer) => About("id", jurisdiction =>
    {
        if (Desk.Demands.FirstOrDefault(d => Same(d.Id, this["demand"])) is { } found)
            return answer(jurisdiction, found);
        var near = Nearest.To(this["demand"], Desk.Demands.Select(d => d.Id));
        return new ApiAnswer.Wrong(404, $"there is no demand “{Short(this["demand"])}”", (near is null ? "" : $"Did you mean {near}? ") + "All demands are at /api/v1/demands.");
    });

    /// <summary>The day asked about; today where none is given.</summary>
    public ApiAnswer On(Func<LocalDate, ApiAnswer> answer)
    {
        if (this["on"] is not { Length: > 0 } text)
            return answer(Desk.Today);
        return Desk.DayOf(text) is { } day ? answer(day)
            : new ApiAnswer.Wrong(400, $"“{Short(text)}” is not a day that can be asked about", $"Write year, month and day, such as 2016-11-15; from {LocalDatePattern.Iso.Format(Desk.Begins)} to {Desk.Today.Year + LawDesk.YearsAhead}.");
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "…";
}
