using Xunit;

namespace SafeHarbor.Cli.Tests;

/// <summary>What a person is told when what they asked cannot be answered: what is wrong, what to do, exit code 2, no stack trace.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("unknown jurisdiction `US-ZZ`", "gaps", "US-ZZ")]
    [InlineData("did you mean `US-WA`?", "gaps", "WAA")]
    [InlineData("unknown demand `R4.victims`", "gaps", "DC", "--demand", "R4.victims")]
    [InlineData("did you mean `R4.victim`?", "gaps", "DC", "--demand", "R4.victims")]
    [InlineData("unknown fact `agee`", "case", "DC", "--given", "agee is 15")]
    [InlineData("did you mean `age`?", "case", "DC", "--given", "agee is 15")]
    [InlineData("`gold` is not a value of the fact `exchange`", "case", "DC", "--given", "exchange is gold")]
    [InlineData("`yesterday` is not a date", "gaps", "DC", "--on", "yesterday")]
    [InlineData("the library begins on 2016-11-01, after 2016-10-31", "gaps", "DC", "--on", "2016-10-31")]
    [InlineData("the fact `age` is given twice, and no value fits both", "case", "DC", "--given", "age is 15, age is 16")]
    [InlineData("it cannot be that nobody else takes part, and there is force or fraud or coercion", "case", "DC", "--given", "third party is none, means is force fraud or coercion")]
    [InlineData("unknown bill `HB 99`", "gaps", "KY", "--bill", "HB 99")]
    [InlineData("name the bill", "bill", "KY")]
    [InlineData("the library holds no bill of Idaho", "bill", "ID")]
    [InlineData("the bill would not yet be in force on that day", "bill", "KY", "HB 3", "--on", "2020-01-01")]
    [InlineData("the library begins on 2016-11-01, after 2010-01-01", "timeline", "DC", "--since", "2010-01-01")]
    [InlineData("a law is the same as itself", "compare", "WA")]
    [InlineData("`--alternatives` is a number from 1 to 20", "reform", "WA", "--alternatives", "0")]
    [InlineData("`--against`, `--since` and `--reform` ask for different things", "prove", "WA", "--since", "2016-11-15", "--reform")]
    [InlineData("without a solver there is nothing to do", "prove", "WA", "--no-solver")]
    [InlineData("the solver `nosuchsolver` is not there", "prove", "WA", "--demand", "R3.arrest", "--solver", "nosuchsolver")]
    [InlineData("there is no file or folder `nowhere.law`", "format", "nowhere.law")]
    [InlineData("Unrecognized command or argument '--demnd'", "gaps", "DC", "--demnd")]
    [InlineData("Required argument 'jurisdiction' missing", "gaps")]
    [InlineData("Required command was not provided")]
    public void WhatIsWrongIsSaidAndTheExitCodeIsTwo(string message, params string[] arguments)
    {
        var (exit, output, error) = Run.SafeHarbor(arguments);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal("", output);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    [Fact]
    public void FactsThatAreFineOneByOneButLeaveNoSituationAreRefused()
    {
        var (exit, _, error) = Run.SafeHarbor("case", "DC", "--given", "third party is none, exchange is money, buyer's act is none");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("the facts given cannot all be so", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingLibraryIsNamed()
    {
        var (exit, _, error) = Run.With("/nowhere", "gaps", "DC");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("the library folder `/nowhere` is not there", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vocabulary.law", "the file `law/vocabulary.law` is not there")]
    [InlineData("baseline.law", "the file `law/baseline.law` is not there")]
    [InlineData("frameworks/nfwl-2016.law", "holds no framework")]
    public void AHalfWrittenLibraryIsRefusedWithWhatIsMissing(string file, string message)
    {
        using var copy = new LibraryCopy();
        File.Delete(Path.Combine(copy.Root, file));
        var (exit, _, error) = Run.With(copy.Root, "gaps", "US-ID");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "is empty")]
    [InlineData(50 * 1024 * 1024, "has 50 MB, more than 4 MB")]
    public void AFileThatIsEmptyOrHugeIsRefused(int length, string message)
    {
        using var copy = new LibraryCopy();
        using (var file = File.Create(Path.Combine(copy.Root, "US-ID", "odd.law")))
            file.SetLength(length);
        var (exit, _, error) = Run.With(copy.Root, "gaps", "US-ID");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void ABinaryFileIsRefused()
    {
        using var copy = new LibraryCopy();
        File.WriteAllBytes(Path.Combine(copy.Root, "US-ID", "odd.law"), [0, 1, 2, 255]);
        Assert.Contains("is not text", Run.With(copy.Root, "gaps", "US-ID").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AStatusThatRestsOnItselfStopsReasoning()
    {
        using var copy = new LibraryCopy();
        File.AppendAllText(Path.Combine(copy.Root, "US-ID", "victims.law"), """

            provision Idaho Code 99-1 "A circle"
              topic history
              in force from 2020-01-01
              source <https://example.org> read 2026-01-01 as text

              when the child is a victim of sex trafficking
              then the trafficker commits the core offence
            """);
        var (exit, _, error) = Run.With(copy.Root, "gaps", "US-ID");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("rests on itself", error, StringComparison.Ordinal);
    }

    /// <summary>A copy of the real library that may be spoilt.</summary>
    private sealed class LibraryCopy : IDisposable
    {
        public LibraryCopy()
        {
            foreach (var name in new[] { "vocabulary.law", "baseline.law", "frameworks/nfwl-2016.law" }.Concat(
                new[] { "US", "US-ID" }.SelectMany(id => Directory.EnumerateFiles(Path.Combine(Run.Law, id)).Select(f => Path.GetRelativePath(Run.Law, f)))))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, name))!);
                File.Copy(Path.Combine(Run.Law, name), Path.Combine(Root, name));
            }
        }

        public string Root { get; } = Path.Combine(Path.GetTempPath(), "safeharbor-" + Guid.NewGuid().ToString("N"), "law");

        public void Dispose() => Directory.Delete(Path.GetDirectoryName(Root)!, recursive: true);
    }
}
