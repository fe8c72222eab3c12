using Microsoft.Playwright;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>One person's browser window, with all that it asked of any server and all that it complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly Site _site;
    private readonly List<IRequest> _requests = [];
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page, Site site) => (Context, Page, _site) = (context, page, site);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<IRequest> Requests => [.. _requests];

    /// <summary>Errors that the browser's console or a script told, among them each breach of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public string Path => new Uri(Page.Url).AbsolutePath;

    public static async Task<Visitor> In(IBrowserContext context, Site site)
    {
        // A browser that waits half a minute for what is not there would hide the fault behind a time-out of the whole run.
        context.SetDefaultTimeout(60_000);
        var visitor = new Visitor(context, await context.NewPageAsync(), site);
        context.Request += (_, request) => visitor._requests.Add(request);
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                visitor._complaints.Add(message.Text);
        };
        visitor.Page.PageError += (_, error) => visitor._complaints.Add(error);
        return visitor;
    }

    public async Task<IResponse> Open(string address)
    {
        var response = await Page.GotoAsync(address);
        Assert.NotNull(response);
        return response;
    }

    /// <summary>Follows the first link in the page's content that has this text.</summary>
    public async Task Follow(string text) => await Follow(Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = text }).First);

    public async Task Follow(ILocator link)
    {
        await link.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public async Task<string> Heading() => await Page.Locator("h1").InnerTextAsync();

    /// <summary>The text of the page's content.</summary>
    public async Task<string> Text() => await Page.Locator("main").InnerTextAsync();

    /// <summary>Nothing was asked of any other server, and nothing was complained of.</summary>
    public void AssertKeptToThisSite()
    {
        Assert.Empty(_complaints);
        Assert.All(_requests, r => Assert.StartsWith(_site.Address + "/", r.Url));
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
