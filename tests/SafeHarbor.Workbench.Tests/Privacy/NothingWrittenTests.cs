using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Privacy;

/// <summary>The server, as it is really started, writes nothing of what it is asked.</summary>
public sealed partial class NothingWrittenTests
{
    private const string Marker = "zq7marker";

    [Fact]
    public async Task AServerWritesItsAddressAndNothingOfAnyRequest()
    {
        using var server = Start();
        try
        {
            var first = await server.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            Assert.Matches(Address(), first);
            var written = (Output: server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), Error: server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            using (var http = new HttpClient { BaseAddress = new Uri(Address().Match(first).Value) })
            {
                foreach (var address in new[] { "/", "/us-dc", $"/search?q={Marker}", $"/{Marker}", $"/us-dc/on/{Marker}", $"/us-dc/provision/{Marker}", $"/us-{Marker}/child", "/%00", "/us-dc/child" })
                    using (await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)) { }
                foreach (var body in new[] { "answer=0:15&new=4:0&do=answer", $"answer={Marker}&new={Marker}&do={Marker}", new string('x', 2_000_000) })
                {
                    using var content = new StringContent(body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
                    content.Headers.Add("X-Name", Marker);
                    try
                    {
                        using var answer = await http.PostAsync(new Uri("/us-dc/child", UriKind.Relative), content, TestContext.Current.CancellationToken);
                        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.RequestEntityTooLarge);
                    }
                    catch (HttpRequestException)
                    {
                        // A body that is too large may be cut off before it is all sent.
                    }
                }
            }
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal("", await written.Output);
            Assert.Equal("", await written.Error);
        }
        finally
        {
            if (!server.HasExited)
                server.Kill();
        }
    }

    private static Process Start()
    {
        var root = Path.GetDirectoryName(RealLibrary.Root)!;
        var program = Directory.EnumerateFiles(Path.Combine(root, "artifacts", "bin", "SafeHarbor.Cli"), "safeharbor.dll", SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc).First();
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SAFEHARBOR_LIBRARY"] = RealLibrary.Root;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
