using Microsoft.Playwright;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Tests.Support;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>A responder with a child in front of them.</summary>
public sealed class ResponderTests(Site site)
{
    public static TheoryData<bool, int, string> WaysAndStates => new()
    {
        { true, Widths.Phone, "us-dc" }, { false, Widths.Desktop, "us-dc" },
        { true, Widths.Desktop, "us-wa" }, { false, Widths.Phone, "us-wa" },
        { true, Widths.Phone, "us-ky" }, { false, Widths.Desktop, "us-tx" },
    };

    [Theory]
    [MemberData(nameof(WaysAndStates))]
    public async Task AnswersGoForwardAndBackWithoutLossAndDutiesCiteTheLaw(bool script, int width, string state)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/child");
        await visitor.Page.GetByLabel("Where is the child?").SelectOptionAsync(state);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        Assert.Equal($"/{state}/child", visitor.Path);
        var interview = new InterviewSteps(visitor);
        if (script)
            await interview.Ready();
        var questions = new List<string>();
        for (var i = 0; i < 6 && await interview.Question() is { Length: > 0 } question; i++)
        {
            questions.Add(question);
            if (i % 3 == 1)
                await interview.Skip();
            else
                await interview.AnswerAt(0);
            Assert.Equal(questions.Count, await interview.Said());
        }
        Assert.Equal(questions.Count, questions.Distinct().Count());
        Assert.Contains("Not known", string.Join(" ", await interview.Saying()), StringComparison.Ordinal);
        var said = await interview.Saying();

        // Back, with the browser's own button where there are scripts; and the same question is asked again.
        await Back(visitor, interview, script);
        Assert.Equal(said.Take(said.Count - 1), await interview.Saying());
        Assert.Equal(questions[^1], await interview.Question());
        await Back(visitor, interview, script);
        Assert.Equal(questions[^2], await interview.Question());
        if (script)
        {
            await visitor.Page.GoForwardAsync();
            await visitor.Page.GoForwardAsync();
            Assert.Equal(said, await interview.Saying());
        }

        await interview.Press("Start again");
        Assert.Equal(0, await interview.Said());
        Assert.Equal(questions[0], await interview.Question());
        Assert.Equal($"/{state}/child", visitor.Path);
        visitor.AssertKeptToThisSite();
    }

    [Theory]
    [InlineData(true, Widths.Phone)]
    [InlineData(true, Widths.Desktop)]
    [InlineData(false, Widths.Phone)]
    [InlineData(false, Widths.Desktop)]
    public async Task DutiesHaveDeadlinesBarsStandApartAndCitationsLead(bool script, int width)
    {
        await using var visitor = await site.Visit(script, width);
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        if (script)
            await interview.Ready();
        var child = new KnownChild(site.Desk.Library.Vocabulary, "age is 15, exchange is money, act is intercourse, conduct is prostitution, contact is police, stage is contact, victimization is suspected");
        var withTime = visitor.Page.Locator("section[aria-labelledby=must] .duty strong", new() { HasTextRegex = new("within|before|at once|immediately|promptly") });
        var bars = visitor.Page.Locator("section[aria-labelledby=mustnot] .bar strong");
        await child.AnswerUntil(interview, async () => await withTime.CountAsync() > 0 && await bars.CountAsync() > 0);
        Assert.NotEqual(0, await visitor.Page.Locator(".duty .reasons a[href^='/us-dc/provision/']").CountAsync());
        Assert.Contains("must not", await bars.First.InnerTextAsync(), StringComparison.Ordinal);

        var href = await visitor.Page.Locator("#answers .reasons a").First.GetAttributeAsync("href");
        var said = await interview.Saying();
        if (script)
        {
            // The citation opens beside the interview, which stays as it was.
            var other = await visitor.Context.RunAndWaitForPageAsync(() => visitor.Page.Locator("#answers .reasons a").First.ClickAsync());
            await other.WaitForLoadStateAsync();
            Assert.EndsWith(href!, other.Url, StringComparison.Ordinal);
            Assert.Equal(said, await interview.Saying());
        }
        using var cited = await site.Http.GetAsync(new Uri(href!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, cited.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnAnswerThatCannotStandBesideTheOthersIsTakenBack(bool script)
    {
        await using var visitor = await site.Visit(script);
        foreach (var state in new[] { "us-dc", "us-wa", "us-mn", "us-ky" })
        {
            foreach (var last in new[] { false, true })
            {
                await visitor.Open($"/{state}/child");
                if (script)
                    await new InterviewSteps(visitor).Ready();
                if (await ContradictionIsTakenBack(visitor, state, last))
                    return;
            }
        }
        Assert.Fail("no question had an answer that could not stand beside the others");
    }

    /// <summary>Answers with first or last choices until one choice cannot stand beside the others; false where none ever was such.</summary>
    private async Task<bool> ContradictionIsTakenBack(Visitor visitor, string state, bool last)
    {
        var interview = new InterviewSteps(visitor);
        var vocabulary = site.Desk.Library.Vocabulary;
        var evaluator = new CaseEvaluator(RealLibrary.Compile(state.ToUpperInvariant(), site.Desk.Today));
        var given = new List<(Fact Fact, ValueSet Values)>();
        bool CanBe(Fact fact, int value) => evaluator.IsPossible(Case.Of(vocabulary, [.. given, (fact, ValueSet.Of(value))]));
        while (await interview.Question() is { Length: > 0 } question)
        {
            Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Alert).CountAsync());
            var fact = vocabulary.Facts.Single(f => f.Question == question);
            var values = Enumerable.Range(0, fact.Values.Length).ToList();
            if (values.FindIndex(v => !CanBe(fact, v)) is >= 0 and var never)
            {
                await interview.AnswerAt(never);
                Assert.Contains("taken back", await visitor.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
                Assert.Equal(given.Count, await interview.Said());
                Assert.Equal(question, await interview.Question());
                // With another answer it goes on, and nothing is said of it any more.
                await interview.AnswerAt(values.First(v => CanBe(fact, v)));
                Assert.Equal(given.Count + 1, await interview.Said());
                Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Alert).CountAsync());
                return true;
            }
            var chosen = last ? values[^1] : 0;
            await interview.AnswerAt(chosen);
            given.Add((fact, ValueSet.Of(chosen)));
        }
        return false;
    }

    private static async Task Back(Visitor visitor, InterviewSteps interview, bool script)
    {
        if (script)
            await visitor.Page.GoBackAsync();
        else
            await interview.Press("Back");
    }
}
