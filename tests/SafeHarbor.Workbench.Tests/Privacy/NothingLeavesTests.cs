using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Privacy;

/// <summary>Nothing about a child leaves the browser that has scripts, and nothing stays in any.</summary>
public sealed class NothingLeavesTests(Site site)
{
    private const string Stored = """
        async () => JSON.stringify({
          cookies: document.cookie, local: localStorage.length, session: sessionStorage.length,
          databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
        })
        """;

    private const string Nothing = """{"cookies":"","local":0,"session":0,"databases":0,"caches":0}""";

    [Fact]
    public async Task AnInterviewAsksNothingOfTheServerOnceItsProgramIsLoaded()
    {
        await using var visitor = await site.Visit();
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        await interview.Ready();
        Assert.Contains(visitor.Requests, r => r.Url.EndsWith("/program.json", StringComparison.Ordinal));
        var before = visitor.Requests.Count;
        for (var i = 0; i < 5; i++)
            await interview.AnswerAt(0);
        await visitor.Page.GoBackAsync();
        await interview.Skip();
        await interview.Press("Start again");
        Assert.Equal(before, visitor.Requests.Count);
        Assert.Equal(Nothing, await visitor.Page.EvaluateAsync<string>(Stored));
        Assert.Empty(await visitor.Context.CookiesAsync());
        visitor.AssertKeptToThisSite();
    }

    [Fact]
    public async Task TheHistoryHoldsNumbersOfStepsAndNoAnswer()
    {
        await using var visitor = await site.Visit();
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        await interview.Ready();
        for (var i = 1; i <= 4; i++)
        {
            await interview.AnswerAt(i % 2);
            Assert.Equal($$"""{"step":{{i}},"depth":{{i}}}""", await visitor.Page.EvaluateAsync<string>("() => JSON.stringify(history.state)"));
            Assert.Equal($"{site.Address}/us-dc/child", visitor.Page.Url);
        }
    }

    [Fact]
    public async Task WithoutScriptsTheAnswersStandInNoAddressAndNoCacheMayKeepThem()
    {
        await using var visitor = await site.Visit(script: false);
        Assert.Equal("no-store", (await (await visitor.Open("/us-dc/child")).AllHeadersAsync())["cache-control"]);
        var interview = new InterviewSteps(visitor);
        for (var i = 0; i < 3; i++)
        {
            var answer = await visitor.Page.RunAndWaitForResponseAsync(() => interview.AnswerAt(0), r => r.Request.Method == "POST");
            Assert.Equal("no-store", (await answer.AllHeadersAsync())["cache-control"]);
            Assert.Equal($"{site.Address}/us-dc/child", answer.Url);
        }
        Assert.Equal(3, await interview.Said());
        Assert.All(visitor.Requests, r => Assert.DoesNotContain('?', r.Url));
        Assert.Empty(await visitor.Context.CookiesAsync());
    }

    [Fact]
    public async Task NoPageSetsACookieStoresAnythingOrAsksAnotherServer()
    {
        await using var visitor = await site.Visit();
        foreach (var page in await site.Pages)
        {
            var response = await visitor.Open(page.Address);
            Assert.DoesNotContain("set-cookie", (await response.AllHeadersAsync()).Keys);
            Assert.Equal(Nothing, await visitor.Page.EvaluateAsync<string>(Stored));
        }
        Assert.Empty(await visitor.Context.CookiesAsync());
        Assert.All(visitor.Requests, r => Assert.StartsWith(site.Address + "/", r.Url));
    }
}
