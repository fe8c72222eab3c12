using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Cases.Tests;

/// <summary>However a file is written and cut into pieces, each good row is counted once, and each bad one is told with its line.</summary>
public class FilesTests
{
    private static readonly CountPlan Plan = CountPlan.Of(
        [ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-KY", RealLibrary.Days[^1]))], [.. RealLibrary.Library.Demands]);

    private static Vocabulary Vocabulary => Plan.Vocabulary;

    private static List<Case> SomeCases(int seed, int count = 3000) => [.. RandomCases.Of(Vocabulary, new Random(seed)).Take(count)];

    [Theory, InlineData(100), InlineData(301), InlineData(4096), InlineData(65_536), InlineData(100_000_000)]
    public void HoweverTheFileIsCutTheCountIsTheSame(int pieceBytes)
    {
        using var folder = new Folder();
        var cases = SomeCases(seed: 1);
        var result = Count(folder.Write("cases.csv", Csv.Of(Vocabulary, cases, withId: false)), pieceBytes: pieceBytes);
        AssertCountsAre(cases, result);
        Assert.Equal(cases.Count, result.Lines);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void HoweverManyThreadsCountTheAnswerIsTheSame(int threads)
    {
        using var folder = new Folder();
        var cases = SomeCases(seed: 2);
        AssertCountsAre(cases, Count(folder.Write("cases.csv", Csv.Of(Vocabulary, cases, withId: false)), threads: threads, pieceBytes: 5000));
    }

    public static TheoryData<string, Func<string, string>> Writings => new()
    {
        { "line ends of two characters", text => text.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "no end of the last line", text => text.TrimEnd('\n') },
        { "a byte order mark", text => '\uFEFF' + text },
        { "semicolons", text => text.Replace(',', ';') },
        { "tabs", text => text.Replace(',', '\t') },
        { "quotes", text => string.Join('\n', text.Split('\n').Select(l => l.Length == 0 ? l : '"' + l.Replace(",", "\",\"", StringComparison.Ordinal) + '"')) },
        { "quotes in some lines", text => string.Join('\n', text.Split('\n').Select((l, i) => l.Length == 0 || i % 3 > 0 ? l : '"' + l.Replace(",", "\",\"", StringComparison.Ordinal) + '"')) },
        { "spaces around cells", text => text.Replace(",", " , ", StringComparison.Ordinal) },
        { "blank lines", text => text.Replace("\n", "\n\n", StringComparison.Ordinal) },
    };

    [Theory, MemberData(nameof(Writings))]
    public void HoweverTheFileIsWrittenTheCountIsTheSame(string how, Func<string, string> write)
    {
        using var folder = new Folder();
        var cases = SomeCases(seed: 3, count: 500);
        Assert.NotEmpty(how);
        AssertCountsAre(cases, Count(folder.Write("cases.csv", write(Csv.Of(Vocabulary, cases, withId: false))), pieceBytes: 3000));
    }

    [Fact]
    public void ParquetGivesTheCountOfCsv()
    {
        using var folder = new Folder();
        var cases = SomeCases(seed: 4);
        var next = 0;
        CaseFileWriter.Write(folder["cases.parquet"], Vocabulary, Vocabulary.Facts, cases.Count, cells =>
        {
            for (var f = 0; f < cells.Length; f++)
                cells[f] = cases[next][Vocabulary.Facts[f]];
            next++;
        });
        var result = Count(folder["cases.parquet"]);
        AssertCountsAre(cases, result);
        Assert.Equal(Count(folder.Write("cases.csv", Csv.Of(Vocabulary, cases, withId: false))).BadRows.Select(b => (b.Line - 1, b.What)), result.BadRows.Select(b => (b.Line, b.What)));
    }

    [Fact]
    public void AFactWithoutAColumnIsUnknownInEveryCase()
    {
        using var folder = new Folder();
        var cases = SomeCases(seed: 5, count: 200);
        var age = Vocabulary.FactNamed("age")!;
        var result = Count(folder.Write("ages.csv", "age\n" + string.Join('\n', cases.Where(c => c.IsKnown(age)).Select(c => Cells.Write(age, c[age])))));
        AssertCountsAre([.. cases.Where(c => c.IsKnown(age)).Select(c => Case.Of(Vocabulary, [(age, c[age])]))], result);
        Assert.Equal(Vocabulary.Facts.Length - 1, result.Lacking.Count);
    }

    [Fact]
    public void EachBadRowIsToldWithItsLineAndSpoilsNoOther()
    {
        using var folder = new Folder();
        var file = folder.Write("bad.csv", """
            age,third party,means
            15,none,none
            99,none,none
            15,nobody,none

            15,none,force fraud or coercion
            15,none
            15,"none,none
            15,"none"x,none
            15,none|none,none
            16,"none|identified",
            """);
        var result = Count(file, pieceBytes: 17, badRows: folder["bad-rows.csv"]);
        Assert.Equal(2, result.Counts.Cases);
        Assert.Equal(7, result.BadRowCount);
        Assert.Equal(
            [
                "line 3, column `age`: `99` is not a value of it; write a number from 0 to 24, or leave the cell empty where it is not known",
                "line 4, column `third party`: `nobody` is not a value of it; write `none`, `unidentified` or `identified`, or leave the cell empty where it is not known",
                "line 6: it cannot be that nobody else takes part, and there is force or fraud or coercion; change or empty one of `third party` and `means`",
                "line 7: it has 2 cells, and the first line names 3; write one cell for each column; quote a cell that holds the delimiter",
                "line 8: a quote is not closed, or something follows it; a row is one line; a quoted cell is closed on it, and a quote inside is doubled",
                "line 9: a quote is not closed, or something follows it; a row is one line; a quoted cell is closed on it, and a quote inside is doubled",
                "line 10, column `third party`: `none` is named twice; name each value once, or leave the cell empty where the value is not known",
            ],
            result.BadRows.Select(b => b.ToString()));
        Assert.Equal(8, File.ReadAllLines(folder["bad-rows.csv"]).Length);
    }

    [Fact]
    public void AValueThatDiffersOnlyInItsLastLetterIsAnother()
    {
        using var folder = new Folder();
        var result = Count(folder.Write("cases.csv", "age,third party\n15,unidentified\n15,unidentifiex\n15,unidentified\n"));
        Assert.Equal((2, 1), (result.Counts.Cases, result.BadRowCount));
    }

    [Fact]
    public void ALineLongerThanAnyBufferIsOneBadRow()
    {
        using var folder = new Folder();
        var result = Count(folder.Write("long.csv", $"age,decoy\n15,no\n{new string('x', 3_000_000)}\n16,no\n"), pieceBytes: 1000);
        Assert.Equal((2, 1), (result.Counts.Cases, result.BadRowCount));
        Assert.Equal(3, Assert.Single(result.BadRows).Line);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("agee,decoy\n", "column `agee` is not a fact of the vocabulary")]
    [InlineData("age,age\n", "two columns are named `age`")]
    [InlineData("age,\n", "column 2 has no name")]
    [InlineData("age,\"decoy\n", "the first line has a quote that is not closed")]
    [InlineData("age\0,decoy\n", "the file is not text in UTF-8")]
    public void AFileThatCannotBeUsedSaysWhy(string text, string message)
    {
        using var folder = new Folder();
        Assert.Equal(message, Assert.Throws<CaseFileError>(() => Count(folder.Write("cases.csv", text))).Message);
    }

    [Fact]
    public void AMissingFileAndABrokenParquetFileSayWhy()
    {
        using var folder = new Folder();
        Assert.StartsWith("there is no file", Assert.Throws<CaseFileError>(() => Count(folder["none.csv"])).Message, StringComparison.Ordinal);
        Assert.StartsWith("the Parquet file cannot be read", Assert.Throws<CaseFileError>(() => Count(folder.Write("broken.parquet", "PAR1 and no more"))).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(5), InlineData(20)]
    public void ARunThatIsStoppedIsTakenUpAgainWithTheSameAnswer(int stopAfter)
    {
        using var folder = new Folder();
        var text = Csv.Of(Vocabulary, SomeCases(seed: 6), withId: false).Replace("\n17,", "\n170,", StringComparison.Ordinal);
        var file = folder.Write("cases.csv", text);
        var options = new CountOptions(Vocabulary.FactNamed("venue"), [], 2) { PieceBytes = 20_000, CheckpointPath = folder["point"], CheckpointEvery = TimeSpan.Zero, BadRowsPath = folder["bad-rows.csv"] };
        var whole = CaseFile.Count(Plan, file, options);
        var (lines, badRows) = (Answer(whole), File.ReadAllText(folder["bad-rows.csv"]));
        Assert.True(whole.BadRowCount > 30);
        Assert.Null(whole.ResumedAtLine);
        Assert.False(File.Exists(folder["point"]), "what is finished leaves no checkpoint");

        Assert.Throws<OperationCanceledException>(() => CaseFile.Count(Plan, file, options with { Progress = (done, _) => { if (done > stopAfter) throw new OperationCanceledException(); } }));
        Assert.True(File.Exists(folder["point"]));
        File.AppendAllText(folder["bad-rows.csv"], "written after the last checkpoint\n");
        var resumed = CaseFile.Count(Plan, file, options);
        Assert.True(resumed.ResumedAtLine > 2, "it went on, and did not begin anew");
        Assert.Equal(lines, Answer(resumed));
        Assert.Equal(badRows, File.ReadAllText(folder["bad-rows.csv"]));
    }

    public static TheoryData<string, Action<Folder>> Changes => new()
    {
        { "the file was changed", f => File.AppendAllText(f["cases.csv"], "15,no\n") },
        { "the checkpoint is cut short", f => File.WriteAllText(f["point"], File.ReadAllText(f["point"])[..200]) },
        { "the checkpoint is of another question", f => File.WriteAllText(f["point"], File.ReadAllText(f["point"]).Replace("\"key\":\"", "\"key\":\"0", StringComparison.Ordinal)) },
        { "the checkpoint holds nonsense", f => File.WriteAllText(f["point"], File.ReadAllText(f["point"]).Replace("\"counts\":[[", "\"counts\":[[900,900,900,0,1],[", StringComparison.Ordinal)) },
    };

    [Theory, MemberData(nameof(Changes))]
    public void ACheckpointThatDoesNotFitIsNotUsed(string what, Action<Folder> change)
    {
        using var folder = new Folder();
        var file = folder.Write("cases.csv", "age,decoy\n" + string.Concat(Enumerable.Repeat("15,no\n", 5000)));
        var options = new CountOptions(null, [], 1) { PieceBytes = 1000, CheckpointPath = folder["point"], CheckpointEvery = TimeSpan.Zero };
        Assert.Throws<OperationCanceledException>(() => CaseFile.Count(Plan, file, options with { Progress = (done, _) => { if (done > 10) throw new OperationCanceledException(); } }));
        change(folder);
        var result = CaseFile.Count(Plan, file, options);
        Assert.True(result.ResumedAtLine is null, what);
        Assert.Equal(File.ReadLines(file).Count() - 1, result.Counts.Cases);
    }

    private static CountResult Count(string file, int threads = 2, int pieceBytes = CsvPiece, string? badRows = null) =>
        CaseFile.Count(Plan, file, new CountOptions(null, [], threads) { PieceBytes = pieceBytes, BadRowsPath = badRows });

    private const int CsvPiece = 1 << 20;

    private static List<string> Answer(CountResult result) =>
        [.. result.Counts.All().Select(c => c.ToString()), .. result.BadRows.Select(b => b.ToString()), $"{result.Lines} {result.BadRowCount} {string.Join(' ', result.Counts.CasesIn)}"];

    private static void AssertCountsAre(List<Case> cases, CountResult result)
    {
        var width = Plan.Demands.Length;
        var verdicts = Verdicts.OfBits(Plan, cases);
        var expected = verdicts.Select((v, i) => (Demand: i % width, Verdict: v)).Where(v => v.Verdict != Verdict.None).CountBy(v => v).ToDictionary(v => v.Key, v => (long)v.Value);
        Assert.Equal(expected, result.Counts.All().ToDictionary(c => (c.Demand, c.First), c => c.Cases));
        var contradictions = Enumerable.Range(0, cases.Count).Where(i => verdicts[i * width] == Verdict.None).ToList();
        Assert.Equal(contradictions.Count, result.BadRowCount);
        Assert.Equal(cases.Count - contradictions.Count, result.Counts.Cases);
    }
}
