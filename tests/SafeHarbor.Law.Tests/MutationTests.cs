using System.Text;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>Broken input of every kind: nothing is thrown, nothing hangs, memory stays bounded, and formatting settles.</summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int Inputs = 200_000;
    private const int VocabularyInputs = 4_000;
    private const int Seed = 529_120;

    [Fact]
    public void TwoHundredThousandMutatedFilesOfLawAreReadWithoutACrash()
    {
        var random = new Random(Seed);
        var (words, demands) = RealWords();
        var seeds = Pieces();
        long findings = 0, clean = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var text = Mutate(seeds[random.Next(seeds.Count)], seeds, random);
            var bag = new DiagnosticBag();
            var tree = LawParser.Parse(new SourceText("mutated", text), bag);
            _ = new JurisdictionBinder(words, demands, bag).Bind("US-XX", [tree]);
            var all = bag.ToImmutable();
            Assert.True(all.Length <= DiagnosticBag.MostPerFile, $"findings are capped, input {i}");
            _ = DiagnosticWriter.ToText(all.Take(5));
            findings += all.Length;
            clean += all.IsEmpty ? 1 : 0;
            var formatted = Formatter.Format(tree);
            if (i % 10 == 0)
                Assert.True(formatted == Formatter.Format(formatted), $"formatting twice changes nothing more, input {i}:\n{text}");
        }
        output.WriteLine($"{Inputs} mutated inputs, seed {Seed}: {findings} findings, {clean} inputs without any, no crash");
    }

    [Fact]
    public void MutatedVocabulariesAreReadWithoutACrash()
    {
        var random = new Random(Seed);
        string[] seeds = [TestLibrary.Vocabulary, TestLibrary.Framework];
        for (var i = 0; i < VocabularyInputs; i++)
        {
            var bag = new DiagnosticBag();
            var tree = LawParser.Parse(new SourceText("mutated", Mutate(TestLibrary.Vocabulary, seeds, random)), bag);
            var words = new VocabularyBinder(bag).Bind(tree);
            _ = new FrameworkBinder(words, bag).Bind(LawParser.Parse(new SourceText("mutated", Mutate(TestLibrary.Framework, seeds, random)), bag));
            _ = bag.ToImmutable();
        }
        output.WriteLine($"{VocabularyInputs} mutated vocabularies and frameworks, seed {Seed}: no crash");
    }

    [Fact]
    public void ParsingAfterFormattingGivesTheSameModel()
    {
        var (words, demands) = RealWords();
        foreach (var id in LibraryReader.Ids(RealLaw.Root))
        {
            var texts = Directory.EnumerateFiles(Path.Combine(RealLaw.Root, id), "*.law", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
            Jurisdiction Bind(IEnumerable<string> files)
            {
                var bag = new DiagnosticBag();
                return new JurisdictionBinder(words, demands, bag).Bind(id, [.. files.Select(f => LawParser.Parse(new SourceText("f", f), bag))]);
            }
            // Spoilt layout first, so that the formatter has something to do.
            var spoilt = texts.Select(t => t.Replace("\n  ", "\n \t ", StringComparison.Ordinal).Replace(" and ", "   and  ", StringComparison.Ordinal)).ToList();
            Assert.Equal(ModelText.Of(Bind(spoilt)), ModelText.Of(Bind(spoilt.Select(Formatter.Format))));
        }
    }

    private static (Words Words, List<string> Demands) RealWords()
    {
        var bag = new DiagnosticBag();
        var words = new VocabularyBinder(bag).Bind(LawParser.Parse(new SourceText("v", File.ReadAllText(Path.Combine(RealLaw.Root, "vocabulary.law"))), bag));
        Assert.Empty(bag.ToImmutable());
        return (words, ["R4.victim", "R3.arrest"]);
    }

    /// <summary>Entries of the real law, each a text of its own.</summary>
    private static List<string> Pieces() =>
        [.. Directory.EnumerateFiles(RealLaw.Root, "*.law", SearchOption.AllDirectories).Where(f => !f.Contains("vocabulary", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(f => File.ReadAllText(f).Split("\n\n").Chunk(4).Select(c => string.Join("\n\n", c))).Where(p => p.Length is > 40 and < 1500)];

    private static string Mutate(string text, IReadOnlyList<string> others, Random random)
    {
        var result = new StringBuilder(text);
        for (var n = random.Next(1, 6); n > 0; n--)
            MutateOnce(result, others, random);
        return result.ToString();
    }

    private static void MutateOnce(StringBuilder text, IReadOnlyList<string> others, Random random)
    {
        string[] splinters = ["(", ")", "((((((((((", "\"", "<", ">", "#", ",", ":", "\n", "\r", "\0", "\u200B", "\uD800", "é", " and ", " or ", " not ", "when ", "then ", "provision ", "reading ", "is ", "is is ", "{value}", "999999999999", "could say ", "\t", "in force from ", "because ", "\u2028", new string('x', 300)];
        var at = text.Length == 0 ? 0 : random.Next(text.Length);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        switch (random.Next(7))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, splinters[random.Next(splinters.Length)]);
                break;
            case 2:
                text.Insert(at, text.ToString(at, length));
                break;
            case 3:
                text.Length = at; // cut off
                break;
            case 4 when text.Length > 0:
                text[at] = (char)random.Next(1, 0x3000);
                break;
            case 5:
                var other = others[random.Next(others.Count)];
                text.Insert(at, other.AsSpan(random.Next(other.Length))[..Math.Min(200, 1)].ToString() + other[..Math.Min(other.Length, random.Next(200))]);
                break;
            default:
                var lines = text.ToString().Split('\n');
                (lines[^1], lines[random.Next(lines.Length)]) = (lines[random.Next(lines.Length)], lines[^1]);
                text.Clear().Append(string.Join('\n', lines));
                break;
        }
    }
}
