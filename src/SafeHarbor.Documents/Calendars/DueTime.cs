using NodaTime;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.Calendars;

/// <summary>When a deadline falls, exactly, in the time zone of the place.</summary>
public static class DueTime
{
    /// <summary>How it is counted, for whoever relies on it.</summary>
    public const string Rule = "Hours are counted as they pass, also where the clocks change. Days, weeks and months end at the same time of day; a court may allow until the day’s end. "
        + "Business days leave out weekends and federal holidays (5 U.S.C. 6103), not those of a state.";

    public static ZonedDateTime Of(Deadline deadline, ZonedDateTime from) => deadline.Unit switch
    {
        TimeUnit.Hours => from.PlusHours(deadline.Amount),
        TimeUnit.Days => On(from, from.Date.PlusDays(deadline.Amount)),
        TimeUnit.Weeks => On(from, from.Date.PlusWeeks(deadline.Amount)),
        TimeUnit.Months => On(from, from.Date.PlusMonths(deadline.Amount)),
        TimeUnit.BusinessDays => On(from, AfterBusinessDays(from.Date, deadline.Amount)),
        _ => throw new System.Diagnostics.UnreachableException(deadline.Unit.ToString()),
    };

    private static LocalDate AfterBusinessDays(LocalDate day, int count)
    {
        while (count > 0)
        {
            day = day.PlusDays(1);
            if (FederalHolidays.IsBusinessDay(day))
                count--;
        }
        return day;
    }

    /// <summary>The same time of day; where the clocks skip it, as much later as they skip; where they repeat it, the first.</summary>
    private static ZonedDateTime On(ZonedDateTime from, LocalDate day) =>
        day == from.Date ? from : (day + from.TimeOfDay).InZoneLeniently(from.Zone);
}
