using Microsoft.Playwright;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>The interview where there is no network, and on paper.</summary>
public sealed class KeptAndPrintedTests(Site site)
{
    [Fact]
    public async Task AKeptPageWorksWithoutANetwork()
    {
        await using var visitor = await site.Visit(width: Widths.Phone);
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        await interview.Ready();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Keep this page" }).ClickAsync();
        await visitor.Page.GetByText("Kept. This page now opens without a network.").WaitForAsync();
        await visitor.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");

        await visitor.Context.SetOfflineAsync(true);
        await visitor.Page.ReloadAsync();
        await interview.Ready();
        var question = await interview.Question();
        await interview.AnswerAt(0);
        await interview.AnswerAt(0);
        Assert.Equal(2, await interview.Said());
        Assert.NotEqual(question, await interview.Question());
        // Styled as before: the style was kept too.
        Assert.Equal("sticky", await visitor.Page.Locator(".exit").EvaluateAsync<string>("e => getComputedStyle(e).position"));
        // What was not kept is not there.
        await Assert.ThrowsAsync<PlaywrightException>(() => visitor.Page.GotoAsync("/us-wa/child"));
    }

    [Fact]
    public async Task APageThatWasNotKeptLeavesNothingBehind()
    {
        await using var visitor = await site.Visit();
        await visitor.Open("/us-dc/child");
        await new InterviewSteps(visitor).Ready();
        Assert.Equal("0 0", await visitor.Page.EvaluateAsync<string>("async () => `${(await caches.keys()).length} ${(await navigator.serviceWorker.getRegistrations()).length}`"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ThePrintedPageHoldsTheDutiesAndNotTheForm(bool script)
    {
        await using var visitor = await site.Visit(script);
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        if (script)
            await interview.Ready();
        var child = new KnownChild(site.Desk.Library.Vocabulary, "age is 15, exchange is money, act is intercourse, conduct is prostitution, contact is police, stage is contact, victimization is suspected");
        await child.AnswerUntil(interview, async () => await visitor.Page.Locator(".duty").CountAsync() > 0);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await visitor.Page.Locator(".duty strong").First.IsVisibleAsync());
        Assert.True(await visitor.Page.Locator(".duty .reasons li").First.IsVisibleAsync());
        Assert.True(await visitor.Page.GetByText("National Human Trafficking Hotline").First.IsVisibleAsync());
        // What is folded on the screen is told on paper.
        Assert.True(await visitor.Page.Locator("details.answers li").First.IsVisibleAsync());
        foreach (var form in new[] { "#question", ".buttons", ".site-head", ".exit", ".search" })
            Assert.Equal(0, await visitor.Page.Locator(form).Locator("visible=true").CountAsync());
    }
}
