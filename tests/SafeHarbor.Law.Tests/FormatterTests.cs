using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;
using Xunit;

namespace SafeHarbor.Law.Tests;

public class FormatterTests
{
    [Fact]
    public void IndentationAndBlanksAreSetAndCommentsKept()
    {
        const string Written = "# about it\nprovision  Code 1(a)   \"H\"\n\n\n      topic core offence # why\n when  ( age under 18   or decoy is yes )\nand third party is   none\n   # a remark\nthen police must not arrest the child\nparty police\n";
        const string Expected = """
            # about it
            provision Code 1(a) "H"

              topic core offence  # why
              when (age under 18 or decoy is yes)
               and third party is none
              # a remark
              then police must not arrest the child

            party police

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Formatter.Format(Written));
    }

    [Fact]
    public void FreeTextAndCitationsAreKeptWordForWord()
    {
        const string Text = "scenario \"s\"\n  expect the child is a victim: no because  22-2701(d)(1) bars, \"only\": prosecution\n\nprovision Va. Code 63.2-100 (abused child)(7)\n";
        Assert.Contains("because 22-2701(d)(1) bars, \"only\": prosecution", Formatter.Format(Text), StringComparison.Ordinal);
        Assert.Contains("provision Va. Code 63.2-100 (abused child)(7)", Formatter.Format(Text), StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenLinesAreLeftAsTheyAre() => Assert.Equal("provision x\n  wen  age  under 18\n", Formatter.Format("provision x\n  wen  age  under 18\n"));

    [Fact]
    public void WindowsLineEndsBecomePlainOnes() => Assert.Equal("party police\n", Formatter.Format("party police\r\n"));

    public static TheoryData<string> RealFiles => [.. Directory.EnumerateFiles(RealLaw.Root, "*.law", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(RealLaw.Root, f))];

    [Theory, MemberData(nameof(RealFiles))]
    public void ARealFileIsInItsLayoutAndFormattingItChangesNothing(string file)
    {
        var text = File.ReadAllText(Path.Combine(RealLaw.Root, file));
        Assert.Equal(text, Formatter.Format(text));
    }

    [Fact]
    public void TheTreeKeepsEveryCharacter()
    {
        foreach (var file in Directory.EnumerateFiles(RealLaw.Root, "*.law", SearchOption.AllDirectories))
        {
            var source = new SourceText(file, File.ReadAllText(file));
            var tree = LawParser.Parse(source, new DiagnosticBag());
            Assert.Equal(source.Content.TrimEnd('\n'), string.Join('\n', tree.Lines.Select(l => source[l.Span])).TrimEnd('\n'));
            Assert.Equal(tree.Lines.Count(l => !l.Tokens.IsEmpty), tree.Entries.SelectMany(e => e.Body.Prepend(e.Head)).Concat(tree.Strays).Sum(s => s.Lines.Length));
        }
    }
}
