using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>
/// An editor's question: one word of one file of a jurisdiction is changed, and all gaps are asked for anew. In one process that
/// keeps what did not change; the median over many edits, each of another word.
/// </summary>
internal static partial class EditRun
{
    private const int Edits = 60;
    private const int Seed = 2016;

    public static void Run(string[] ids)
    {
        Console.WriteLine("| law | lists remembered | edits that changed an answer | lines | read, bind and check, ms | compile and diagrams | each demand | all demands together | all, median | 9 of 10 under | where an answer changed, median | processor time, median | processor time where an answer changed, median |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var id in ids.Length > 0 ? ids : ["US-DE", "US-KY", "US-TX", "US-CT", "US-PA"])
        {
            Line(id, memory: null);
            Line(id, new CoverMemory());
        }
    }

    private static void Line(string id, CoverMemory? memory)
    {
        var reader = new LibraryReader(BenchLaw.Folder);
        var random = new Random(Seed);
        var files = Directory.EnumerateFiles(Path.Combine(BenchLaw.Folder, id), "*.law").Select(f => (File: Path.GetRelativePath(BenchLaw.Folder, f), Text: File.ReadAllText(f)))
            .Where(f => Words().IsMatch(f.Text)).OrderBy(f => f.File, StringComparer.Ordinal).ToList();
        var rows = new List<double[]>();
        var changed = new List<(double Wall, double Processor)>();
        var unedited = Answer(reader.Read([id]).Library!, id, memory, []);
        for (var edit = -20; edit < Edits;) // the first only warm up
        {
            var (file, text) = files[random.Next(files.Count)];
            var words = Words().Matches(text);
            var word = words[random.Next(words.Count)];
            reader.Hold(file, string.Concat(text.AsSpan(0, word.Index), Changed(word.Value), text.AsSpan(word.Index + word.Length)));
            var times = new List<double>();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var (watch, library) = (Stopwatch.StartNew(), reader.Read([id]));
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (!library.Findings.Any(f => f.IsError))
            {
                var answer = Answer(library.Library!, id, memory, times);
                if (edit++ >= 0)
                {
                    rows.Add([.. times, times.Sum(), (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds]);
                    if (answer.InShort != unedited.InShort)
                        changed.Add((times.Sum(), rows[^1][^1]));
                }
            }
            // The next edit is of the law as it stands, which has been answered then: as when one opens it and changes a word.
            reader.Hold(file, null);
            var restored = reader.Read([id]);
            if (memory is not null)
                Answer(restored.Library!, id, memory, []);
        }
        string Median(int part) => rows.Select(r => r[part]).Order().ElementAt(rows.Count / 2).ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {id} | {(memory is null ? "no" : "yes")} | {changed.Count} of {rows.Count} | {unedited.Lines} | {Median(0)} | {Median(1)} | {Median(2)} | {Median(3)} | {Median(4)} | {rows.Select(r => r[4]).Order().ElementAt(rows.Count * 9 / 10):0.0} | {changed.Select(c => c.Wall).Order().ElementAtOrDefault(changed.Count / 2):0.0} | {Median(5)} | {changed.Select(c => c.Processor).Order().ElementAtOrDefault(changed.Count / 2):0.0} |"));
    }

    /// <summary>All gaps, in short, and how many lines tell them together; the time of each part is added.</summary>
    private static (string InShort, int Lines) Answer(LawLibrary library, string id, CoverMemory? memory, List<double> times)
    {
        var watch = Stopwatch.StartNew();
        var law = ApplicableLaw.Of(library, new LawQuestion(id, new LocalDate(2026, 11, 24)));
        var finder = new GapFinder(new CompiledLaw(law), memory: memory);
        var demands = library.Demands.ToList();
        times.Add(watch.Elapsed.TotalMilliseconds);
        watch.Restart();
        var gaps = demands.Select(finder.Find).ToList();
        times.Add(watch.Elapsed.TotalMilliseconds);
        watch.Restart();
        var together = finder.Together(demands);
        times.Add(watch.Elapsed.TotalMilliseconds);
        return (string.Join(' ', gaps.Select(g => $"{g.Met} {string.Join(',', g.Parts.Select(p => p.Situations))}")), together.Sum(t => t.Lines.Length));
    }

    private static string Changed(string word) => word switch
    {
        " must " => " may ",
        " may " => " must ",
        " under 18" => " under 17",
        " is " => " is not ",
        _ => throw new UnreachableException(word),
    };

    /// <summary>Words of conditions and effects that have an opposite.</summary>
    [GeneratedRegex(@"(?<=\n +(?:when|then|and|unless|could say) [^\n""]*)(?: must (?!not)| may | under 18| is (?!not|a |an ))")]
    private static partial Regex Words();
}
