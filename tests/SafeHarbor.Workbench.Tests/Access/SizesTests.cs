using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Access;

/// <summary>Pages fit a narrow window and large letters, and what is to be touched is large enough.</summary>
public sealed class SizesTests(Site site)
{
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("body *")]
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".scroll") && !e.closest(".only-read")).slice(0, 3).map(e => e.outerHTML.slice(0, 100))
          .concat([`${document.documentElement.scrollWidth} wide`])
        """;

    // As WCAG 2.5.8 counts: links within a sentence are not held to a size; what is folded or off the page is not there.
    private const string TooSmall = """
        () => [...document.querySelectorAll("button, input:not([type=hidden]), select, summary, .button, .tile a, .years a, .site-head a")]
          .filter(e => e.checkVisibility() && !e.classList.contains("skip"))
          .map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width < 24 || r.height < 24)
          .map(([e, r]) => `${Math.round(r.width)} by ${Math.round(r.height)}: ${e.outerHTML.slice(0, 100)}`)
        """;

    [Fact]
    public async Task NoPageIsScrolledSidewaysInANarrowWindow()
    {
        await using var visitor = await site.Visit(width: Widths.Narrowest);
        await AssertOnEveryPage(visitor, TooWide);
    }

    [Fact]
    public async Task NoPageIsScrolledSidewaysWithLettersOfTwiceTheSize()
    {
        await using var visitor = await site.Visit(width: Widths.Desktop);
        await AssertOnEveryPage(visitor, "() => { document.documentElement.style.fontSize = '200%'; return (" + TooWide + ")(); }");
    }

    [Fact]
    public async Task WhatIsToBeTouchedIsLargeEnoughOnAPhone()
    {
        await using var visitor = await site.Visit(width: Widths.Phone);
        await AssertOnEveryPage(visitor, TooSmall);
    }

    [Fact]
    public async Task NothingMovesForWhoeverAskedForLessMotion()
    {
        await using var visitor = await site.Visit(lessMotion: true);
        await AssertOnEveryPage(visitor, """
            () => [...document.querySelectorAll("body *")].filter(e => { const s = getComputedStyle(e); return parseFloat(s.transitionDuration) > 0.01 || (s.animationName !== "none" && parseFloat(s.animationDuration) > 0.01); }).map(e => e.outerHTML.slice(0, 100))
            """);
    }

    private async Task AssertOnEveryPage(Visitor visitor, string wrong)
    {
        var all = new List<string>();
        foreach (var page in await site.Pages)
        {
            await visitor.Open(page.Address);
            all.AddRange((await visitor.Page.EvaluateAsync<string[]>(wrong)).Select(w => $"{page.Address}: {w}"));
        }
        Assert.True(all.Count == 0, string.Join("\n", all));
    }
}
