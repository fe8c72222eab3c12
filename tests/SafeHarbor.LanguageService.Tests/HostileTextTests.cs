using SafeHarbor.Law;
using SafeHarbor.Law.Syntax;
using Xunit;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>No text breaks the service; what is too large is said to be.</summary>
public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "", "\0", "\uD800", "\r", "bill", "bill US-KY", "bill US-KY \"", "and and and", "\"\"\"\"", "<<<>>>", "# only a comment",
        Kentucky.Section("    when " + new string('(', 10_000)),
        Kentucky.Section("    when " + new string('(', 10_000) + "age under 18" + new string(')', 10_000) + "\n    then police must not arrest the child"),
        Kentucky.Section("    when " + string.Concat(Enumerable.Repeat("not ", 10_000)) + "age under 18\n    then police must not arrest the child"),
        Kentucky.Section("    when " + string.Concat(Enumerable.Repeat("reading nonsense and ", 5_000)) + "age under 18"),
        Kentucky.Section("    then " + string.Concat(Enumerable.Repeat("police must and ", 5_000))),
        string.Concat(Enumerable.Repeat("bill US-KY \"same\"\n  from 2027-01-01\n", 700)),
        string.Concat(Enumerable.Repeat("repeal x\n", 2_900)),
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void EveryFeatureAnswers(string text)
    {
        var read = Kentucky.Draft(text);
        Assert.Equal(text, read.Tree.Source.Content);
        foreach (var place in new[] { -1, 0, 1, text.Length / 2, text.Length, text.Length + 1 })
        {
            _ = Completer.At(read, place, Kentucky.Today);
            _ = Hovers.At(read, place);
            _ = Definitions.At(read, place);
        }
        _ = Outline.Of(read.Tree);
        Assert.Equal(Formatter.Format(Formatter.Format(text)), Formatter.Format(text));
    }

    [Fact]
    public void BinaryIsAnsweredWithFindings()
    {
        var random = new Random(11);
        var bytes = new byte[20_000];
        random.NextBytes(bytes);
        Assert.Contains(Kentucky.Draft(System.Text.Encoding.Latin1.GetString(bytes)).Findings, f => f.IsError);
    }

    [Fact]
    public void NestingIsRefusedWhereItIsTooDeep() =>
        Assert.Contains(Kentucky.Draft(Kentucky.Section("    when " + new string('(', 10_000))).Findings, f => f.Kind.Id == "SH0106");

    [Fact]
    public void ATextOfTenMegabytesIsTooLarge()
    {
        var text = new string('x', 10 * 1024 * 1024);
        Assert.Contains("characters", DraftReader.TooLarge(text), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Kentucky.Draft(text));
        var path = Path.Combine(Path.GetTempPath(), "not-there.law");
        Assert.Contains(new LibraryWorkspace(Kentucky.Folder).Read(path, text).Findings, f => f.Kind.Id == "SH0003");
    }

    [Fact]
    public void ATextOfTooManyLinesIsTooLarge()
    {
        Assert.Contains("lines", DraftReader.TooLarge(new string('\n', DraftReader.MostLines)), StringComparison.Ordinal);
        Assert.Null(DraftReader.TooLarge(new string('\n', DraftReader.MostLines - 1)));
    }
}
