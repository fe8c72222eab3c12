using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>A researcher: one demand in every state, two states beside each other, and what the law says of a word.</summary>
public sealed class ResearcherTests(Site site)
{
    public static TheoryData<bool, int> Ways => Journeys.Ways.All;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ADemandInEveryStateThenTwoStatesCompared(bool script, int width)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/demands");
        await visitor.Follow("A child's consent is never a defence");
        Assert.Equal(site.Desk.States.Length, await visitor.Page.Locator("tbody tr").CountAsync());
        await visitor.Follow("Washington");
        Assert.Equal("/us-wa/demand/r4.consent", visitor.Path);

        await visitor.Open("/compare");
        await visitor.Page.GetByLabel("The first state").SelectOptionAsync("us-wa");
        await visitor.Page.GetByLabel("The second state").SelectOptionAsync("us-id");
        await visitor.Page.Locator("main button").ClickAsync();
        Assert.Equal("/compare/us-wa/us-id", visitor.Path);
        Assert.NotEqual(0, await visitor.Page.Locator(".difference .gain").CountAsync());
        Assert.NotEqual(0, await visitor.Page.Locator(".difference .loss").CountAsync());
        var why = visitor.Page.Locator(".difference details").First;
        await why.Locator("summary").ClickAsync();
        Assert.True(await why.Locator("li").First.IsVisibleAsync());

        // The other way round each gain is a loss.
        var gains = await visitor.Page.Locator(".difference .gain").CountAsync();
        await visitor.Open("/compare/us-id/us-wa");
        Assert.Equal(gains, await visitor.Page.Locator(".difference .loss").CountAsync());
        visitor.AssertKeptToThisSite();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ASearchFindsAProvisionByItsNumber(bool script, int width)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/");
        await visitor.Page.GetByLabel("Search the law and its gaps").FillAsync("529.100");
        await visitor.Page.Locator(".search button").ClickAsync();
        Assert.Equal("/search", visitor.Path);
        Assert.Contains("found", await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Follow(visitor.Page.Locator(".hits a").First);
        Assert.StartsWith("/us-ky/provision/", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("529.100", await visitor.Heading(), StringComparison.Ordinal);

        await visitor.Open("/search?q=zebra+crossings");
        Assert.Contains("Nothing was found", await visitor.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.Locator(".hits a").CountAsync());
        visitor.AssertKeptToThisSite();
    }
}
