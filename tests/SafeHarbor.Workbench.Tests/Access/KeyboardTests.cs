using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Access;

/// <summary>Everything can be done with the keyboard alone, and where one is can be seen.</summary>
public sealed class KeyboardTests(Site site)
{
    private const int MostStops = 900;

    private const string Stop = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const style = getComputedStyle(e), place = e.getBoundingClientRect();
          e.dataset.reached = "yes";
          return JSON.stringify({ name: e.tagName + " " + (e.textContent || e.name || "").trim().slice(0, 40), seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            shown: place.width > 0 && place.height > 0 && place.right > 0 && place.left < innerWidth });
        }
        """;

    // Of a group of radio buttons one is a stop; the arrows lead to the others.
    private const string Unreached = """
        () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
          .filter(e => !e.dataset.reached && e.checkVisibility() && !(e.type === "radio" && document.querySelector("input[type=radio][data-reached]")))
          .map(e => e.outerHTML.slice(0, 120))
        """;

    private sealed record Place(string Name, bool Seen, bool Shown);

    [Theory]
    [InlineData("/")]
    [InlineData("/us-ky")]
    [InlineData("/us-id/demand/r4.buyers.decoy")]
    [InlineData("/compare/us-wa/us-id")]
    [InlineData("/us-dc/child")]
    [InlineData("/search?q=trafficking")]
    public async Task EveryControlIsReachedInTurnAndIsSeenToHaveTheFocus(string address)
    {
        await using var visitor = await site.Visit();
        await visitor.Open(address);
        if (address.EndsWith("/child", StringComparison.Ordinal))
            await new InterviewSteps(visitor).Ready();
        // From wherever the focus is, round once through the page: the second time that nothing has it ends the round.
        var (stops, rounds) = (0, 0);
        while (true)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await visitor.Page.EvaluateAsync<string?>(Stop) is not { } stop)
            {
                if (++rounds == 2)
                    break;
                continue;
            }
            if (stops++ == MostStops)
                break;
            var place = System.Text.Json.JsonSerializer.Deserialize<Place>(stop, System.Text.Json.JsonSerializerOptions.Web)!;
            Assert.True(place.Seen, $"{address}: the focus on {place.Name} is not seen");
            Assert.True(place.Shown, $"{address}: {place.Name} has the focus where nobody sees it");
        }
        Assert.True(stops is > 10 and < MostStops, $"{stops} stops");
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Unreached));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheFirstStopSkipsToTheContent(bool script)
    {
        await using var visitor = await site.Visit(script);
        await visitor.Open("/us-ky");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await visitor.Page.Locator(":focus").InnerTextAsync());
        Assert.True(await visitor.Page.Locator(":focus").IsVisibleAsync());
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visitor.Page.Locator("main :focus").CountAsync() == 1);
    }

    [Fact]
    public async Task WhatIsFoldedAwayOpensByKeyboard()
    {
        await using var visitor = await site.Visit();
        await visitor.Open("/us-ky");
        var folded = visitor.Page.Locator("main details").First;
        await folded.Locator("summary").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        Assert.True(await folded.EvaluateAsync<bool>("d => d.open"));
        await visitor.Page.Keyboard.PressAsync(" ");
        Assert.False(await folded.EvaluateAsync<bool>("d => d.open"));
    }

    [Fact]
    public async Task AnInterviewIsLedByKeyboardAndTheFocusGoesToEachNewQuestion()
    {
        await using var visitor = await site.Visit();
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        await interview.Ready();
        Assert.Equal(0, await visitor.Page.Locator(":focus").CountAsync());
        await visitor.Page.Locator("#question h2").FocusAsync();
        for (var step = 1; step <= 3; step++)
        {
            Assert.Equal(await interview.Question(), await visitor.Page.Locator(":focus").InnerTextAsync());
            await visitor.Page.Keyboard.PressAsync("Tab");
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("Next", await visitor.Page.Locator(":focus").InnerTextAsync());
            await visitor.Page.Keyboard.PressAsync("Enter");
            Assert.Equal(step, await interview.Said());
        }
        Assert.DoesNotContain("Not known", string.Join(" ", await interview.Saying()), StringComparison.Ordinal);
    }
}
