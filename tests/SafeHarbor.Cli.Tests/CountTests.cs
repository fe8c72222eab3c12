using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace SafeHarbor.Cli.Tests;

/// <summary>`count` and `generate`, as a person or a program asks them.</summary>
public sealed class CountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("safeharbor-").FullName;

    private string this[string name] => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void MadeUpCasesAreCountedAndTheScreenSaysSo()
    {
        var file = Generate("cases.csv", 500);
        var (exit, output, error) = Run.SafeHarbor("count", "US-KY", file, "--demand", "R4.victim", "--on", "2026-11-24");
        Assert.Equal((ExitCode.Fine, ""), (exit, error));
        Assert.StartsWith("Kentucky: many children\nThe law as of 2026-11-24, for the cases of cases.csv.\n500 cases counted.\n", output, StringComparison.Ordinal);
        Assert.Contains("  depends: met or does not apply (", output, StringComparison.Ordinal);
        Assert.Contains("small ones can point to a child", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.Equal(["cases.csv"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Theory, InlineData("cases.csv", "bits"), InlineData("cases.csv", "duckdb"), InlineData("cases.parquet", "bits"), InlineData("cases.parquet", "duckdb")]
    public void EachEngineGivesTheSameAnswerForEitherKindOfFile(string name, string engine)
    {
        var reference = Run.SafeHarbor("count", "DC", Generate("first.csv", 3000), "--by", "third party", "--json").Output;
        var file = Generate(name, 3000);
        Assert.Equal(reference, Run.SafeHarbor("count", "DC", file, "--by", "third party", "--json", "--engine", engine).Output);
    }

    [Fact]
    public void EachDemandsCountsAddUpToTheCases()
    {
        foreach (var demand in Ask("count", "KY", Generate("cases.csv", 2000), "--json").GetProperty("demands").EnumerateArray())
            Assert.Equal(2000, demand.GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("cases").GetInt64()));
    }

    [Fact]
    public void WhatIsSharedTellsNoSmallCountAndQuotesNoRow()
    {
        File.AppendAllText(Generate("cases.csv", 400), "a,row,of,three\n");
        var answer = Ask("count", "KY", this["cases.csv"], "--share", "--json");
        var counts = answer.GetProperty("demands").EnumerateArray().SelectMany(d => d.GetProperty("counts").EnumerateArray()).Select(c => c.GetProperty("cases")).ToList();
        Assert.Contains(counts, c => c.ValueKind == JsonValueKind.Null);
        Assert.All(counts.Where(c => c.ValueKind == JsonValueKind.Number), c => Assert.True(c.GetInt64() >= 11));
        Assert.Empty(answer.GetProperty("faults").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("badRows").ValueKind);
        Assert.Contains(Ask("count", "KY", this["cases.csv"], "--json").GetProperty("faults").EnumerateArray(), f => f.GetProperty("line").GetInt64() == 402);
    }

    [Fact]
    public void ABillIsCountedWithoutAndWith()
    {
        var answer = Ask("count", "KY", Generate("cases.csv", 500), "--bill", "HB 431", "--demand", "R3.relief.other", "--json");
        Assert.NotEmpty(answer.GetProperty("bills").EnumerateArray());
        var changes = answer.GetProperty("demands")[0].GetProperty("counts").EnumerateArray().Where(c => c.TryGetProperty("verdict", out _) && c.TryGetProperty("withBills", out _)).ToList();
        Assert.Equal(500, changes.Sum(c => c.GetProperty("cases").GetInt64()));
        Assert.Contains(changes, c => c.GetProperty("verdict").GetString() != c.GetProperty("withBills").GetProperty("verdict").GetString());
    }

    [Fact]
    public void AGapOfOneKindHasTheRecordedCasesThatAreCounted()
    {
        var file = Generate("cases.csv", 3000);
        var counts = Ask("count", "DC", file, "--json").GetProperty("demands").EnumerateArray()
            .ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("counts").EnumerateArray().ToDictionary(c => Verdict(c), c => c.GetProperty("cases").GetInt64()));
        var compared = 0;
        foreach (var demand in Ask("gaps", "DC", "--cases", file, "--json").GetProperty("demands").EnumerateArray())
        {
            foreach (var part in demand.GetProperty("parts").EnumerateArray().Where(p => p.GetProperty("lines").GetArrayLength() == 1))
            {
                var recorded = part.GetProperty("lines")[0].GetProperty("recordedCases").GetInt64();
                Assert.Equal(counts[demand.GetProperty("id").GetString()!].GetValueOrDefault(part.GetProperty("verdict").GetString()!), recorded);
                compared += recorded > 0 ? 1 : 0;
            }
        }
        Assert.True(compared > 3);

        static string Verdict(JsonElement count) => count.TryGetProperty("possible", out var possible) ? "depends " + possible : count.GetProperty("verdict").GetString()!;
    }

    [Fact]
    public void EveryFieldIsDocumented()
    {
        var documented = File.ReadAllText(Path.Combine(Run.Root, "docs", "json.md"));
        var file = Generate("cases.csv", 200);
        File.AppendAllText(file, "200,nobody\n");
        foreach (var (schema, answer) in new[]
        {
            ("safeharbor/count/1", Ask("count", "KY", file, "--json", "--by", "venue")),
            ("safeharbor/count/1", Ask("count", "KY", file, "--json", "--bill", "HB 431")),
            ("safeharbor/generate/1", Ask("generate", this["more.csv"], "--rows", "5", "--json")),
        })
        {
            Assert.Equal(schema, answer.GetProperty("schema").GetString());
            Assert.Contains(schema, documented, StringComparison.Ordinal);
            Assert.All(FieldsOf(answer).Distinct(), field => Assert.Contains($"`{field}`", documented, StringComparison.Ordinal));
        }
    }

    [Theory, InlineData("duckdb", "materialized"), InlineData("postgresql", "offset 0"), InlineData("spark", "stack(22, ")]
    public void TheLawIsPrintedAsSql(string dialect, string part)
    {
        var (exit, output, _) = Run.SafeHarbor("count", "KY", "--sql", dialect, "--table", "children");
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains(part, output, StringComparison.Ordinal);
        Assert.Contains("from children", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name the file of cases", "count", "KY")]
    [InlineData("there is no file `nowhere.csv`", "count", "KY", "nowhere.csv")]
    [InlineData("unknown fact `agee`", "count", "KY", "nowhere.csv", "--by", "agee")]
    [InlineData("`--by` and `--bill` cannot be asked together", "count", "KY", "nowhere.csv", "--by", "age", "--bill", "HB 3")]
    [InlineData("`--threads 0` is too small", "count", "KY", "nowhere.csv", "--threads", "0")]
    [InlineData("`--unknown` is not a share", "generate", "nowhere.csv", "--unknown", "2")]
    [InlineData("`--rows -1` is below zero", "generate", "nowhere.csv", "--rows", "-1")]
    [InlineData("cannot be written", "generate", "nowhere/cases.csv")]
    public void WhatIsWrongIsSaidAndTheExitCodeIsTwo(string message, params string[] arguments)
    {
        var (exit, output, error) = Run.SafeHarbor(arguments);
        Assert.Equal((ExitCode.BadInput, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AColumnThatIsNoFactStopsTheCountBeforeItBegins()
    {
        File.WriteAllText(this["cases.csv"], "agee,notes\n15,x\n");
        Assert.Contains("did you mean `age`?", Run.SafeHarbor("count", "KY", this["cases.csv"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatIsKilledIsTakenUpAgainWithTheSameAnswer()
    {
        var file = Generate("cases.csv", 200_000);
        var whole = Run.SafeHarbor("count", "KY", file, "--json").Output;
        // Small pieces, one thread and a checkpoint after each, so that there is time to kill it in the middle.
        string[] slowly = ["count", "KY", file, "--json", "--threads", "1", "--piece", "64", "--checkpoint-seconds", "0"];
        var checkpoint = file + ".safeharbor-count";
        using (var process = Start(slowly))
        {
            while (!File.Exists(checkpoint) && !process.HasExited)
                Thread.Sleep(1);
            process.Kill();
            process.WaitForExit();
            Assert.NotEqual(0, process.ExitCode);
        }
        Assert.True(File.Exists(checkpoint), "it was killed in the middle");
        var text = Run.SafeHarbor([.. slowly.Where(a => a != "--json")]).Output;
        Assert.Contains("An earlier run was stopped; taken up again at line", text, StringComparison.Ordinal);
        Assert.False(File.Exists(checkpoint));

        using (var process = Start(slowly))
        {
            while (!File.Exists(checkpoint) && !process.HasExited)
                Thread.Sleep(1);
            process.Kill();
            process.WaitForExit();
        }
        Assert.True(File.Exists(checkpoint), "it was killed in the middle");
        Assert.Equal(whole, Run.SafeHarbor(slowly).Output);
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "safeharbor"), arguments) { RedirectStandardOutput = true, WorkingDirectory = Run.Root };
        start.Environment["SAFEHARBOR_LIBRARY"] = Run.Law;
        return Process.Start(start)!;
    }

    private string Generate(string name, int rows)
    {
        var (exit, _, error) = Run.SafeHarbor("generate", this[name], "--rows", rows.ToString(System.Globalization.CultureInfo.InvariantCulture), "--seed", "5", "--several", "0.02");
        Assert.True(exit == ExitCode.Fine, error);
        return this[name];
    }

    private static JsonElement Ask(params string[] arguments)
    {
        var (exit, output, error) = Run.SafeHarbor(arguments);
        Assert.True(exit is ExitCode.Fine or ExitCode.Findings, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private static IEnumerable<string> FieldsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => FieldsOf(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(FieldsOf),
        _ => [],
    };
}
