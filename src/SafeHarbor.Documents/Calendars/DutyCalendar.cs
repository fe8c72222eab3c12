using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Documents.Calendars;

/// <summary>One duty with the moment at which it is due.</summary>
/// <param name="Due">When; where the law states no time, the starting time itself.</param>
/// <param name="Limit">The time that the law states; null where it states none.</param>
/// <param name="Certainty">Said after the duty where it is not sure; empty where it is.</param>
public sealed record DutyDue(Party Party, Act Act, ZonedDateTime Due, Deadline? Limit, string Certainty, ImmutableArray<ApplicableRule> Rules)
{
    public string Summary => $"{Friendly.Sentence(Party.WithArticle)} must {Act.Name}{(Limit is null ? " (no time stated)" : " " + Limit)}{Certainty}";
}

/// <summary>The duties that the law has in one case, with their clocks. It holds no name and no fact of the case.</summary>
public sealed record DutyCalendar(Jurisdiction Jurisdiction, Receipt Receipt, ZonedDateTime Start, ImmutableArray<DutyDue> Duties)
{
    /// <remarks>What a government must have in place for all children, such as a plan or training, is no clock of this case and is left out.</remarks>
    /// <param name="start">From when the clocks run whose event is not among <paramref name="events"/>.</param>
    /// <param name="events">By the event's name, when it was.</param>
    public static DutyCalendar Of(CaseReport report, Receipt receipt, ZonedDateTime start, IReadOnlyDictionary<string, ZonedDateTime> events)
    {
        ZonedDateTime Due(Deadline limit) => DueTime.Of(limit, limit.From is { } from && events.TryGetValue(from.Name, out var at) ? at : start);
        var duties = report.Duties.Where(d => !GeneralDuties.Includes(d.Act)).SelectMany(d => new[] { new DutyDue(d.Party, d.Act, d.Deadline is null ? start : Due(d.Deadline), d.Deadline, Certainty(d.Verdict), d.Rules) }
            .Concat(d.PerhapsSooner is { } sooner ? [new DutyDue(d.Party, d.Act, Due(sooner), sooner, " (it is open whether this earlier time binds)", d.Rules)] : []));
        return new DutyCalendar(report.Law.Jurisdiction, receipt, start, [.. duties.OrderBy(d => d.Due.ToInstant()).ThenBy(d => d.Limit is null)]);
    }

    private static string Certainty(Verdict verdict) => verdict switch
    {
        Verdict.Yes => "",
        Verdict.Arguable => " (arguable: an open question of law)",
        Verdict.NotKnown => " (not known: it turns on text that could not be read)",
        _ => " (it depends on facts not given)",
    };
}
