using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Child;

/// <summary>What the page shows with scripts, it shows without, word for word and law for law.</summary>
public sealed class PagesAgreeTests(Site site, ITestOutputHelper output)
{
    private const int Steps = 8;

    // Each section by its heading, with its entries; and for each entry what is said, with the law that it cites.
    private const string Shown = """
        () => JSON.stringify([...document.querySelectorAll("#answers > section, #answers > details")].map(part => [
          (part.querySelector("h2") ?? part.querySelector("summary")).textContent,
          [...part.querySelectorAll(":scope > ul > li")].map(li => {
            const laws = [...li.querySelectorAll(".reasons li")].map(l => l.textContent.trim()).sort(), said = li.cloneNode(true);
            said.querySelectorAll(".reasons").forEach(r => r.remove());
            return said.textContent.replace(/\s+/g, " ").trim() + (laws.length ? " | " + laws.join(" | ") : "");
          }).sort()]))
        """;

    [Theory]
    [InlineData("us-dc")]
    [InlineData("us-ky")]
    [InlineData("us-wa")]
    [InlineData("us-ga")]
    public async Task WithAndWithoutScriptsTheSameIsSaid(string state)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"{state}: seed {seed}");
        var random = new Random(seed);
        var vocabulary = site.Desk.Library.Vocabulary;
        await using var scripted = await site.Visit();
        await using var plain = await site.Visit(script: false);
        await scripted.Open($"/{state}/child");
        var interview = new InterviewSteps(scripted);
        await interview.Ready();
        var answers = new List<string>();
        for (var step = 0; step < Steps && await interview.Question() is { Length: > 0 } question; step++)
        {
            var fact = vocabulary.Facts.Single(f => f.Question == question);
            var value = random.Next(fact.Values.Length);
            var before = await interview.Said();
            await interview.AnswerAt(value);
            if (await interview.Said() == before)
                continue; // It was taken back.
            answers.Add($"{fact.Index}:{value}");
            await plain.Open($"/{state}/child");
            // The same answers in the plain page's form, as it would carry them after so many questions.
            await plain.Page.SetContentAsync($"<form method=post action='{site.Address}/{state}/child'>{string.Concat(answers.Select(a => $"<input type=hidden name=answer value='{a}'>"))}<button>Send</button></form>");
            await plain.Page.Locator("button").ClickAsync();
            var (inBrowser, onServer) = (await scripted.Page.EvaluateAsync<string>(Shown), await plain.Page.EvaluateAsync<string>(Shown));
            Assert.True(onServer == inBrowser, $"{state}, seed {seed}, answers {string.Join(" ", answers)}:\nserver  {onServer}\nbrowser {inBrowser}");
        }
        Assert.NotEmpty(answers);
    }
}
