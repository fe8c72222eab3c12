using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Documents.Tables;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.Charts;

/// <summary>How many demands stood at each word on one day, in the order of <see cref="Standing.Words"/>.</summary>
public sealed record StandingOn(LocalDate Day, ImmutableArray<int> Counts);

/// <summary>How one law, or those of all states, stood on the demands from the resolution on, year by year.</summary>
/// <param name="Name">Whose law.</param>
/// <param name="Laws">How many laws are counted together.</param>
public sealed record StandingHistory(string Name, int Laws, Receipt Receipt, ImmutableArray<StandingOn> Days)
{
    public static StandingHistory Of(LawLibrary library, Jurisdiction jurisdiction, LocalDate until) => Of(library, [jurisdiction], jurisdiction.Name, until);

    /// <summary>Of every jurisdiction that lies within another, together.</summary>
    public static StandingHistory OfTheNation(LawLibrary library, LocalDate until)
    {
        var all = library.Jurisdictions.Where(j => j.Within is not null).ToImmutableArray();
        return Of(library, all, $"the {all.Length} jurisdictions in the library", until);
    }

    public DataTable Table => new("standing_by_year", Title, "A row for each day; the counts of a row add up to all demands of all laws",
        [new("on", "the day", CellKind.Day), .. Standing.Words.Select(w => new Column(w.Word.Replace(' ', '_'), $"how many demands are {w.Word}", CellKind.Whole))], ["on"],
        [.. Days.Select(d => ImmutableArray.Create<object?>([d.Day, .. d.Counts.Select(c => (object?)(long)c)]))]);

    public string Title => $"How the law of {Name} stands on what the resolution of 2016 asks, by year";

    /// <summary>What the picture shows, for who does not see it.</summary>
    public string InWords => string.Join(" ", Days.Select(d => $"On {LocalDatePattern.Iso.Format(d.Day)}: {string.Join(", ", Standing.Words.Select((w, i) => $"{d.Counts[i]} {w.Word}"))}."));

    private static StandingHistory Of(LawLibrary library, ImmutableArray<Jurisdiction> jurisdictions, string name, LocalDate until)
    {
        var days = DaysOf(library.Vocabulary.Begins, until).ToList();
        var counts = days.Select(_ => new int[Standing.Words.Length]).ToList();
        foreach (var jurisdiction in jurisdictions)
        {
            // Where the same law stands, so do the demands: most years change nothing.
            var known = new Dictionary<string, ImmutableArray<int>>();
            for (var i = 0; i < days.Count; i++)
            {
                var version = Version(library, jurisdiction, days[i]);
                if (!known.TryGetValue(version, out var found))
                    known[version] = found = Standing.Counts(Standing.Of(library, jurisdiction.Id, days[i]));
                for (var w = 0; w < found.Length; w++)
                    counts[i][w] += found[w];
            }
        }
        return new StandingHistory(name, jurisdictions.Length, new Receipt(library.Hash, until), [.. days.Select((d, i) => new StandingOn(d, [.. counts[i]]))]);
    }

    /// <summary>The day on which the library begins, each year's day of that date, and the last.</summary>
    private static IEnumerable<LocalDate> DaysOf(LocalDate begins, LocalDate until)
    {
        for (var day = begins; day < until; day = day.PlusYears(1))
            yield return day;
        yield return until;
    }

    /// <summary>Which provisions stand, and of which it is not known, of all whose law may apply.</summary>
    private static string Version(LawLibrary library, Jurisdiction jurisdiction, LocalDate on)
    {
        var all = new List<Jurisdiction> { library.Baseline };
        for (var each = jurisdiction; each is not null; each = each.Within is { } id ? library.Find(id) : null)
            all.Add(each);
        return string.Concat(all.SelectMany(j => j.Provisions.Select(p => p.InForce.IsOpenOn(on) ? '?' : p.InForce.Includes(on) ? '1' : '0').Concat(j.Unread.Select(u => u.AppliesOn(on) ? '1' : '0'))));
    }
}
