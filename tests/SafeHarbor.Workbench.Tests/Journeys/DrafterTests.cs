using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>A drafter: what a bill does and to whom, and where a provision was read.</summary>
public sealed class DrafterTests(Site site)
{
    public static TheoryData<bool, int> Ways => Journeys.Ways.All;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ABillAndItsEffectThenAProvisionAndItsSources(bool script, int width)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/us-ky");
        await visitor.Follow("2024 HB 431, as introduced");
        Assert.Contains("would gain in", await visitor.Page.Locator("p.lead").InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(0, await visitor.Page.Locator("section[aria-labelledby=whom] .difference").CountAsync());
        Assert.NotEqual(0, await visitor.Page.Locator("section[aria-labelledby=changes] ins").CountAsync());
        Assert.NotEqual(0, await visitor.Page.Locator("section[aria-labelledby=sources] a[href^='http']").CountAsync());

        await visitor.Open("/library/us-ky");
        await visitor.Follow(visitor.Page.Locator("main section a[href*='/provision/']").First);
        Assert.NotEqual(0, await visitor.Page.Locator("main a[href^='http']").CountAsync());
        Assert.Contains("read ", await visitor.Text(), StringComparison.Ordinal);
        Assert.Contains("What leans on it", await visitor.Text(), StringComparison.Ordinal);
        visitor.AssertKeptToThisSite();
    }
}
