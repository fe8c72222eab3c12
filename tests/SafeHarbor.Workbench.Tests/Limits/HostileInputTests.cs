using System.Net;
using System.Net.Sockets;
using System.Text;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Limits;

/// <summary>Whatever is sent, the answer is a clear page with the right status, and never the inside of the program.</summary>
public sealed class HostileInputTests(Site site)
{
    /// <summary>Not a measure of speed: what takes this long hangs.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/..%2f..%2fsite.css")]
    [InlineData("/assets/%2e%2e/%2e%2e/safeharbor.dll")]
    [InlineData("/us-ky%2fchild")]
    [InlineData("/us-zz")]
    [InlineData("/us-ky/demand/r9.nothing")]
    [InlineData("/us-ky/provision/none")]
    [InlineData("/us-ky/bill/none")]
    [InlineData("/compare/us-ky/us-ky")]
    [InlineData("/compare/us-ky/us-zz")]
    [InlineData("/library/us-zz")]
    [InlineData("/us-zz/child")]
    [InlineData("/us-zz/child/program.json")]
    [InlineData("/on/0000-01-01")]
    [InlineData("/on/9999-12-31")]
    [InlineData("/on/2016-02-30")]
    [InlineData("/us-ky/on/2016-02-30")]
    [InlineData("/us-ky/on/1800-01-01")]
    [InlineData("/us-ky/on/-1")]
    [InlineData("/?on=2016-13-45")]
    [InlineData("/us-ky?on=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/us-ky/demand/%F0%9F%92%A9")]
    [InlineData("/us-ky/%00")]
    [InlineData("/child?in=us-zz")]
    [InlineData("/compare?first=us-zz&second=us-ky")]
    [InlineData("/problem/404")]
    public async Task WhatIsNotThereIsSaidToBeNotThere(string address)
    {
        var (status, text) = await Raw($"GET {address} HTTP/1.1");
        Assert.True(status is 400 or 404 || (address == "/problem/404" && status == 200), $"{address}: {status}");
        AssertClear(text);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASearchForScriptsShowsThemAsText()
    {
        var (status, text) = await Raw("GET /search?q=%3Cscript%3Ealert(1)%3C/script%3E%22onfocus=x HTTP/1.1");
        Assert.Equal(200, status);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", text, StringComparison.Ordinal);
        AssertClear(text);
    }

    [Theory]
    [InlineData(7_000, 200)]
    [InlineData(9_000, 414)]
    public async Task ALongQueryIsAnsweredOrRefused(int length, int expected)
    {
        var (status, text) = await Raw($"GET /search?q={new string('a', length)} HTTP/1.1");
        Assert.Equal(expected, status);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer=0:15&answer=0:16&answer=0:17", 200)]
    [InlineData("answer=999:1&answer=-1:0&answer=0:999&answer=::::&answer=0", 200)]
    [InlineData("new=0:99999999999999999999", 200)]
    [InlineData("do=nonsense&new=none", 200)]
    [InlineData("new=%00%FF", 400)]
    [InlineData("do=back", 200)]
    [InlineData("%%%=%%%&&&===", 200)]
    [InlineData("", 200)]
    public async Task NonsenseAnswersAreNoAnswers(string form, int expected)
    {
        var (status, text) = await Post(form);
        Assert.Equal(expected, status);
        AssertClear(text);
        if (status != 200)
            return;
        Assert.Contains("A child in front of you", text, StringComparison.Ordinal);
        Assert.DoesNotContain("999", text.Split("id=\"interview\"")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(60_000)]
    public async Task AFormOfManyFieldsIsRefusedOrReadAsFarAsItGoes(int fields)
    {
        var (status, text) = await Post(string.Join("&", Enumerable.Range(0, fields).Select(i => $"answer={i % 40}:0")));
        Assert.True(status is 200 or 400 or 413, $"{status}");
        AssertClear(text);
    }

    [Fact]
    public async Task ABodyOfTenMegabytesIsRefused()
    {
        using var content = new StringContent("answer=" + new string('x', 10 * 1024 * 1024), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/us-dc/child") { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        AssertClear(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PUT /us-dc/child HTTP/1.1")]
    [InlineData("DELETE / HTTP/1.1")]
    [InlineData("POST / HTTP/1.1")]
    [InlineData("POST /search HTTP/1.1")]
    public async Task WhatNoPageDoesIsRefusedOrShowsThePage(string line)
    {
        var (status, text) = await Raw(line);
        Assert.True(status is 200 or 400 or 404 or 405, $"{line}: {status}");
        AssertClear(text);
    }

    private static void AssertClear(string text)
    {
        foreach (var inside in new[] { "   at ", "Exception", "System.", "Microsoft.", ".cs:line", RealPath })
            Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
    }

    private static string RealPath => Reasoning.Tests.Support.RealLibrary.Root;

    private Task<(int Status, string Text)> Post(string form) => Raw("POST /us-dc/child HTTP/1.1", form);

    /// <summary>A request exactly as written: a client would tidy its address first.</summary>
    private async Task<(int Status, string Text)> Raw(string line, string? form = null)
    {
        var address = new Uri(site.Address);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Hanging);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, stop.Token);
        await using var stream = client.GetStream();
        var body = form is null ? "" : $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.ASCII.GetByteCount(form)}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: {address.Authority}\r\nConnection: close\r\n{body}{(form is null && !line.StartsWith("GET", StringComparison.Ordinal) ? "Content-Length: 0\r\n" : "")}\r\n{form}"), stop.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(stop.Token);
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }
}
