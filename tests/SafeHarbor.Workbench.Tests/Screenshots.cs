using Microsoft.Playwright;
using SafeHarbor.Reasoning.Tests.Support;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests;

/// <summary>Pictures of every kind of page, for people to look at. Taken only where they are asked for: SAFEHARBOR_SCREENSHOTS=1.</summary>
public sealed class Screenshots(Site site)
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(RealLibrary.Root)!, "artifacts", "screenshots");

    [Fact]
    public async Task EveryPageIsPictured()
    {
        if (Environment.GetEnvironmentVariable("SAFEHARBOR_SCREENSHOTS") is not { Length: > 0 } asked)
            return;
        Directory.CreateDirectory(Folder);
        var pages = (await site.Pages).Where(p => asked == "1" || p.Address.Contains(asked, StringComparison.Ordinal)).ToList();
        foreach (var (width, dark) in new[] { (Widths.Phone, false), (Widths.Desktop, false), (Widths.Phone, true), (Widths.Desktop, true) })
        {
            await using var visitor = await site.Visit(width: width, dark: dark);
            foreach (var page in pages)
            {
                await visitor.Open(page.Address);
                if (page.Address.EndsWith("/child", StringComparison.Ordinal) && page.Address != "/child")
                    await new InterviewSteps(visitor).Ready();
                await Picture(visitor, page.Address, $"{width}{(dark ? "-dark" : "")}");
            }
            if (asked != "1")
                continue;
            await visitor.Open("/us-dc/child");
            var interview = new InterviewSteps(visitor);
            await interview.Ready();
            for (var i = 0; i < 4; i++)
                await interview.AnswerAt(0);
            await Picture(visitor, "/us-dc/child/answered", $"{width}{(dark ? "-dark" : "")}");
            await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await Picture(visitor, "/us-dc/child/printed", $"{width}{(dark ? "-dark" : "")}");
        }
        Assert.NotEmpty(Directory.EnumerateFiles(Folder));
    }

    private static async Task Picture(Visitor visitor, string address, string kind)
    {
        var name = string.Concat(address.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{(name.Length == 0 ? "home" : name)}.{kind}.png"), FullPage = true });
    }
}
