using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Web;
using Xunit;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>A server with the law of Kentucky, for all tests of the draft page.</summary>
public sealed class DraftServer : IAsyncLifetime
{
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _app = WorkbenchHost.Build(LibraryReader.Read(Kentucky.Folder, ["US-KY", "US-DC", "US-WA"]).Library!, new WorkbenchOptions(0));
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>The draft page and what its editor asks, over HTTP and without scripts.</summary>
public partial class DraftPageTests(DraftServer server) : IClassFixture<DraftServer>
{
    private const string Harm = """
        bill US-KY "A draft"
          source <draft> read 2026-11-24 as text
          from 2027-07-01
          repeal KRS 529.120(1)

        """;

    private async Task<(HttpStatusCode Status, JsonNode Answer)> Ask(string question, object request)
    {
        using var answer = await server.Client.PostAsJsonAsync("/api/draft/" + question, request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private async Task<(HttpStatusCode Status, string Page)> Post(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await server.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<string> Get(string address) => WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task ARepealThatHarmsIsShownAsAGapThatOpensOrWidens()
    {
        var (status, page) = await Post("/us-ky/draft", ("text", Harm));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The child loses", page, StringComparison.Ordinal);
        Assert.Contains("kinds of situation", page, StringComparison.Ordinal);
        Assert.Contains("repeal KRS 529.120(1)", page, StringComparison.Ordinal);
        var (_, gaps) = await Ask("gaps", new { jurisdiction = "us-ky", text = Harm });
        Assert.Contains(gaps["demands"]!.AsArray(), d => (int)d!["lose"]! > 0 && (string)d["effect"]! is "opens a gap" or "widens the gap");
    }

    [Fact]
    public async Task AnErrorIsShownWithItsLineAndItsRemedy()
    {
        var (_, page) = await Post("/us-ky/draft", ("text", Harm.Replace("repeal", "repeel", StringComparison.Ordinal)));
        Assert.Contains("Error, line 4", page, StringComparison.Ordinal);
        Assert.Contains("Did you mean `repeal`?", page, StringComparison.Ordinal);
        Assert.Contains("The draft has 1 error.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The child loses", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTextThatIsOfferedIsInOrder()
    {
        var text = Area().Match(await Get("/us-ky/draft")).Groups[1].Value;
        var (_, checkedText) = await Ask("check", new { jurisdiction = "US-KY", text });
        Assert.Empty(checkedText["findings"]!.AsArray());
    }

    [Fact]
    public async Task ADraftMayBeginFromABillOfTheLibrary() =>
        Assert.Contains("replace KRS 529.160(1)", await Get("/us-ky/draft?bill=2024-hb-431-as-introduced"), StringComparison.Ordinal);

    [Fact]
    public async Task TheEditorIsToldWordsMeaningsAndLayout()
    {
        var text = Kentucky.Section("    when third party is ");
        var (_, complete) = await Ask("complete", new { jurisdiction = "US-KY", text, offset = text.Length });
        Assert.Contains(complete["items"]!.AsArray(), i => (string)i!["label"]! == "third party is none");
        var (_, whole) = await Ask("hover", new { jurisdiction = "US-KY", text = text + "none", offset = text.IndexOf("third", StringComparison.Ordinal) + 1 });
        Assert.Equal("third party (fact)", (string)whole["title"]!);
        var (_, format) = await Ask("format", new { jurisdiction = "US-KY", text = "bill   US-KY \"x\"\nfrom 2027-01-01" });
        Assert.Equal("bill US-KY \"x\"\n  from 2027-01-01\n", (string)format["text"]!);
    }

    [Fact]
    public async Task ChangesAreTickedAndProvedAndHandedOverAsABill()
    {
        const string Address = "/us-ky/draft/changes/r4.victim";
        var list = await Get(Address + "?tick=smallest");
        var ticked = Ticked().Matches(list).Select(m => ("edit", m.Groups[1].Value)).ToArray();
        Assert.NotEmpty(ticked);
        var hash = Hash().Match(list).Groups[1].Value;
        var (_, page) = await Post(Address, [("law", hash), .. ticked]);
        Assert.Contains("They close the gap.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The child loses", page, StringComparison.Ordinal);
        var bill = Area().Match(page).Groups[1].Value;
        Assert.StartsWith("bill US-KY \"An act to provide that ", bill, StringComparison.Ordinal);
        var (_, drafted) = await Post("/us-ky/draft", ("text", bill));
        Assert.Contains("closes the gap", drafted, StringComparison.Ordinal);
        Assert.Contains("Children gain in", drafted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingTickedAndAnOldListAreSaid()
    {
        var hash = Hash().Match(await Get("/us-ky/draft/changes/r3.charge")).Groups[1].Value;
        Assert.Contains("Nothing is ticked yet", (await Post("/us-ky/draft/changes/r3.charge", ("law", hash), ("edit", "9999"), ("edit", "nonsense"))).Page, StringComparison.Ordinal);
        Assert.Contains("was renewed", (await Post("/us-ky/draft/changes/r3.charge", ("law", "other"), ("edit", "0"))).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTooLargeIsRefusedPlainly()
    {
        var (status, answer) = await Ask("check", new { jurisdiction = "US-KY", text = new string('x', DraftReader.MostCharacters + 1) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("characters", (string)answer["problem"]!, StringComparison.Ordinal);
        Assert.Contains("characters", (await Post("/us-ky/draft", ("text", new string('x', DraftReader.MostCharacters + 1)))).Page, StringComparison.Ordinal);
        foreach (var address in new[] { "/api/draft/check", "/api/draft/gaps", "/us-ky/draft" })
        {
            using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("text=" + new string('x', 10 * 1024 * 1024)));
            body.Headers.ContentType = new("application/x-www-form-urlencoded");
            // The server may close while the rest is still being sent; that is a refusal too.
            var refused = await Record.ExceptionAsync(async () =>
            {
                using var large = await server.Client.PostAsync(new Uri(address, UriKind.Relative), body, TestContext.Current.CancellationToken);
                Assert.Contains(large.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
            });
            Assert.True(refused is null or HttpRequestException, refused?.ToString());
        }
        Assert.Equal(HttpStatusCode.OK, (await Ask("check", new { jurisdiction = "US-KY", text = Harm })).Status);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{\"jurisdiction\":5}")]
    [InlineData("{\"jurisdiction\":\"US-KY\",\"text\":\"\\uD800\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task WhatIsNoRequestIsRefused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync(new Uri("/api/draft/check", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task DeepNestingAndManyRulesAreAnsweredPlainly()
    {
        var (_, deep) = await Ask("gaps", new { jurisdiction = "US-KY", text = Kentucky.Section("    when " + new string('(', 10_000) + "age under 18" + new string(')', 10_000) + "\n    then police must not arrest the child\n") });
        Assert.Contains("error", (string)deep["problem"]!, StringComparison.Ordinal);
        var rules = string.Concat(Enumerable.Range(0, 301).Select(i => "    when age under 18\n    then police must not arrest the child\n"));
        var (_, many) = await Ask("gaps", new { jurisdiction = "US-KY", text = Kentucky.Section(rules) });
        Assert.Contains("301 rules", (string)many["problem"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftThatAsksForTooMuchWorkIsStopped()
    {
        // Facts that stand far apart are paired value by value: each pair multiplies what must be remembered between its two halves.
        var facts = Kentucky.Library.Vocabulary.Facts.Where(f => !f.IsNumber).ToList();
        static string Is(Fact fact, int value) => $"{(fact.Name.EndsWith(" is", StringComparison.Ordinal) ? fact.Name : fact.Name + " is")} {fact.Values[value]}";
        var half = facts.Count / 2;
        var pairs = Enumerable.Range(0, half).SelectMany(i => Enumerable.Range(0, Math.Min(facts[i].Values.Length, facts[i + half].Values.Length)).Select(v => $"({Is(facts[i], v)} and {Is(facts[i + half], v)})"));
        var text = Kentucky.Section($"    when {string.Join(" or ", pairs)}\n    then police must not arrest the child\n     and the child is a victim of sex trafficking\n");
        var (status, answer) = await Ask("gaps", new { jurisdiction = "US-KY", text });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("more work than this page may do", (string?)answer["problem"] ?? answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingOfADraftIsWrittenDown()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var (oldOutput, oldError) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            await Post("/us-ky/draft", ("text", Harm.Replace("A draft", "Marigold", StringComparison.Ordinal)));
            await Ask("gaps", new { jurisdiction = "US-KY", text = "Marigold" });
        }
        finally
        {
            Console.SetOut(oldOutput);
            Console.SetError(oldError);
        }
        Assert.DoesNotContain("Marigold", output.ToString() + error, StringComparison.Ordinal);
        Assert.DoesNotContain("Marigold", await Get("/us-ky/draft"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesAreSmallAndHoldNothingInline()
    {
        foreach (var address in new[] { "/draft", "/us-ky/draft", "/us-ky/draft/changes", "/us-ky/draft/changes/r3.charge" })
        {
            using var answer = await server.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("unsafe-inline", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotMatch(Inline(), page);
            Assert.True(page.Length < 150 * 1024, $"{address} has {page.Length} characters");
        }
    }

    [Fact]
    public async Task WhatIsNotThereIsSaid()
    {
        foreach (var address in new[] { "/us-zz/draft", "/us-zz/draft/changes", "/us-ky/draft/changes/r9", "/us-ky/draft?bill=none", "/draft?in=us-zz" })
        {
            using var answer = await server.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await Ask("check", new { jurisdiction = "US-ZZ", text = "" })).Status);
    }

    [GeneratedRegex("<textarea[^>]*>\n?(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("name=\"edit\" value=\"(\\d+)\" checked")]
    private static partial Regex Ticked();

    [GeneratedRegex("name=\"law\" value=\"(\\w+)\"")]
    private static partial Regex Hash();

    [GeneratedRegex("<style|<script(?![^>]* src=)| style=| on[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
