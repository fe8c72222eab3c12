using System.Text.RegularExpressions;
using SafeHarbor.Workbench.Publishing;

namespace SafeHarbor.Publishing.Tests;

/// <summary>A copy of the site is read as a web host would serve it: by files alone.</summary>
public sealed partial class PublishTests(PublishTests.Copy copy) : IClassFixture<PublishTests.Copy>
{
    private const string Base = "/sub/path/";

    public sealed class Copy : IAsyncLifetime
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("safeharbor-copy").FullName;

        public Published Published { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Published = await SitePublisher.Publish(Site.Library, new PublishOptions(Folder, Base, new Uri("https://example.org" + Base), AllComparisons: true), Site.Time);

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        public IEnumerable<string> Files(string ending) => Directory.EnumerateFiles(Folder, "*" + ending, SearchOption.AllDirectories);

        public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));
    }

    [Fact]
    public void NoLinkIsBroken() => Assert.Empty(copy.Published.Broken);

    /// <summary>The same by other means than the publisher's own: every address in every page is looked up as a host would.</summary>
    [Fact]
    public void EveryAddressInEveryPageIsAFile()
    {
        var pages = copy.Files(".html").Concat(copy.Files(".atom")).ToList();
        Assert.True(pages.Count > 300, $"{pages.Count} pages");
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (Match match in Address().Matches(File.ReadAllText(page)))
            {
                var address = System.Net.WebUtility.HtmlDecode(match.Groups[1].Value).Split('#', '?')[0];
                address = address.Replace("https://example.org", "", StringComparison.Ordinal);
                if (address.Length == 0 || address.StartsWith("https:", StringComparison.Ordinal) || address.StartsWith("http:", StringComparison.Ordinal) || Scheme().IsMatch(address))
                    continue;
                if (!address.StartsWith(Base, StringComparison.Ordinal) || !IsServed(address[Base.Length..]))
                    missing.Add($"{address} in {Path.GetRelativePath(copy.Folder, page)}");
            }
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void NoFileIsEmptyAndNonePointsToTheServerThatMadeIt()
    {
        var files = copy.Files("").ToList();
        Assert.Equal(copy.Published.Files, files.Count);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Assert.True(text.Length > 20, file);
            Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
            Assert.DoesNotContain("localhost", text, StringComparison.Ordinal);
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                Assert.Contains("<h1>", text.Replace("<h1 ", "<h1>", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.EndsWith("</html>", text.TrimEnd(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void AFileIsWhereItsAddressSays()
    {
        foreach (var file in new[] { "index.html", "404.html", "us-ky/index.html", "us-ky/demand/r3.arrest/index.html", "compare/us-ky/us-wa/index.html", "us-ky/child/index.html", "us-ky/child/program.json",
            "api/v1/jurisdictions/us-ky/gaps.json", "schemas/gaps-1.json", "us-ky/changes.atom", "sitemap.xml", "robots.txt", "search-index.json", "on/2017-01-01/index.html", "es/para-ti/index.html", "sw.js" })
            Assert.True(File.Exists(Path.Combine(copy.Folder, file)), file);
    }

    [Fact]
    public void WhatNeedsAServerSaysSo()
    {
        Assert.Contains("without a server", copy.Read("search/index.html"), StringComparison.Ordinal);
        Assert.Contains("1-888-373-7888, day and night", copy.Read("us-ky/child/index.html"), StringComparison.Ordinal);
        Assert.Contains("without a server", copy.Read("compare/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("static-note", copy.Read("us-ky/index.html"), StringComparison.Ordinal);
        Assert.Contains($"data-base=\"{Base}\"", copy.Read("search/index.html"), StringComparison.Ordinal);
    }

    /// <summary>A dated page links to demands on that day, which a copy does not hold: the link says so instead of breaking.</summary>
    [Fact]
    public void WhatACopyDoesNotHoldLeadsToThePageThatSaysSo() =>
        Assert.Contains($"href=\"{Base}static-copy/\"", copy.Read("us-ky/on/2017-01-01/index.html"), StringComparison.Ordinal);

    [Fact]
    public void AllWholeAddressesAreThoseOfTheHost()
    {
        Assert.Contains("https://example.org/sub/path/us-ky", copy.Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("https://example.org/sub/path/us-ky/changes.atom", copy.Read("us-ky/changes.atom"), StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://example.org/sub/path/sitemap.xml", copy.Read("robots.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not empty", "is not empty", "--force")]
    [InlineData("base", "is not a path", "--base /safeharbor/")]
    [InlineData("address", "is not the address of a site", "https://example.org/safeharbor/")]
    [InlineData("file", "is a file", "name a folder")]
    [InlineData("both", "name different paths", "leave out `--base`")]
    [InlineData("day", "a copy of the site is of today's law", "leave out `--on`")]
    public void TheCommandSaysWhatIsWrong(string which, string what, string remedy)
    {
        var folder = Directory.CreateTempSubdirectory("safeharbor-publish");
        var file = Path.Combine(folder.FullName, "kept.txt");
        File.WriteAllText(file, "mine");
        var (exit, output, error) = Command.Run(["publish", .. which switch
        {
            "not empty" => new[] { folder.FullName },
            "base" => [Path.Combine(folder.FullName, "new"), "--base", "/a b/<c>"],
            "address" => [Path.Combine(folder.FullName, "new"), "--address", "example.org"],
            "both" => [Path.Combine(folder.FullName, "new"), "--address", "https://example.org/a/", "--base", "/b/"],
            "day" => [Path.Combine(folder.FullName, "new"), "--on", "2020-01-01"],
            _ => [file],
        }]);
        Assert.Equal(2, exit);
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
        Assert.Equal("", output);
        Assert.Equal("mine", File.ReadAllText(file));
        folder.Delete(recursive: true);
    }

    private bool IsServed(string address)
    {
        var file = Path.Combine(copy.Folder, Uri.UnescapeDataString(address));
        return address.Length == 0 || address.EndsWith('/') ? File.Exists(Path.Combine(file, "index.html")) : File.Exists(file) || File.Exists(Path.Combine(file, "index.html"));
    }

    [GeneratedRegex("\\s(?:href|src|action|data-program|data-map|data-base)=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("^(tel|sms|mailto):")]
    private static partial Regex Scheme();
}
