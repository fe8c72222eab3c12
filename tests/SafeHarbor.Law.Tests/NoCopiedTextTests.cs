using System.Text.RegularExpressions;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>
/// The library paraphrases: no statutory sentence is copied. Every phrase in quotation marks is held against the texts of
/// statutes that lie beside the project, where they do; elsewhere there is nothing to hold it against, and that is said.
/// </summary>
public partial class NoCopiedTextTests(ITestOutputHelper output)
{
    /// <summary>So many words in a row are no accident.</summary>
    private const int LongRun = 12;

    [Fact]
    public void NoNoteHeadingOrReadingRepeatsALongRunOfAStatute()
    {
        var statutes = Path.GetFullPath(Path.Combine(RealLaw.Root, "..", "..", "shared", "statutes"));
        if (!Directory.Exists(statutes))
        {
            output.WriteLine("no texts of statutes lie beside the project: nothing to compare with");
            return;
        }
        var runs = Directory.EnumerateFiles(statutes, "*.md", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "README.md")
            .SelectMany(f => Runs(File.ReadAllText(f))).ToHashSet();
        var phrases = 0;
        var copied = new List<string>();
        foreach (var file in Directory.EnumerateFiles(RealLaw.Root, "*.law", SearchOption.AllDirectories))
        {
            foreach (Match phrase in Quoted().Matches(File.ReadAllText(file)))
            {
                phrases++;
                if (Runs(phrase.Value).Any(runs.Contains))
                    copied.Add($"{Path.GetRelativePath(RealLaw.Root, file)}: {phrase.Value}");
            }
        }
        output.WriteLine($"{phrases} phrases of the library compared with {runs.Count} runs of {LongRun} words of statutes: {copied.Count} copied");
        Assert.True(copied.Count == 0, string.Join('\n', copied.Take(10)));
        Assert.True(phrases > 1000 && runs.Count > 100_000);
    }

    [Fact]
    public void ACopiedSentenceWouldBeFound() =>
        Assert.Contains(Runs("a person commits the offence if the person knowingly recruits, entices or harbors a child").First(), Runs("Whoever: A person commits the offence if the person knowingly recruits, entices, or harbors a child."));

    /// <summary>Every run of so many words, by a hash; case and marks do not matter.</summary>
    private static IEnumerable<ulong> Runs(string text)
    {
        var words = Word().Matches(text).Select(w => w.Value.ToUpperInvariant()).ToArray();
        for (var i = 0; i + LongRun <= words.Length; i++)
            yield return Hash(string.Join(' ', words, i, LongRun));
    }

    /// <summary>FNV-1a in 64 bits: among millions of runs no two different ones are likely to meet.</summary>
    private static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, c) => unchecked((hash ^ c) * 1099511628211UL));

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
