using System.Net;
using System.Text.Json.Nodes;
using SafeHarbor.Documents.Json;

namespace SafeHarbor.Publishing.Tests;

public sealed class ApiTests(Site site)
{
    private const string Bill = "/api/v1/jurisdictions/us-ky/bills/";

    public static TheoryData<string> Questions()
    {
        var questions = new TheoryData<string>("/api/v1/jurisdictions", "/api/v1/demands", "/api/v1/library", "/api/v1/search?q=buyer", "/api/v1/search?q=nothingofthekind",
            "/api/v1/compare/us-ky/us-wa", "/api/v1/compare/us-dc/us-id", "/api/v1/jurisdictions/us-ky/gaps?on=2016-11-15", "/api/v1/jurisdictions/us-wa/gaps/on/2020-06-01", "/api/v1/jurisdictions/us/gaps",
            "/api/v1/jurisdictions/us-dc/demands/r3.arrest?on=2018-01-01");
        foreach (var id in Site.Ids.Select(i => i.ToLowerInvariant()))
        {
            foreach (var what in new[] { "", "/gaps", "/timeline", "/provisions", "/demands/r3.arrest", "/demands/r4.buyers.pays", "/demands/R2.services", "/reforms/r4.buyers.pays", "/reforms/r3.arrest" })
                questions.Add($"/api/v1/jurisdictions/{id}{what}");
        }
        return questions;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task AnAnswerIsAsItsSchemaSays(string question) => Assert.Empty(Schemas.Faults(await site.Text(question)));

    [Fact]
    public async Task ABillIsAsItsSchemaSays()
    {
        var bills = Json(await site.Text("/api/v1/jurisdictions/us-ky"))["bills"]!.AsArray();
        Assert.NotEmpty(bills);
        foreach (var slug in bills.Select(b => b!["slug"]!.ToString()))
            Assert.Empty(Schemas.Faults(await site.Text(Bill + slug)));
    }

    /// <summary>A schema that would let anything pass proves nothing.</summary>
    [Theory]
    [InlineData("demands", "[]", true)]
    [InlineData("jurisdiction", "7", false)]
    [InlineData("notInTheSchema", "\"x\"", false)]
    public async Task ASchemaRefusesWhatIsWrong(string field, string value, bool isRight)
    {
        var answer = Json(await site.Text("/api/v1/jurisdictions/us-ky/gaps")).AsObject();
        answer[field] = JsonNode.Parse(value);
        Assert.Equal(isRight, Schemas.Faults(answer.ToJsonString()).Count == 0);
    }

    [Theory]
    [InlineData("/api/v1/jurisdictions/us-ky/gaps", "gaps", "KY")]
    [InlineData("/api/v1/jurisdictions/us-dc/gaps/on/2016-11-15", "gaps", "DC", "--on", "2016-11-15")]
    [InlineData("/api/v1/jurisdictions/us-wa/timeline", "timeline", "WA")]
    [InlineData("/api/v1/compare/us-ky/us-wa", "compare", "KY", "WA")]
    public async Task TheCommandGivesTheSameAnswer(string question, params string[] command)
    {
        var onTheDay = command.Contains("--on") ? command : [.. command, "--on", "2026-11-24"];
        var (own, told) = (Json(await site.Text(question)), Json(Command.Run([.. onTheDay, "--json"]).Output));
        // The receipt holds a hash of the files that were read, and the command reads only those it needs.
        own.AsObject().Remove("receipt");
        told.AsObject().Remove("receipt");
        DropDemandsWithoutDifference(told);
        Assert.Equal(told.ToJsonString(), own.ToJsonString());
    }

    [Theory]
    [InlineData("explain", "DC", "--demand", "R3.arrest", "--given", "age is 15, conduct is prostitution", "--json")]
    [InlineData("case", "WA", "--given", "age is 15, third party is none, exchange is other value", "--json")]
    [InlineData("case", "KY", "--json")]
    [InlineData("scenarios", "DC", "--second-reading", "--json")]
    [InlineData("library", "KY", "--json")]
    [InlineData("gaps", "ID", "--precedents", "--demand", "R4.buyers.pays", "--json")]
    [InlineData("bill", "KY", "HB 431", "--json")]
    [InlineData("prove", "DC", "--demand", "R3.arrest", "--json")]
    [InlineData("reform", "ID", "--demand", "R4.buyers.pays", "--json")]
    [InlineData("check", "KY", "--deep", "--json")]
    [InlineData("format", "--check", "law/US-KY", "--json")]
    public void AnAnswerOfTheCommandIsAsItsSchemaSays(params string[] command) => Assert.Empty(Schemas.Faults(Command.Run(command).Output));

    [Fact]
    public void FilesOfCasesAreToldAsTheirSchemasSay()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("safeharbor").FullName, "cases.csv");
        Assert.Empty(Schemas.Faults(Command.Run("generate", file, "--rows", "200", "--unknown", "0.2", "--json").Output));
        Assert.Empty(Schemas.Faults(Command.Run("count", "KY", file, "--by", "age", "--json").Output));
        Assert.Empty(Schemas.Faults(Command.Run("count", "KY", file, "--share", "--bill", "HB 431", "--json").Output));
        File.AppendAllText(file, "not,a,row\n");
        Assert.Empty(Schemas.Faults(Command.Run("count", "KY", file, "--json").Output));
    }

    [Theory]
    [InlineData("/api/v1/jurisdictions/us-kx", 404, "did you mean US-KY")]
    [InlineData("/api/v1/jurisdictions/atlantis/gaps", 404, "/api/v1/jurisdictions")]
    [InlineData("/api/v1/jurisdictions/us-ky/demands/r3.arest", 404, "did you mean R3.arrest")]
    [InlineData("/api/v1/jurisdictions/us-ky/gaps?on=yesterday", 400, "such as 2016-11-15")]
    [InlineData("/api/v1/jurisdictions/us-ky/gaps?on=1999-01-01", 400, "from 2016-11-01")]
    [InlineData("/api/v1/jurisdictions/us-ky/gaps/on/9999-12-31", 400, "such as 2016-11-15")]
    [InlineData("/api/v1/jurisdictions/us-ky/bills/none", 404, "/api/v1/jurisdictions/us-ky")]
    [InlineData("/api/v1/compare/us-ky/us-ky", 400, "/timeline")]
    [InlineData("/api/v1/search", 400, "?q=")]
    [InlineData("/api/v1/nowhere", 404, "openapi.json")]
    [InlineData("/schemas/nothing.json", 404, "/data")]
    public async Task AWrongQuestionIsToldWhatToDo(string question, int status, string remedy)
    {
        using var answer = await site.Client.GetAsync(question);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = Json(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.Contains(remedy, problem["detail"]!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingCanBeSent()
    {
        using var answer = await site.Client.PostAsync("/api/v1/demands", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task WhatHasNotChangedIsNotSentAgain()
    {
        // Twice: once as it is made, once as it is kept.
        for (var round = 0; round < 2; round++)
        {
            using var first = await site.Client.GetAsync("/api/v1/jurisdictions/us-id/gaps");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jurisdictions/us-id/gaps");
            request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
            using var second = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task EverySiteMayRead()
    {
        using var answer = await site.Client.GetAsync("/api/v1/demands");
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        using var asked = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/demands"));
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Contains("GET", Assert.Single(asked.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Contains("If-None-Match", Assert.Single(asked.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileNameAtTheEndChangesNothing() =>
        Assert.Equal(await site.Text("/api/v1/jurisdictions/us-ky/gaps"), await site.Text("/api/v1/jurisdictions/us-ky/gaps.json"));

    [Fact]
    public async Task TheDescriptionTellsOfEveryAddressAndEachAnswers()
    {
        var description = Json(await site.Text("/api/v1/openapi.json"));
        Assert.StartsWith("3.1", description["openapi"]!.ToString(), StringComparison.Ordinal);
        var paths = description["paths"]!.AsObject();
        Assert.Equal(13, paths.Count);
        foreach (var (path, operations) in paths)
        {
            var (address, parameters) = ("/api/v1" + path, operations!["get"]!["parameters"]!.AsArray());
            foreach (var parameter in parameters)
            {
                var example = parameter!["example"]!.ToString();
                address = parameter["in"]!.ToString() == "path" ? address.Replace($"{{{parameter["name"]}}}", example, StringComparison.Ordinal) : $"{address}?{parameter["name"]}={example}";
            }
            Assert.DoesNotContain('{', address);
            Assert.Empty(Schemas.Faults(await site.Text(address)));
            var schema = operations["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.ToString();
            Assert.Contains(AnswerSchemas.FileOf(Json(await site.Text(address))["schema"]!.ToString()), schema, StringComparison.Ordinal);
            await site.Text(new Uri(new Uri(site.Address, "/api/v1/openapi.json"), schema).AbsolutePath);
        }
    }

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    /// <summary>The command tells also of demands on which two laws do not part; the site leaves them out.</summary>
    private static void DropDemandsWithoutDifference(JsonNode answer)
    {
        if (answer["schema"]!.ToString() != "safeharbor/difference/1")
            return;
        var demands = answer["demands"]!.AsArray();
        for (var i = demands.Count - 1; i >= 0; i--)
        {
            if (demands[i]!["parts"]!.AsArray().Count == 0)
                demands.RemoveAt(i);
        }
    }
}
