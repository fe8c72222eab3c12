using Microsoft.AspNetCore.Builder;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Web;

[assembly: AssemblyFixture(typeof(SafeHarbor.Publishing.Tests.Site))]

namespace SafeHarbor.Publishing.Tests;

/// <summary>The workbench on a part of the real library, on a day that does not move.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Some that were read well, one with a bill, and the federation.</summary>
    public static readonly string[] Ids = ["US-DC", "US-ID", "US-KY", "US-WA"];

    private WebApplication _app = null!;

    public static string Root { get; } = FindRoot();

    public static LawLibrary Library { get; } = LibraryReader.Read(Path.Combine(Root, "law"), Ids).Library!;

    public static TimeProvider Time { get; } = new StillTime(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _app = WorkbenchHost.Build(Library, new WorkbenchOptions(0), Time);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async Task<string> Text(string path)
    {
        using var answer = await Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answers {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository");
    }

    private sealed class StillTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
