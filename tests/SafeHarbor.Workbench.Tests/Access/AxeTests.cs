using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Access;

/// <summary>No page breaks the Web Content Accessibility Guidelines 2.2, A or AA, as far as a program can tell.</summary>
public sealed class AxeTests(Site site)
{
    private static readonly AxeRunOptions Guidelines = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData(Widths.Phone, false)]
    [InlineData(Widths.Phone, true)]
    [InlineData(Widths.Desktop, false)]
    [InlineData(Widths.Desktop, true)]
    public async Task NoKindOfPageBreaksTheGuidelines(int width, bool dark)
    {
        await using var visitor = await site.Visit(width: width, dark: dark);
        var broken = new List<string>();
        foreach (var page in (await site.Pages).DistinctBy(p => p.Route))
        {
            await visitor.Open(page.Address);
            // What is folded away is looked at too.
            await visitor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
            broken.AddRange(await Broken(visitor.Page, page.Address));
        }
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [Theory]
    [InlineData(Widths.Phone, true)]
    [InlineData(Widths.Desktop, false)]
    public async Task TheInterviewBreaksNoneAtAnyStep(int width, bool dark)
    {
        await using var visitor = await site.Visit(width: width, dark: dark);
        await visitor.Open("/us-dc/child");
        var interview = new InterviewSteps(visitor);
        await interview.Ready();
        for (var step = 0; step < 4; step++)
        {
            Assert.Empty(await Broken(visitor.Page, $"after {step} answers"));
            if (await interview.Question() != "")
                await interview.AnswerAt(0);
        }
    }

    private static async Task<IReadOnlyList<string>> Broken(IPage page, string where)
    {
        var result = await page.RunAxe(Guidelines);
        Assert.NotEmpty(result.Passes);
        return [.. result.Violations.Select(v => $"{where}: {v.Id} ({v.Help}): {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}")];
    }
}
