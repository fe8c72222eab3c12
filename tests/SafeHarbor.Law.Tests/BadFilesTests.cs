using SafeHarbor.Law.Diagnostics;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>Files and folders that cannot be read: each has its own message, and nothing is thrown.</summary>
public class BadFilesTests
{
    [Fact]
    public void AMissingFolderSaysWhichFolderToGive()
    {
        var (library, findings) = LibraryReader.Read("/nowhere/at/all");
        Assert.Null(library);
        Assert.Equal("error SH0001: the library folder `/nowhere/at/all` is not there\n        help: give the folder that holds `vocabulary.law` after `--library`\n", DiagnosticWriter.ToText(findings));
    }

    [Fact]
    public void AHalfWrittenLibrarySaysWhatIsMissing()
    {
        using var library = new TestLibrary();
        File.Delete(Path.Combine(library.Root, "vocabulary.law"));
        Assert.Equal("error SH0001: the file `law/vocabulary.law` is not there\n        help: put it back: it declares the words of the library\n", library.Errors());
    }

    [Fact]
    public void ALibraryWithoutAFrameworkSaysSo()
    {
        using var library = new TestLibrary();
        Directory.Delete(Path.Combine(library.Root, "frameworks"), recursive: true);
        Assert.Contains("holds no framework", library.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileIsToldFromOneThatIsNotText()
    {
        using var library = new TestLibrary();
        library.Write("US-XX/empty.law", " \n");
        File.WriteAllBytes(Path.Combine(library.Root, "US-XX/binary.law"), [0x7F, 0x45, 0x4C, 0x46, 0x00, 0xFF]);
        Assert.Equal("""
            error SH0002: the file `law/US-XX/binary.law` is not text
                    help: a file of law is plain text in UTF-8
            error SH0004: the file `law/US-XX/empty.law` is empty
                    help: delete it, or write the law into it

            """.ReplaceLineEndings("\n"), library.Errors());
    }

    [Fact]
    public void AFileOf50MegabytesIsRefusedUnread()
    {
        using var library = new TestLibrary();
        using (var file = File.Create(Path.Combine(library.Root, "US-XX/huge.law")))
            file.SetLength(50 * 1024 * 1024);
        Assert.Equal("error SH0003: the file `law/US-XX/huge.law` has 50 MB, more than 4 MB\n        help: a file of law holds far less; if it is law, divide it into files by subject\n", library.Errors());
    }

    [Fact]
    public void AnUnknownJurisdictionIsToldWithTheNearestOne()
    {
        using var library = new TestLibrary();
        var (_, findings) = LibraryReader.Read(library.Root, ["US-XY"]);
        Assert.Contains("did you mean `US-XX`?", DiagnosticWriter.ToText(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void AnInvisibleCharacterIsNamed()
    {
        using var library = new TestLibrary(TestLibrary.Provision("  when age\u200B under 18\n  then the child is a victim"));
        Assert.Contains("an invisible character, U+200B, stands here", library.Errors(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agee is 12", "unknown fact `agee`")]
    [InlineData("age is 99", "`99` is outside the fact `age`")]
    [InlineData("third party is caregiver, third party is nobody", "the fact `third party is` is given twice, and no value fits both")]
    [InlineData("third party", "the fact `third party` has no value here")]
    public void FactsGivenThatCannotBeReadSayWhy(string given, string message)
    {
        using var library = new TestLibrary();
        var (_, findings) = CaseReader.Read(library.Read().Library!.Vocabulary, given);
        Assert.Contains(message, findings.Select(f => f.Message));
    }

    [Theory]
    [InlineData("third party is none", "third party")]
    [InlineData("third party is caregiver", "third party is")]
    [InlineData("third party is partner or peer", "third party is")]
    [InlineData("means is force fraud or coercion", "means")]
    [InlineData("the child is 15", "age")]
    [InlineData("an officer posed as the child", "decoy")]
    public void FactsAreGivenByNameOrByPhrase(string given, string fact)
    {
        using var library = new TestLibrary();
        var (facts, findings) = CaseReader.Read(library.Read().Library!.Vocabulary, given);
        Assert.Empty(findings);
        Assert.Equal(fact, Assert.Single(facts).Fact.Name);
    }
}
