namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>A clock that stands still at noon of one day.</summary>
public sealed class FixedDay(DateTimeOffset noon) : TimeProvider
{
    public static FixedDay Of(int year, int month, int day) => new(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => noon;
}
