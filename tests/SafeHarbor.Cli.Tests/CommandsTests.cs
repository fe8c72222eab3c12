using System.Text.Json;
using Xunit;

namespace SafeHarbor.Cli.Tests;

/// <summary>Each command, asked as in the README, on real law.</summary>
public class CommandsTests
{
    private const string Given = "age is 15, third party is none, exchange is other value";

    [Fact]
    public void GapsNameEveryDemandAndCiteAndEndWithAReceipt()
    {
        var (exit, output, error) = Run.SafeHarbor("gaps", "US-DC", "--on", "2026-11-24");
        Assert.Equal(ExitCode.Findings, exit);
        Assert.Equal("", error);
        Assert.StartsWith("District of Columbia: where a child falls through", output, StringComparison.Ordinal);
        Assert.Contains("R3.arrest", output, StringComparison.Ordinal);
        Assert.Contains("D.C. Code 22-2701(d)(1)", output, StringComparison.Ordinal);
        Assert.Matches(@"SafeHarbor [0-9.]+, law [0-9a-f]{12}, as of 2026-11-24\n$", output);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameQuestionHasTheSameAnswer() =>
        Assert.Equal(Run.SafeHarbor("gaps", "WA", "--json", "--on", "2026-11-24").Output, Run.SafeHarbor("gaps", "US-WA", "--json", "--on", "2026-11-24").Output);

    /// <summary>Bills that leave a rule without work: the example in which that shows is told too.</summary>
    [Theory]
    [InlineData("WA", "HB 1775", "would no longer decide anything")]
    [InlineData("HI", "HB 155", "would no longer decide anything")]
    [InlineData("KY", "HB 3", "children gain in 1 kind")]
    public void ABillTellsWhatElseItDoes(string state, string bill, string expected)
    {
        var (exit, output, error) = Run.SafeHarbor("bill", state, bill, "--on", "2026-11-24");
        Assert.Equal("", error);
        Assert.Equal(ExitCode.Findings, exit);
        Assert.Contains(expected, output, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A plan from the first draft to a bill that fails.</summary>
    [Fact]
    public void APlanIsDraftedCheckedProvedAndFailsWithoutItsBill()
    {
        var file = Path.Combine(Path.GetTempPath(), $"plan-{Guid.NewGuid():N}.yaml");
        try
        {
            Assert.Equal(ExitCode.Fine, Run.SafeHarbor("plan", "draft", "DC", "--on", "2026-11-24", "--output", file).Exit);
            Assert.Contains("has no owner", Run.SafeHarbor("plan", "check", file, "--on", "2026-11-24").Output, StringComparison.Ordinal);
            Assert.Contains("It gets there", Run.SafeHarbor("plan", "prove", file, "--on", "2026-11-24").Output, StringComparison.Ordinal);
            var (exit, output, _) = Run.SafeHarbor("plan", "prove", file, "--without", "bill-records", "--on", "2026-11-24");
            Assert.Equal(ExitCode.Findings, exit);
            Assert.Contains("It does not get there", output, StringComparison.Ordinal);
            Assert.Contains("the plan has no action `bill-record`", Run.SafeHarbor("plan", "prove", file, "--without", "bill-record").Error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.BadInput, Run.SafeHarbor("plan", "draft", "DC", "--output", file).Exit);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ADemandThatIsMetInEverySituationIsFine() =>
        Assert.Equal(ExitCode.Fine, Run.SafeHarbor("gaps", "ID", "--demand", "R3.adjudicate", "--on", "2026-11-24").Exit);

    [Fact]
    public void AGroupOfDemandsIsAskedByItsBeginning()
    {
        var ids = Ask("gaps", "DC", "--demand", "R4.buyers", "--json").GetProperty("demands").EnumerateArray().Select(d => d.GetProperty("id").GetString()!).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.StartsWith("R4.buyers.", id, StringComparison.Ordinal));
    }

    [Fact]
    public void TheKentuckyCaseOfTheContractIsAnswered()
    {
        var answer = Ask("case", "US-KY", "--given", Given, "--on", "2026-11-01", "--json");
        Assert.Equal("safeharbor/case/1", answer.GetProperty("schema").GetString());
        Assert.Equal("US-KY", answer.GetProperty("jurisdiction").GetString());
        // Whether "subjected" asks for somebody else besides the child is open in Kentucky: the answer names the question.
        var victim = answer.GetProperty("demands").EnumerateArray().First(d => d.GetProperty("id").GetString() == "R4.victim");
        Assert.Equal("arguably met", victim.GetProperty("verdict").GetString());
        Assert.NotEmpty(victim.GetProperty("readings").EnumerateArray());
        Assert.NotEmpty(victim.GetProperty("citations").EnumerateArray());
        Assert.Equal("2026-11-01", answer.GetProperty("receipt").GetProperty("on").GetString());
    }

    [Fact]
    public void AnAbbreviationStandsForTheJurisdiction() =>
        Assert.Equal(Run.SafeHarbor("case", "ky", "--given", Given, "--on", "2026-11-01", "--json").Output, Run.SafeHarbor("case", "US-KY", "--given", Given, "--on", "2026-11-01", "--json").Output);

    [Fact]
    public void EveryLineOfAGapInJsonHasAnExampleAndReasons()
    {
        foreach (var demand in Ask("gaps", "US-KY", "--json").GetProperty("demands").EnumerateArray())
        {
            foreach (var line in demand.GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("lines").EnumerateArray()))
            {
                Assert.NotEmpty(line.GetProperty("example").EnumerateObject());
                Assert.NotEmpty(line.GetProperty("because").EnumerateArray());
                Assert.EndsWith(".", line.GetProperty("sentence").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("safeharbor/gaps/1", "gaps", "DC", "--demand", "R4.victim", "--json")]
    [InlineData("safeharbor/case/1", "case", "DC", "--given", Given, "--json")]
    [InlineData("safeharbor/explain/1", "explain", "DC", "--demand", "R3", "--given", Given, "--json")]
    [InlineData("safeharbor/gaps/1", "gaps", "DC", "--demand", "R3.arrest", "--precedents", "--json")]
    [InlineData("safeharbor/difference/1", "compare", "DC", "ID", "--demand", "R3", "--json")]
    [InlineData("safeharbor/difference/1", "bill", "KY", "HB 431", "--json")]
    [InlineData("safeharbor/difference/1", "compare", "WA", "--since", "2016-11-15", "--demand", "R3", "--json")]
    [InlineData("safeharbor/reform/1", "reform", "WA", "--demand", "R3.other", "--alternatives", "1", "--json")]
    [InlineData("safeharbor/prove/1", "prove", "DC", "--demand", "R3.arrest", "--json")]
    [InlineData("safeharbor/diagnostics/1", "check", "ID", "--deep", "--json")]
    [InlineData("safeharbor/timeline/1", "timeline", "DC", "--json")]
    [InlineData("safeharbor/scenarios/1", "scenarios", "ID", "--json")]
    [InlineData("safeharbor/library/1", "library", "ID", "--json")]
    [InlineData("safeharbor/diagnostics/1", "check", "ID", "--json")]
    [InlineData("safeharbor/format/1", "format", "--check", "--json")]
    public void EveryJsonNamesItsSchemaAndEveryFieldIsDocumented(string schema, params string[] arguments)
    {
        var answer = Ask(arguments);
        Assert.Equal(schema, answer.GetProperty("schema").GetString());
        var documented = File.ReadAllText(Path.Combine(Run.Root, "docs", "json.md"));
        Assert.Contains(schema, documented, StringComparison.Ordinal);
        Assert.All(FieldsOf(answer).Distinct(), field => Assert.Contains($"`{field}`", documented, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutADemandTheGapsAreToldTogetherAndWithOneByItself()
    {
        var together = Run.SafeHarbor("gaps", "DC", "--on", "2026-11-24").Output;
        Assert.Contains("Demand by demand", together, StringComparison.Ordinal);
        Assert.Contains("In every situation of which they speak:", together, StringComparison.Ordinal);
        Assert.Contains("Asked of every situation in which", Run.SafeHarbor("gaps", "DC", "--demand", "R4.victim", "--on", "2026-11-24").Output, StringComparison.Ordinal);
        Assert.True(together.Length < Run.SafeHarbor("gaps", "DC", "--each", "--on", "2026-11-24").Output.Length);
    }

    [Fact]
    public void AReformStrikesInsertsAndNamesItsPrecedent()
    {
        var (exit, output, error) = Run.SafeHarbor("reform", "DC", "--demand", "R3.arrest", "--on", "2026-11-24");
        Assert.Equal("", error);
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains("no set of the edits tried changes less", output, StringComparison.Ordinal);
        Assert.Contains("words that settle that", output, StringComparison.Ordinal);
        Assert.Contains("precedent:", output, StringComparison.Ordinal);
        Assert.Contains("Law that covers every such child today:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ACertificateIsKeptAndASolverConfirmsEveryClaim()
    {
        var folder = Directory.CreateTempSubdirectory("safeharbor").FullName;
        try
        {
            var (exit, output, error) = Run.SafeHarbor("prove", "ID", "--demand", "R4.buyers.pays", "--write", folder, "--on", "2026-11-24");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Fine, exit);
            Assert.Contains("all proved by z3", output, StringComparison.Ordinal);
            var text = File.ReadAllText(Assert.Single(Directory.GetFiles(folder)));
            Assert.StartsWith("; SafeHarbor: the gap of R4.buyers.pays in the law of Idaho on 2026-11-24", text, StringComparison.Ordinal);
            Assert.Contains("(check-sat)", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ASolverThatDisagreesIsToldClaimByClaim()
    {
        // A "solver" that says unsat to everything: right on most claims, wrong on each line's being needed.
        var (exit, output, _) = Run.SafeHarbor("prove", "ID", "--demand", "R4.buyers.pays", "--solver", "sed -n s/.*(check-sat).*/unsat/p", "--on", "2026-11-24");
        Assert.Equal(ExitCode.Findings, exit);
        Assert.Contains("the solver said unsat: line 1 (not met) says something that no other line says", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeepCheckShowsEachFindingOnASituation()
    {
        var (_, output, _) = Run.SafeHarbor("check", "WA", "--deep", "--on", "2026-11-24");
        Assert.Matches("note SH0508: whether R4.buyers.pays is met turns on whether", output);
        Assert.Matches("help: for example, where age is 15", output);
    }

    [Fact]
    public void SarifIsValidJsonOfItsVersion()
    {
        var sarif = Ask("check", "--sarif");
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        Assert.Equal("SafeHarbor", sarif.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
    }

    [Fact]
    public void TheLibraryListsItsTopicsAndWhatWasNotRead()
    {
        var (exit, output, _) = Run.SafeHarbor("library", "KY");
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains("unread: KRS 529.120, word for word", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    public void CompletionKnowsCommandsAndJurisdictions(string shell)
    {
        var (exit, output, _) = Run.SafeHarbor("completion", shell);
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains("gaps", output, StringComparison.Ordinal);
        Assert.Contains("US-KY", output, StringComparison.Ordinal);
    }

    private static JsonElement Ask(params string[] arguments)
    {
        var (exit, output, error) = Run.SafeHarbor(arguments);
        Assert.True(exit is ExitCode.Fine or ExitCode.Findings, error);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>The names of fields; those of facts are the vocabulary's own.</summary>
    private static IEnumerable<string> FieldsOf(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                yield return property.Name;
                if (property.Name is "given" or "example" or "where")
                    continue;
                foreach (var inner in FieldsOf(property.Value))
                    yield return inner;
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in element.EnumerateArray().SelectMany(FieldsOf))
                yield return inner;
        }
    }
}
