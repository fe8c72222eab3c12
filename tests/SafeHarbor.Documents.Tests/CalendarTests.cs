using System.Text;
using NodaTime;
using SafeHarbor.Documents.Calendars;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>Deadlines fall where the law and the clock put them.</summary>
public class CalendarTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    // Where the clocks are put forward (8 March 2026, 02:00), a day of hours ends an hour later by the clock; a calendar day does not.
    [InlineData("2026-03-07T22:15", 24, TimeUnit.Hours, "2026-03-09T03:15")]
    [InlineData("2026-03-07T22:15", 1, TimeUnit.Days, "2026-03-09T02:15")]
    // Where they are put back (1 November 2026), an hour sooner.
    [InlineData("2026-10-31T22:15", 24, TimeUnit.Hours, "2026-11-02T02:15")]
    [InlineData("2026-10-31T22:15", 1, TimeUnit.Days, "2026-11-02T03:15")]
    [InlineData("2026-07-01T12:00", 72, TimeUnit.Hours, "2026-07-04T16:00")]
    [InlineData("2026-01-31T09:00", 1, TimeUnit.Months, "2026-02-28T14:00")]
    [InlineData("2026-07-01T12:00", 2, TimeUnit.Weeks, "2026-07-15T16:00")]
    // Thursday 2 July 2026: Friday the 3rd is kept for the Fourth, which falls on a Saturday.
    [InlineData("2026-07-02T12:00", 1, TimeUnit.BusinessDays, "2026-07-06T16:00")]
    [InlineData("2026-07-02T12:00", 5, TimeUnit.BusinessDays, "2026-07-10T16:00")]
    [InlineData("2026-07-04T12:00", 0, TimeUnit.BusinessDays, "2026-07-04T16:00")]
    // The first of January 2028 is a Saturday, and is kept on the last day of 2027.
    [InlineData("2027-12-30T12:00", 1, TimeUnit.BusinessDays, "2028-01-03T17:00")]
    public void ADeadlineFallsAtTheRightInstant(string from, int amount, TimeUnit unit, string dueInUtc)
    {
        var start = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(from).Value.InZoneStrictly(NewYork);
        var due = DueTime.Of(new Deadline(amount, unit, null), start);
        Assert.Equal(dueInUtc, due.ToInstant().ToString("uuuu-MM-dd'T'HH:mm", null));
    }

    [Fact]
    public void TheFederalHolidaysOf2026AreTheElevenOfTheStatute() => Assert.Equal(
        ["2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"],
        FederalHolidays.Of(2026).Order().Select(d => NodaTime.Text.LocalDatePattern.Iso.Format(d)));

    [Fact]
    public void TheFileReadsBackWithTheSameInstantsAndCitations()
    {
        var duties = Duties("US-DC", new LocalDateTime(2026, 3, 7, 22, 15));
        var read = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(CalendarWriter.Write(duties)))!;
        Assert.NotEmpty(duties.Duties);
        Assert.Equal(duties.Duties.Select(d => (d.Summary, d.Due.ToInstant().ToDateTimeUtc())).Order(), read.Events.Select(e => (e.Summary!, e.Start!.AsUtc)).Order());
        foreach (var duty in duties.Duties)
        {
            var made = read.Events.First(e => e.Summary == duty.Summary && e.Start!.AsUtc == duty.Due.ToInstant().ToDateTimeUtc());
            Assert.All(duty.Rules, r => Assert.Contains(r.Citation, made.Description!, StringComparison.Ordinal));
            Assert.Contains(duties.Receipt.ToString(), made.Description!, StringComparison.Ordinal);
        }
        Assert.Equal(read.Events.Count, read.Events.Select(e => e.Uid).Distinct().Count());
    }

    [Fact]
    public void TheFileHoldsNoFactOfTheCase()
    {
        var text = Encoding.UTF8.GetString(CalendarWriter.Write(Duties("US-DC", new LocalDateTime(2026, 3, 7, 22, 15)))).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.DoesNotContain("the child is 15", text, StringComparison.Ordinal);
        Assert.DoesNotContain("money is paid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ORGANIZER", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AClockRunsFromItsOwnEventWhereThatIsKnown()
    {
        var (start, later) = (new LocalDateTime(2026, 3, 2, 9, 0), new LocalDateTime(2026, 3, 4, 10, 0));
        var from = Duties("US-KY", start).Duties.Where(d => d.Limit?.From is not null).ToList();
        Assert.NotEmpty(from);
        var @event = from[0].Limit!.From!.Name;
        var moved = Duties("US-KY", start, (@event, later)).Duties;
        Assert.All(moved.Where(d => d.Limit?.From?.Name == @event), d => Assert.Equal(DueTime.Of(d.Limit!, later.InZoneStrictly(NewYork)), d.Due));
        Assert.All(moved.Where(d => d.Limit is not null && d.Limit.From?.Name != @event), d => Assert.Equal(DueTime.Of(d.Limit!, start.InZoneStrictly(NewYork)), d.Due));
    }

    [Fact]
    public void EveryStateHasATimeZoneThatExists() => Assert.All(RealLaw.Ids, id =>
    {
        Assert.NotEmpty(TimeZones.Of(id));
        Assert.All(TimeZones.Of(id), z => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(z)));
    });

    private static DutyCalendar Duties(string id, LocalDateTime start, params (string Event, LocalDateTime At)[] events)
    {
        var library = RealLaw.Library;
        var reporter = new CaseReporter(new CompiledLaw(ApplicableLaw.Of(library, new LawQuestion(id, RealLaw.On))));
        var (given, findings) = CaseReader.Read(library.Vocabulary, "age is 15, exchange is money, victimization is reported, decoy is no, contact is police");
        Assert.Empty(findings);
        return DutyCalendar.Of(reporter.Report(Case.Of(library.Vocabulary, given)), new Receipt(library.Hash, RealLaw.On), start.InZoneStrictly(NewYork), events.ToDictionary(e => e.Event, e => e.At.InZoneStrictly(NewYork)));
    }
}
