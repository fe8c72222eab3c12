using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages;

/// <summary>The country at a glance, today or on another day.</summary>
public sealed class IndexModel(LawDesk desk) : WorkbenchPage(desk)
{
    private const int ChangesShown = 12;

    public sealed record Change(LocalDate Day, Jurisdiction Jurisdiction, Provision Provision);

    public CountryMap Map { get; private set; } = null!;

    public ImmutableArray<Change> Lately { get; private set; } = [];

    public ImmutableArray<LocalDate> Days { get; private set; } = [];

    public LocalDate Shown => To.On ?? Desk.Today;

    public int ProvisionCount => Desk.Library.Jurisdictions.Sum(j => j.Provisions.Length);

    public int ReadAsText => Desk.Library.Jurisdictions.Sum(j => j.Provisions.Count(p => p.ReadAs == ReadAs.Text));

    public int UnreadCount => Desk.Library.Jurisdictions.Sum(j => j.Unread.Length);

    public IActionResult OnGet()
    {
        if (ReadDay(to => to.Home) is { } other)
            return other;
        Days = CountryMap.DaysOf(Desk);
        Map = CountryMap.On(Desk, On);
        Lately = [.. Desk.States.SelectMany(s => s.Provisions.Where(p => p.InForce.Precision == StartPrecision.Day && p.InForce.From <= On).Select(p => new Change(p.InForce.From, s, p)))
            .OrderByDescending(c => c.Day).ThenBy(c => c.Jurisdiction.Name, StringComparer.Ordinal).DistinctBy(c => (c.Day, c.Jurisdiction.Id)).Take(ChangesShown)];
        return Page();
    }

    public string AddressOn(LocalDate day) => day == Desk.Today ? "/" : new Addresses(day).Home;

    /// <summary>What a day is called in a row of days.</summary>
    public string Label(LocalDate day) => day == Desk.Today ? "Today" : day == CountryMap.Resolution ? "Nov 2016" : day.Year.ToString(CultureInfo.InvariantCulture);

    public string ShadeInWords(int shade)
    {
        var all = Enumerable.Range(0, Desk.Demands.Length + 1).Where(n => CountryMap.ShadeOf(n, Desk.Demands.Length) == shade).ToList();
        return all[0] == all[^1] ? $"{all[0]}" : $"{all[0]} to {all[^1]}";
    }
}
