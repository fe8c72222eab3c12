using SafeHarbor.Law.Diagnostics;
using Xunit;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>After any edit the service answers what it would answer had it just been started.</summary>
public class IncrementalTests
{
    private const int Edits = 60;

    private static readonly string[] Pieces = ["and ", "or ", "\n", "(", ")", "\"", "when ", "then ", "third party is none", "age under 17", "police must not arrest the child", "#", " ", "x", "not ", "KRS 529.120(1)"];

    [Fact]
    public void AsFromScratchOnRandomEdits()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var kept = new LibraryWorkspace(Kentucky.Folder);
        var files = Directory.GetFiles(Path.Combine(Kentucky.Folder, "US-KY"), "*.law", SearchOption.AllDirectories);
        var texts = files.ToDictionary(f => f, File.ReadAllText);
        var answered = 0;
        for (var edit = 0; edit < Edits; edit++)
        {
            var file = files[random.Next(files.Length)];
            var text = texts[file] = Edited(texts[file], random);
            kept.Hold(file, text);
            var fresh = new LibraryWorkspace(Kentucky.Folder);
            foreach (var (other, content) in texts)
                fresh.Hold(other, content);
            Assert.Equal(Answer(fresh.Read(file, text), random.Next(text.Length), out var found), Answer(kept.Read(file, text), found.Place, out _));
            answered += found.Findings;
            if (random.Next(4) == 0)
            {
                texts[file] = File.ReadAllText(file);
                kept.Hold(file, null);
            }
        }
        Assert.True(answered > 0, "no edit was ever wrong, so nothing was compared");
    }

    private static string Edited(string text, Random random)
    {
        var at = random.Next(text.Length);
        var length = random.Next(3) == 0 ? random.Next(Math.Min(40, text.Length - at)) : 0;
        return string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(at + length));
    }

    private static string Answer(ReadText text, int place, out (int Findings, int Place) found)
    {
        found = (text.Findings.Length, place);
        return DiagnosticWriter.ToText(text.Findings)
            + string.Join('\n', text.Marks.Select(m => $"{m.Span.Start} {m.Span.Length} {m.Kind}"))
            + string.Join('\n', Completer.At(text, place, Kentucky.Today).Select(i => i.Label))
            + Hovers.At(text, place)?.Title
            + string.Join('\n', Outline.Of(text.Tree).Select(o => o.Name));
    }
}
