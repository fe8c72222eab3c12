using System.Text.RegularExpressions;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>How the library speaks of a child: as a child and a victim, also where an old statute used other words.</summary>
public partial class PlainWordsTests(ITestOutputHelper output)
{
    [Fact]
    public void NoFileOfTheLibraryCallsAChildAProstitute()
    {
        var lines = 0;
        foreach (var file in Directory.EnumerateFiles(RealLaw.Root, "*.law", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // A second reading is kept as it was given; an address is not ours.
            if (Path.GetFileName(file) == "second-reading.law")
                continue;
            foreach (var (line, number) in File.ReadLines(file).Select((l, i) => (Address().Replace(l, ""), i + 1)))
            {
                lines++;
                Assert.False(Words().IsMatch(line), $"{Path.GetRelativePath(RealLaw.Root, file)}:{number}: {line.Trim()}");
            }
        }
        output.WriteLine($"{lines} lines");
        Assert.True(lines > 10_000);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(child|children|minor|minors|juvenile) prostitut|\b(prostitutes?|prostituting) (a |the )?(child|children|minors?|themselves)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
