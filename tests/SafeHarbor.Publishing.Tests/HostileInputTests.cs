using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SafeHarbor.Publishing.Tests;

public sealed class HostileInputTests(Site site)
{
    private const string Mark = "zq7marker";

    /// <summary>Longer than the server waits for headers, by far: the test ends when the server hangs up, not when this is over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Addresses() => new(
        "/" + new string('a', 7000), "/us-ky/demand/" + new string('r', 4000), "/" + string.Concat(Enumerable.Repeat("a/", 2000)),
        "/us-" + string.Join('-', Enumerable.Repeat("x", 500)), "/..%2f..%2fetc%2fpasswd", "/assets/..%2f..%2flaw", "/assets/%00", "/%c0%af%c0%af", "/us-ky%00", "/%F0%9F%92%A3",
        "/on/0000-00-00", "/on/2016-13-45", "/on/99999-01-01", "/on/-1", "/us-ky/on/2016-02-30", "/us-ky/demand/r3.arrest/on/1e9", "/on/2016-11-15%0d%0aSet-Cookie:x=1",
        "/?on=" + new string('9', 5000), "/search?q=" + new string('%', 3000), "/search?q=" + string.Concat(Enumerable.Repeat("%22%3Cscript%3E", 300)), "/search?q=a&q=b&q=c",
        "/search?" + string.Join('&', Enumerable.Range(0, 900).Select(i => $"q{i}=1")), "/compare?first=us-ky&second=" + new string('z', 3000), "/compare/us-ky/us-ky",
        "/api/v1/search?q=" + new string('a', 5000), "/api/v1/jurisdictions/" + new string('u', 5000), "/api/v1/jurisdictions/us-ky/gaps?on=%ff%fe", "/child?in=%00", "/problem/-1", "/problem/99999999999", "/problem/200");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task AnOddAddressGetsAPlainAnswer(string address)
    {
        var (status, text) = await Raw($"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.InRange(status, 200, 499);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Set-Cookie", text.Split("\r\n\r\n")[0], StringComparison.OrdinalIgnoreCase);
        await IsAlive();
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("POST /us-ky/child HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n")]
    public async Task WhatIsNoRequestIsRefused(string request)
    {
        var (status, _) = await Raw(request);
        Assert.InRange(status, 400, 505);
        await IsAlive();
    }

    [Fact]
    public async Task AnAddressOfSixteenThousandLettersIsTooLong()
    {
        var (status, _) = await Raw($"GET /{new string('a', 16_000)} HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Equal(414, status);
        await IsAlive();
    }

    [Fact]
    public async Task TooManyHeadersAreRefused()
    {
        var (status, _) = await Raw($"GET / HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 2000).Select(i => $"X-{i}: {new string('v', 40)}\r\n"))}\r\n");
        Assert.Equal(431, status);
        await IsAlive();
    }

    [Fact]
    public async Task ABodyOfTenMegabytesIsRefused()
    {
        using var answer = await Send(new ByteArrayContent(new byte[10 * 1024 * 1024]));
        Assert.True(answer is null || answer.StatusCode == HttpStatusCode.RequestEntityTooLarge, $"answers {answer?.StatusCode}");
        await IsAlive();
    }

    [Fact]
    public async Task AFormOfAHundredThousandFieldsGetsAnAnswer()
    {
        using var answer = await Send(new StringContent(string.Join('&', Enumerable.Range(0, 100_000).Select(i => $"a={i}")), Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.True(answer is null || (int)answer.StatusCode is >= 200 and < 500, $"answers {answer?.StatusCode}");
        await IsAlive();
    }

    [Theory]
    [InlineData("answer=99999999%3A0&new=0%3A99999")]
    [InlineData("answer=-1%3A-1&new=%3F")]
    [InlineData("answer=0%3A0&answer=0%3A1&answer=0%3A2&new=x&do=back")]
    [InlineData("do=%F0%9F%92%A3")]
    public async Task AnOddAnswerAboutAChildIsPassedOver(string form)
    {
        using var answer = await Send(new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.OK, answer!.StatusCode);
    }

    [Fact]
    public async Task AFormThatIsNoneIsTheFaultOfWhoSentIt()
    {
        using var answer = await Send(new StringContent("answer=%00&new=%00", Encoding.ASCII, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.BadRequest, answer!.StatusCode);
    }

    [Fact]
    public async Task AClientThatSendsHeadersSlowlyIsCut()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray());
        using var patience = new CancellationTokenSource(Patience);
        using var answer = new MemoryStream();
        // Nothing more is sent; the copy ends when the server closes the connection.
        await stream.CopyToAsync(answer, patience.Token);
        Assert.Contains(" 408 ", Encoding.ASCII.GetString(answer.ToArray()), StringComparison.Ordinal);
        await IsAlive();
    }

    /// <summary>What is asked about a child must never be found afterwards: not in the output, not in the errors, not in a file.</summary>
    [Fact]
    public async Task NoRequestIsEverWrittenDown()
    {
        var folder = Directory.CreateTempSubdirectory("safeharbor-served").FullName;
        using var server = Command.Prepare(folder, "serve", "--port", "0");
        var (said, ready) = (new StringBuilder(), new TaskCompletionSource<Uri>());
        void Hear(string? line)
        {
            lock (said)
                said.AppendLine(line);
            if (line?.Split(' ').FirstOrDefault(word => word.StartsWith("http", StringComparison.Ordinal)) is { } address)
                ready.TrySetResult(new Uri(address));
        }
        server.ErrorDataReceived += (_, e) => Hear(e.Data);
        server.OutputDataReceived += (_, e) => Hear(e.Data);
        server.Start();
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = await ready.Task.WaitAsync(Patience) };
            foreach (var path in new[] { $"/{Mark}", $"/search?q={Mark}", $"/on/{Mark}", $"/us-{Mark}", $"/api/v1/search?q={Mark}", $"/api/v1/jurisdictions/{Mark}", $"/us-ky/provision/{Mark}", "/us-ky/child" })
                (await client.GetAsync(path)).Dispose();
            (await client.PostAsync("/us-ky/child", new StringContent($"answer={Mark}&new=0%3A15&name={Mark}", Encoding.ASCII, "application/x-www-form-urlencoded"))).Dispose();
            using var odd = new HttpRequestMessage(HttpMethod.Get, "/");
            odd.Headers.TryAddWithoutValidation("User-Agent", Mark);
            odd.Headers.TryAddWithoutValidation("Referer", $"https://{Mark}.example/");
            (await client.SendAsync(odd)).Dispose();
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
        // The one line that says where the site is, and nothing else.
        Assert.Single(said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    private async Task IsAlive() => Assert.Contains("SafeHarbor", await site.Text("/about"), StringComparison.Ordinal);

    /// <returns>Null where the server hung up before it had read all.</returns>
    private async Task<HttpResponseMessage?> Send(HttpContent body)
    {
        try
        {
            return await site.Client.PostAsync("/us-ky/child", body);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<(int Status, string Text)> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request), patience.Token);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException) when (answer.Length > 0)
        {
            // The server answered and hung up without reading the rest.
        }
        var text = Encoding.UTF8.GetString(answer.ToArray());
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }
}
