using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace SafeHarbor.Publishing.Tests;

public sealed class FeedTests(Site site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/changes.atom")]
    [InlineData("/us-ky/changes.atom")]
    [InlineData("/us-dc/changes.atom")]
    [InlineData("/us-id/changes.atom")]
    [InlineData("/us/changes.atom")]
    [InlineData("/demand/r3.arrest/changes.atom")]
    public async Task AFeedIsAtom(string address)
    {
        using var answer = await site.Client.GetAsync(address);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            // What RFC 4287 requires of a feed and of each entry.
            Assert.StartsWith("tag:", Assert.Single(element.Elements(Atom + "id")).Value, StringComparison.Ordinal);
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            Assert.True(DateTimeOffset.TryParseExact(Assert.Single(element.Elements(Atom + "updated")).Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
        }
        Assert.NotEmpty(Assert.Single(feed.Elements(Atom + "author")).Element(Atom + "name")!.Value);
        Assert.Equal(new Uri(site.Address, address).ToString(), Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")?.Value == "self").Attribute("href")!.Value);
        var ids = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var days = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "updated")!.Value).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.All(feed.Elements(Atom + "entry"), e => Assert.Contains("<li>", e.Element(Atom + "content")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFeedTellsTheDaysOfTheTimeline()
    {
        foreach (var id in Site.Ids.Select(i => i.ToLowerInvariant()))
        {
            var steps = JsonNode.Parse(await site.Text($"/api/v1/jurisdictions/{id}/timeline"))!["steps"]!.AsArray().Select(s => s!["day"]!.ToString()).Reverse();
            var entries = XDocument.Parse(await site.Text($"/{id}/changes.atom")).Root!.Elements(Atom + "entry").Select(e => e.Element(Atom + "updated")!.Value[..10]);
            Assert.Equal(steps, entries);
        }
    }

    /// <summary>A reader who changes from one address of the site to another must not see everything anew.</summary>
    [Fact]
    public async Task IdsDoNotHangOnTheNameOfTheHost()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/us-ky/changes.atom");
        request.Headers.Host = "another.example";
        using var other = await site.Client.SendAsync(request);
        var (own, there) = (XDocument.Parse(await site.Text("/us-ky/changes.atom")), XDocument.Parse(await other.Content.ReadAsStringAsync()));
        Assert.NotEmpty(own.Descendants(Atom + "id").Skip(1));
        Assert.Equal(own.Descendants(Atom + "id").Select(i => i.Value), there.Descendants(Atom + "id").Select(i => i.Value));
        Assert.Contains("another.example", there.ToString(), StringComparison.Ordinal);
        // And what one visitor's host is called never reaches another visitor.
        Assert.DoesNotContain("another.example", await site.Text("/us-ky/changes.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPageNamesItsFeed()
    {
        Assert.Contains("href=\"/us-ky/changes.atom\"", await site.Text("/us-ky"), StringComparison.Ordinal);
        Assert.Contains("href=\"/changes.atom\"", await site.Text("/"), StringComparison.Ordinal);
        Assert.Contains("href=\"/demand/r3.arrest/changes.atom\"", await site.Text("/demand/r3.arrest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPageOfTheSiteMapIsThere()
    {
        var map = XDocument.Parse(await site.Text("/sitemap.xml"));
        XNamespace names = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var pages = map.Root!.Elements(names + "url").Select(u => new Uri(u.Element(names + "loc")!.Value)).ToList();
        Assert.True(pages.Count > 300, $"{pages.Count} pages");
        Assert.Equal(pages.Count, pages.Distinct().Count());
        foreach (var page in pages.Where(p => !p.AbsolutePath.Contains("/demand/", StringComparison.Ordinal) || p.AbsolutePath.StartsWith("/us-ky/", StringComparison.Ordinal)))
            await site.Text(page.AbsolutePath);
        Assert.Contains(new Uri(site.Address, "/sitemap.xml").ToString(), await site.Text("/robots.txt"), StringComparison.Ordinal);
    }
}
