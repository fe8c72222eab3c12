using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
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
        Console.WriteLine("| law | edits that changed an answer | read, bind and check, ms | compile and diagrams | each demand: covers | with examples | all demands together | all, median | 9 of 10 under |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var id in ids.Length > 0 ? ids : ["US-DE", "US-KY", "US-TX", "US-CT", "US-PA"])
            Line(id);
    }

    private static void Line(string id)
    {
        var reader = new LibraryReader(BenchLaw.Folder);
        var random = new Random(Seed);
        var files = Directory.EnumerateFiles(Path.Combine(BenchLaw.Folder, id), "*.law").Select(f => (File: Path.GetRelativePath(BenchLaw.Folder, f), Text: File.ReadAllText(f)))
            .Where(f => Words().IsMatch(f.Text)).OrderBy(f => f.File, StringComparer.Ordinal).ToList();
        var rows = new List<double[]>();
        var changed = 0;
        var unedited = Answer(reader.Read([id]).Library!, id, []);
        for (var edit = -20; edit < Edits;) // the first only warm up
        {
            var (file, text) = files[random.Next(files.Count)];
            var words = Words().Matches(text);
            var word = words[random.Next(words.Count)];
            reader.Hold(file, string.Concat(text.AsSpan(0, word.Index), Changed(word.Value), text.AsSpan(word.Index + word.Length)));
            var times = new List<double>();
            var (watch, library) = (Stopwatch.StartNew(), reader.Read([id]));
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (!library.Findings.Any(f => f.IsError))
            {
                var answer = Answer(library.Library!, id, times);
                if (edit++ >= 0)
                {
                    rows.Add([.. times, times.Sum() - times[2]]);
                    changed += answer == unedited ? 0 : 1;
                }
            }
            reader.Hold(file, null);
            reader.Read([id]);
        }
        string Median(int part) => rows.Select(r => r[part]).Order().ElementAt(rows.Count / 2).ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {id} | {changed} of {rows.Count} | {Median(0)} | {Median(1)} | {Median(2)} | {Median(3)} | {Median(4)} | {Median(5)} | {rows.Select(r => r[5]).Order().ElementAt(rows.Count * 9 / 10):0.0} |"));
    }

    /// <summary>All gaps, in short; the time of each part is added.</summary>
    private static string Answer(LawLibrary library, string id, List<double> times)
    {
        var watch = Stopwatch.StartNew();
        var law = ApplicableLaw.Of(library, new LawQuestion(id, new LocalDate(2026, 11, 24)));
        var finder = new GapFinder(new CompiledLaw(law));
        var demands = library.Demands.ToList();
        times.Add(watch.Elapsed.TotalMilliseconds);
        watch.Restart();
        var sentences = new TermWriter(finder.Diagrams, law.Vocabulary);
        foreach (var regions in demands.Select(finder.RegionsOf))
        {
            foreach (var set in new[] { regions.NotMet, regions.Arguable, regions.NotKnown })
                sentences.CoverOf(set, regions.Premise);
        }
        times.Add(watch.Elapsed.TotalMilliseconds); // for show: what follows does it again
        watch.Restart();
        var gaps = demands.Select(finder.Find).ToList();
        times.Add(watch.Elapsed.TotalMilliseconds);
        watch.Restart();
        finder.Together(demands);
        times.Add(watch.Elapsed.TotalMilliseconds);
        return string.Join(' ', gaps.Select(g => $"{g.Met} {string.Join(',', g.Parts.Select(p => p.Situations))}"));
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
