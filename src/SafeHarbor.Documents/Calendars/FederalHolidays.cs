using System.Collections.Immutable;
using NodaTime;

namespace SafeHarbor.Documents.Calendars;

/// <summary>The legal public holidays of the United States (5 U.S.C. 6103), with the weekday on which one is kept that falls on a weekend.</summary>
/// <remarks>Holidays of a state alone are not counted: a deadline may then be told a day early, never late.</remarks>
public static class FederalHolidays
{
    /// <summary>The days of a year on which work rests; one that is kept on the last day of the year before is in that year.</summary>
    public static ImmutableHashSet<LocalDate> Of(int year) =>
        [.. Fixed(year).Concat(Fixed(year + 1)).Select(Kept).Concat(Floating(year)).Where(d => d.Year == year)];

    public static bool IsBusinessDay(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Of(day.Year).Contains(day);

    private static IEnumerable<LocalDate> Fixed(int year)
    {
        yield return new LocalDate(year, 1, 1);
        if (year >= 2021)
            yield return new LocalDate(year, 6, 19); // Juneteenth, since the act of 17 June 2021
        yield return new LocalDate(year, 7, 4);
        yield return new LocalDate(year, 11, 11);
        yield return new LocalDate(year, 12, 25);
    }

    private static IEnumerable<LocalDate> Floating(int year)
    {
        yield return LocalDate.FromYearMonthWeekAndDay(year, 1, 3, IsoDayOfWeek.Monday);
        yield return LocalDate.FromYearMonthWeekAndDay(year, 2, 3, IsoDayOfWeek.Monday);
        yield return LocalDate.FromYearMonthWeekAndDay(year, 5, 5, IsoDayOfWeek.Monday); // the fifth where there is one, else the last
        yield return LocalDate.FromYearMonthWeekAndDay(year, 9, 1, IsoDayOfWeek.Monday);
        yield return LocalDate.FromYearMonthWeekAndDay(year, 10, 2, IsoDayOfWeek.Monday);
        yield return LocalDate.FromYearMonthWeekAndDay(year, 11, 4, IsoDayOfWeek.Thursday);
    }

    private static LocalDate Kept(LocalDate day) => day.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => day.PlusDays(-1),
        IsoDayOfWeek.Sunday => day.PlusDays(1),
        _ => day,
    };
}
