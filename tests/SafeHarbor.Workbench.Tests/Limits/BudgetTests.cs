using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Limits;

/// <summary>Pages are small, strict about what they load, and link to what there is.</summary>
public sealed class BudgetTests(Site site, ITestOutputHelper output)
{
    private const int LargestPage = 150 * 1024;

    /// <summary>All that a first visit brings over the wire: page, style, scripts and picture, and for an interview its program.</summary>
    private const int LargestVisit = 120 * 1024;


    [Fact]
    public async Task EveryKindOfPageIsReachedByLinksFromTheFirst()
    {
        var reached = (await site.Pages).Select(p => p.Route).ToHashSet();
        Assert.Equal([], site.Routes.Select(r => r.Pattern).Except(reached));
    }

    [Fact]
    public async Task EveryPageIsSmallAndSoIsAFirstVisit()
    {
        var largest = (Page: (Size: 0, ""), Visit: (Size: 0, ""));
        foreach (var page in await site.Pages)
        {
            var size = System.Text.Encoding.UTF8.GetByteCount(page.Html);
            Assert.True(size < LargestPage, $"{page.Address} is {size} bytes");
            await using var visitor = await site.Visit();
            await visitor.Open(page.Address);
            await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            var carried = 0;
            foreach (var request in visitor.Requests)
                carried += (await request.SizesAsync()).ResponseBodySize;
            Assert.True(carried < LargestVisit, $"{page.Address} carries {carried} bytes");
            largest = ((size, page.Address).CompareTo(largest.Page) > 0 ? (size, page.Address) : largest.Page, (carried, page.Address).CompareTo(largest.Visit) > 0 ? (carried, page.Address) : largest.Visit);
        }
        output.WriteLine($"the largest page: {largest.Page}; the largest first visit: {largest.Visit}");
        Assert.NotEqual(0, largest.Visit.Size);
    }

    [Fact]
    public async Task EveryAnswerIsStrictAndNoPageComplains()
    {
        await using var visitor = await site.Visit();
        foreach (var page in await site.Pages)
        {
            var headers = await (await visitor.Open(page.Address)).AllHeadersAsync();
            Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", headers["content-security-policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["content-security-policy"], StringComparison.Ordinal);
            if (!page.Address.StartsWith("/embed/", StringComparison.Ordinal))
                Assert.Contains("frame-ancestors 'none'", headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", headers["x-content-type-options"]);
            Assert.Equal("no-referrer", headers["referrer-policy"]);
            Assert.DoesNotContain("server", headers.Keys);
            Assert.DoesNotContain("style=\"", page.Html, StringComparison.Ordinal);
            // The page that says that there is none is a failure to the browser's console, as it should be.
            if (page.Address != Crawl.Nowhere)
                Assert.Empty(visitor.Complaints);
        }
        Assert.All(visitor.Complaints, c => Assert.Contains("404", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryLinkLeadsSomewhere()
    {
        var links = (await site.Pages).SelectMany(p => p.Links).Distinct().Where(l => !IsMadeWhenAsked(l)).ToList();
        Assert.NotEmpty(links);
        // Links of one kind are made alike: each tenth and the first few stand for the hundreds.
        foreach (var link in links.Where((_, i) => i < 60 || i % 10 == 0))
        {
            using var response = await site.Http.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode < 400, $"{link}: {response.StatusCode}");
        }
    }

    /// <summary>Documents take some seconds each; they have tests of their own.</summary>
    private static bool IsMadeWhenAsked(string link) => link.EndsWith(".docx", StringComparison.Ordinal) || link.EndsWith(".xlsx", StringComparison.Ordinal);
}
