using Microsoft.Playwright;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>A legislator with ten minutes: where does a child fall through in my state, and what would mend it?</summary>
public sealed class LegislatorTests(Site site)
{
    public static TheoryData<bool, int> Ways => Journeys.Ways.All;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task FromTheMapToTheSmallestChange(bool script, int width)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/");
        await visitor.Follow(visitor.Page.Locator(".tile.us-id a"));
        Assert.Equal("Idaho", await visitor.Heading());
        Assert.Equal("/us-id", visitor.Path);

        var sentence = visitor.Page.Locator("section[aria-labelledby=gaps] li.gap").First;
        Assert.NotEqual("", (await sentence.Locator("h3").InnerTextAsync()).Trim());
        Assert.Contains("For example:", await visitor.Page.Locator("section[aria-labelledby=gaps]").InnerTextAsync(), StringComparison.Ordinal);

        await visitor.Follow("A buyer who answers an officer's decoy commits the core offence");
        Assert.Equal("/us-id/demand/r4.buyers.decoy", visitor.Path);
        var gap = visitor.Page.Locator("li.gap").First;
        Assert.NotEqual(0, await gap.Locator(".reasons a[href*='/provision/'], .reasons li").CountAsync());

        var precedents = visitor.Page.Locator("details", new() { HasText = "this child" }).First;
        await precedents.Locator("summary").ClickAsync();
        var precedent = precedents.Locator("ul > li").First;
        Assert.True(await precedent.IsVisibleAsync());
        Assert.NotEqual(0, await precedent.Locator("a[href*='/provision/']").CountAsync());

        await visitor.Follow("The smallest change that closes this gap");
        Assert.Equal("/us-id/demand/r4.buyers.decoy/reform", visitor.Path);
        Assert.NotEqual(0, await visitor.Page.Locator(".reform ins").CountAsync());
        visitor.AssertKeptToThisSite();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ADayInThePastAndBackToToday(bool script, int width)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/");
        await visitor.Follow("Nov 2016");
        Assert.Equal("/on/2016-11-15", visitor.Path);
        Assert.Contains("November 15, 2016", await visitor.Page.Locator("#map-title").InnerTextAsync(), StringComparison.Ordinal);

        await visitor.Follow(visitor.Page.Locator(".tile.us-ky a"));
        Assert.Equal("/us-ky/on/2016-11-15", visitor.Path);
        var then = await visitor.Page.Locator("p.lead").First.InnerTextAsync();
        Assert.Contains("November 15, 2016", await visitor.Page.Locator(".note.past").InnerTextAsync(), StringComparison.Ordinal);

        await visitor.Follow(visitor.Page.Locator("section[aria-labelledby=demands] tbody a").First);
        Assert.EndsWith("/on/2016-11-15", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("/us-ky/demand/", visitor.Path, StringComparison.Ordinal);
        // What is written of the past proposes no change of it.
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "The smallest change" }).CountAsync());

        await visitor.Page.GoBackAsync();
        await visitor.Follow("See today's");
        Assert.Equal("/us-ky", visitor.Path);
        Assert.Equal(0, await visitor.Page.Locator(".note.past").CountAsync());
        Assert.NotEqual(then, await visitor.Page.Locator("p.lead").First.InnerTextAsync());
        visitor.AssertKeptToThisSite();
    }
}
