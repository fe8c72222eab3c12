using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Publishing.Tests;

public sealed partial class PagesTests(Site site)
{
    private const int LargestPage = 150 * 1024;

    [Theory]
    [InlineData("/about")]
    [InlineData("/data")]
    [InlineData("/resolution")]
    [InlineData("/for-you")]
    [InlineData("/es/para-ti")]
    [InlineData("/embed/map")]
    [InlineData("/embed/map/r3.arrest")]
    [InlineData("/static-copy")]
    [InlineData("/compare")]
    [InlineData("/child")]
    public async Task APageIsWholeAndSmall(string path)
    {
        var page = await site.Text(path);
        Assert.InRange(page.Length, 1500, LargestPage);
        Assert.Single(H1().Matches(page));
        Assert.DoesNotContain("child prostitute", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineHandler(), page);
    }

    [Fact]
    public async Task OnlyTheMapMayBeFramed()
    {
        foreach (var (path, may) in new[] { ("/embed/map", true), ("/embed/map/r3.arrest", true), ("/", false), ("/us-ky", false), ("/for-you", false), ("/embed/mapping", false), ("/api/v1/demands", false) })
        {
            using var answer = await site.Client.GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.EndsWith(may ? "frame-ancestors *" : "frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheMapForOtherPagesOpensLinksBesideThem() =>
        Assert.All(Link().Matches(await site.Text("/embed/map")), link => Assert.Contains("target=\"_blank\"", link.Value, StringComparison.Ordinal));

    [Fact]
    public async Task BothLanguagesSayTheSameAndLeadToEachOther()
    {
        var (english, spanish) = (await site.Text("/for-you"), await site.Text("/es/para-ti"));
        Assert.Contains("<html lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\"", spanish, StringComparison.Ordinal);
        Assert.Contains("href=\"/es/para-ti\" lang=\"es\"", english, StringComparison.Ordinal);
        Assert.Contains("href=\"/for-you\" lang=\"en\"", spanish, StringComparison.Ordinal);
        Assert.Contains("Salir rápido", WebUtility.HtmlDecode(spanish), StringComparison.Ordinal);
        foreach (var number in new[] { "tel:911", "tel:18883737888", "sms:233733", "tel:18008435678", "tel:18007862929", "tel:988" })
        {
            Assert.Contains($"href=\"{number}\"", english, StringComparison.Ordinal);
            Assert.Contains($"href=\"{number}\"", spanish, StringComparison.Ordinal);
        }
        // The same parts with as many points each: a translation that falls behind shows here.
        Assert.Equal(PointsOf(english), PointsOf(spanish));
    }

    [Fact]
    public async Task TheMapOfEachDayIsThePageOfThatDay()
    {
        using var map = JsonDocument.Parse(await site.Text("/map.json"));
        var days = map.RootElement.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal("2016-11-15", days[0].GetProperty("day").GetString());
        Assert.Equal("2026-11-24", days[^1].GetProperty("day").GetString());
        var ids = map.RootElement.GetProperty("ids").EnumerateArray().Select(i => i.GetString()!).ToList();
        foreach (var day in days)
        {
            var page = await site.Text($"/on/{day.GetProperty("day").GetString()}");
            foreach (var (id, tile) in ids.Zip(day.GetProperty("tiles").EnumerateArray()))
                Assert.Contains($"class=\"tile {id} shade-{tile[2].GetString()}\"", page, StringComparison.Ordinal);
            foreach (var row in day.GetProperty("rows").EnumerateArray())
                Assert.Equal(4, row.EnumerateArray().Sum(n => n.GetInt32()));
        }
    }

    [Fact]
    public async Task AProvisionIsToldToCatalogues()
    {
        var page = await site.Text("/us-ky/provision/krs-529-100-1");
        using var data = JsonDocument.Parse(LinkedData().Match(page).Groups[1].Value);
        Assert.Equal("Legislation", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("KRS 529.100(1)", data.RootElement.GetProperty("legislationIdentifier").GetString());
        Assert.Equal("ocd-division/country:us/state:ky", data.RootElement.GetProperty("legislationJurisdiction").GetProperty("identifier").GetString());
        using var library = JsonDocument.Parse(LinkedData().Match(await site.Text("/library")).Groups[1].Value);
        Assert.Equal("Dataset", library.RootElement.GetProperty("@type").GetString());
        foreach (var part in library.RootElement.GetProperty("distribution").EnumerateArray())
            await site.Text(part.GetProperty("contentUrl").GetString()!);
    }

    /// <summary>The page of errors was once kept by its own address, and then stood with 200 wherever there was no page.</summary>
    [Fact]
    public async Task WhatIsNotThereStaysNotThere()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var path in new[] { "/problem/404", "/nothing-here", "/us-ky/provision/none", "/us-zz" })
            {
                using var answer = await site.Client.GetAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task APageIsKeptInFewFormsHoweverTheHeaderIsWritten()
    {
        foreach (var (accepted, sent) in new[] { ("br;q=1.0, gzip;q=0.8, *;q=0.1", "br"), ("gzip", "gzip"), ("deflate, x-one", ""), ("", "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var answer = await site.Client.SendAsync(request);
            Assert.Equal(sent, string.Join(',', answer.Content.Headers.ContentEncoding));
        }
    }

    [Fact]
    public async Task TheSiteStopsWhileItIsStillWarmingUp()
    {
        var app = WorkbenchHost.Build(Site.Library, new WorkbenchOptions(0), Site.Time);
        await app.StartAsync();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public void NeighboursAreListedOnceAndTouch()
    {
        var pairs = Neighbours.Of(new LawDesk(Site.Library, Site.Time)).Select(p => $"{p.First.Id} {p.Second.Id}").ToList();
        Assert.Equal(["US-ID US-WA"], pairs);
    }

    private static string PointsOf(string page) => string.Join(' ', Section().Matches(page).Select(s => $"{Regex.Count(s.Value, "<li>")}/{Regex.Count(s.Value, "<dt>")}/{Regex.Count(s.Value, "<p")}"));

    [GeneratedRegex("<h1")]
    private static partial Regex H1();

    [GeneratedRegex(" on[a-z]+=\"")]
    private static partial Regex InlineHandler();

    [GeneratedRegex("<a [^>]*>")]
    private static partial Regex Link();

    [GeneratedRegex("<section.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("<script type=\"application/ld.{1,6}json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex LinkedData();
}
