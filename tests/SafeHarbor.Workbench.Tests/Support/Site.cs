using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SafeHarbor.Reasoning.Tests.Support;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Tests.Support;
using SafeHarbor.Workbench.Web;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>The workbench with the real library on one day, and one browser: started once for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly Lazy<Task<IReadOnlyList<CrawledPage>>> _pages;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Site() => _pages = new(() => Crawl.From(this));

    /// <summary>Where the site is, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>For requests that no browser would make. It follows no redirect.</summary>
    public HttpClient Http { get; private set; } = null!;

    public LawDesk Desk => _app.Services.GetRequiredService<LawDesk>();

    /// <summary>The addresses of pages that the server knows.</summary>
    public IEnumerable<PageRoute> Routes => PageRoute.Of(_app);

    /// <summary>One or two pages of every kind.</summary>
    public Task<IReadOnlyList<CrawledPage>> Pages => _pages.Value;

    public async ValueTask InitializeAsync()
    {
        _app = WorkbenchHost.Build(RealLibrary.Library, new WorkbenchOptions(Port: 0), FixedDay.Of(2026, 11, 24));
        await _app.StartAsync();
        Address = _app.Urls.First().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
        // Debian's browser is used; Playwright's own is never downloaded.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        Http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>Somebody who opens the site with a browser of their own: no cookie, no store, no history.</summary>
    public async Task<Visitor> Visit(bool script = true, int width = Widths.Desktop, bool dark = false, bool lessMotion = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = Widths.HeightAt(width) },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = lessMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        });
        return await Visitor.In(context, this);
    }

    private static string Chromium => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("the browser is missing: install Debian's package `chromium`");
}
