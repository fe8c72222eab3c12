using Microsoft.Playwright;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>Whoever must leave the interview at once can, and the way back does not show it.</summary>
public sealed class LeavingTests(Site site)
{
    private const string Elsewhere = "https://www.weather.gov/";

    [Theory]
    [InlineData(Widths.Phone, 0, false)]
    [InlineData(Widths.Phone, 3, false)]
    [InlineData(Widths.Desktop, 2, true)]
    public async Task ThePageIsReplacedAndTheWayBackDoesNotShowIt(int width, int answers, bool byKeyboard)
    {
        await using var visitor = await VisitorOfAChild(width);
        var interview = new InterviewSteps(visitor);
        for (var i = 0; i < answers; i++)
            await interview.AnswerAt(0);
        if (answers > 1)
            await visitor.Page.GoBackAsync();
        if (byKeyboard)
        {
            await visitor.Page.Keyboard.PressAsync("Escape");
            await visitor.Page.Keyboard.PressAsync("Escape");
        }
        else
            await visitor.Page.GetByText("Leave this page quickly").ClickAsync();
        await visitor.Page.WaitForURLAsync(Elsewhere);

        await visitor.Page.GoBackAsync();
        Assert.Equal("/states", visitor.Path);
        await visitor.Page.GoForwardAsync();
        await visitor.Page.WaitForURLAsync(Elsewhere);
        // Nor does the way ahead.
        for (var i = 0; i <= answers; i++)
        {
            await visitor.Page.GoForwardAsync(new() { WaitUntil = WaitUntilState.Commit });
            await visitor.Page.WaitForURLAsync(Elsewhere);
            Assert.Equal("Weather", await visitor.Heading());
        }
    }

    [Fact]
    public async Task OneEscapeDoesNotLeave()
    {
        await using var visitor = await VisitorOfAChild(Widths.Desktop);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.EvaluateAsync("() => new Promise(later => setTimeout(later, 900))");
        await visitor.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("/us-dc/child", visitor.Path);
        Assert.Equal(1, await visitor.Page.Locator("#question").CountAsync());
    }

    [Fact]
    public async Task WithoutScriptsTheButtonIsAPlainLink()
    {
        await using var visitor = await site.Visit(script: false);
        await visitor.Open("/us-dc/child");
        Assert.Equal(Elsewhere, await visitor.Page.GetByText("Leave this page quickly").GetAttributeAsync("href"));
        Assert.DoesNotContain("Escape", await visitor.Text(), StringComparison.Ordinal);
    }

    private async Task<Visitor> VisitorOfAChild(int width)
    {
        var visitor = await site.Visit(width: width);
        await visitor.Context.RouteAsync(Elsewhere, route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Weather</h1>" }));
        await visitor.Open("/states");
        await visitor.Page.EvaluateAsync("() => { location.href = '/us-dc/child'; }");
        await visitor.Page.WaitForURLAsync("**/us-dc/child");
        await new InterviewSteps(visitor).Ready();
        return visitor;
    }
}
