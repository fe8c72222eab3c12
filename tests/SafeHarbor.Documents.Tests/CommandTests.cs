using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>The commands that write documents, as a person gives them.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("safeharbor-documents-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("brief.docx", "brief", "KY")]
    [InlineData("brief.html", "brief", "KY")]
    [InlineData("brief.pdf", "brief", "KY")]
    [InlineData("amendment.docx", "amendment", "KY", "--demand", "R4.victim")]
    [InlineData("together.docx", "amendment", "KY", "--demand", "R4.buyers", "--together")]
    [InlineData("testimony.docx", "testimony", "VT")]
    [InlineData("resolution.docx", "resolution")]
    [InlineData("resolution.html", "resolution", "VT")]
    [InlineData("tables.xlsx", "tables")]
    [InlineData("tables", "tables")]
    [InlineData("duties.ics", "calendar", "DC", "--from", "2026-03-07T22:15", "--given", "age is 15")]
    [InlineData("chart.svg", "chart", "VT")]
    [InlineData("chart.csv", "chart")]
    public void ADocumentIsWrittenOnceAndNotWrittenOverUnlessAsked(string name, params string[] arguments)
    {
        var file = Path.Combine(_folder.FullName, name);
        var (exit, output, error) = Run([.. arguments, "--output", file, "--on", "2026-11-24"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains(file, output, StringComparison.Ordinal);
        var again = Run([.. arguments, "--output", file, "--on", "2026-11-24"]);
        Assert.Equal(2, again.Exit);
        Assert.Contains("add `--force` to write over", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run([.. arguments, "--output", file, "--on", "2026-11-24", "--force"]).Exit);
    }

    [Fact]
    public void TheLibraryIsExported()
    {
        var folder = Path.Combine(_folder.FullName, "data");
        Assert.Equal(0, Run("library", "--export", folder, "--on", "2026-11-24").Exit);
        Assert.True(File.Exists(Path.Combine(folder, "datapackage.json")) && File.Exists(Path.Combine(folder, "data", "provisions.parquet")));
        Assert.Contains("is not empty", Run("library", "--export", folder).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("safeharbor/document/1", "brief", "VT")]
    [InlineData("safeharbor/document/1", "resolution")]
    [InlineData("safeharbor/tables/1", "tables")]
    [InlineData("safeharbor/tables/1", "chart", "VT")]
    [InlineData("safeharbor/calendar/1", "calendar", "DC", "--from", "2026-03-07T22:15")]
    public void AProgramIsAnsweredInJson(string schema, params string[] arguments)
    {
        var (exit, output, _) = Run([.. arguments, "--json", "--on", "2026-11-24"]);
        Assert.Equal(0, exit);
        Assert.Equal(schema, JsonDocument.Parse(output).RootElement.GetProperty("schema").GetString());
    }

    [Theory]
    [InlineData("does not say what kind of file it is to be", "brief", "KY", "--output", "brief.txt")]
    [InlineData("the folder of `nowhere/brief.docx` is not there", "brief", "KY", "--output", "nowhere/brief.docx")]
    [InlineData("unknown demand `R9`", "amendment", "KY", "--demand", "R9")]
    [InlineData("unknown jurisdiction `US-ZZ`", "testimony", "US-ZZ")]
    [InlineData("say when the clocks begin", "calendar", "DC")]
    [InlineData("`soon` is not a time", "calendar", "DC", "--from", "soon")]
    [InlineData("US-KY has several time zones", "calendar", "KY", "--from", "2026-03-07T22:15")]
    [InlineData("unknown time zone `Mars`", "calendar", "KY", "--from", "2026-03-07T22:15", "--zone", "Mars")]
    [InlineData("there was no 2026-03-08T02:30 in America/New_York", "calendar", "DC", "--from", "2026-03-08T02:30")]
    [InlineData("2026-11-01T01:30 was twice in America/New_York", "calendar", "DC", "--from", "2026-11-01T01:30")]
    [InlineData("unknown event `birth`", "calendar", "DC", "--from", "2026-03-07T22:15", "--event", "birth=2026-03-07T22:15")]
    [InlineData("`--export` writes the whole library", "library", "KY", "--export", "data")]
    public void WhatIsWrongIsSaid(string message, params string[] arguments)
    {
        var (exit, output, error) = Run(arguments);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Contains("help: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutChromiumThePdfIsRefusedWithTheRemedy()
    {
        var (exit, _, error) = Run(new Dictionary<string, string> { ["PATH"] = _folder.FullName }, "brief", "VT", "--output", Path.Combine(_folder.FullName, "brief.pdf"));
        Assert.Equal(2, exit);
        Assert.Contains("apt-get install chromium", error, StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Error) Run(params string[] arguments) => Run([], arguments);

    private (int Exit, string Output, string Error) Run(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "safeharbor"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        start.Environment["SAFEHARBOR_LIBRARY"] = Path.Combine(RealLaw.Root, "law");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
