using Microsoft.Playwright;

namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>The conversation about a child as a person leads it: the same steps with and without scripts.</summary>
public sealed class InterviewSteps(Visitor visitor)
{
    private IPage Page => visitor.Page;

    /// <summary>The question that is asked; empty where nothing more would change what is owed.</summary>
    public async Task<string> Question() => await Page.Locator("#question h2").CountAsync() == 0 ? "" : await Page.Locator("#question h2").InnerTextAsync();

    /// <summary>How many answers the page says were given.</summary>
    public async Task<int> Said() => await Page.Locator("details.answers li").CountAsync();

    /// <summary>The answers as the page repeats them.</summary>
    public async Task<IReadOnlyList<string>> Saying() => await Page.Locator("details.answers li").AllTextContentsAsync();

    /// <summary>Chooses the answer with this text, and goes on.</summary>
    public async Task Answer(string text)
    {
        if (await Page.Locator("#question select").CountAsync() > 0)
            await Page.Locator("#question select").SelectOptionAsync(new SelectOptionValue { Label = text });
        else
            await Page.Locator("#question").GetByLabel(text, new() { Exact = true }).CheckAsync();
        await Next();
    }

    /// <summary>Chooses the answer at a zero-based place, and goes on.</summary>
    public async Task AnswerAt(int place)
    {
        if (await Page.Locator("#question select").CountAsync() > 0)
            await Page.Locator("#question select").SelectOptionAsync(new SelectOptionValue { Index = place + 1 });
        else
            await Page.Locator("#question input[type=radio]").Nth(place).CheckAsync();
        await Next();
    }

    /// <summary>“I don’t know”, which is chosen beforehand.</summary>
    public async Task Skip() => await Next();

    public async Task Next() => await Press("Next");

    public async Task Press(string button)
    {
        await Page.Locator(".buttons").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Waits until the browser answers by itself.</summary>
    public async Task Ready() => await Page.Locator("#interview[data-ready=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
