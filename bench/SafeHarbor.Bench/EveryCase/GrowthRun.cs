using System.Diagnostics;
using System.Globalization;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>
/// How the cost of all gaps grows with the law: the largest real one, and real laws put together to 2, 4, 8 and 16 times its rules.
/// Side by side each keeps its own gaps, so there are more of them; enacted by one state they close each other's.
/// </summary>
internal static class GrowthRun
{
    public static void Run(string[] arguments)
    {
        var laws = BenchLaw.Library.Jurisdictions.Where(j => j.Within is not null && !BenchLaw.Library.IsLocal(j)).Select(j => BenchLaw.Of(j.Id)).ToList();
        // `one`: as if one state had enacted all. `last`: side by side, the place asked last. Then numbers: times the largest.
        var (sideBySide, placeFirst) = (!arguments.Contains("one"), !arguments.Contains("last"));
        var sizes = arguments.Where(a => int.TryParse(a, out _)).Select(int.Parse).DefaultIfEmpty().ToArray();
        var largest = laws.Max(l => l.Rules.Length);
        Console.WriteLine("| times the largest | states | rules | readings | unread | formulas | nodes, as they stand | nodes of the gaps | lines | compile and diagrams, ms | by verdict, ms | covers, ms | with examples, ms | together, ms |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var times in (int[])[1, .. sizes is [0] ? [1, 2, 4, 8, 16] : sizes]) // the first only warms up
        {
            var (law, states) = JoinedLaw.OfAtLeast(laws, times * largest, sideBySide, placeFirst);
            Line(law, states, (double)law.Rules.Length / largest);
        }
    }

    private static void Line(ApplicableLaw law, int states, double times)
    {
        var demands = law.Library.Demands.ToList();
        CompiledLaw compiled = null!;
        GapFinder finder = null!;
        List<Regions> regions = null!;
        var compile = Milliseconds(() => finder = new GapFinder(compiled = new CompiledLaw(law)));
        var byVerdict = Milliseconds(() => regions = [.. demands.Select(finder.RegionsOf)]);
        var wanted = finder.Diagrams.Manager.NodeCount([.. demands.Select(d => finder.Diagrams.Of(compiled.Holds(d.Expected)))]);
        var nodes = finder.Diagrams.Manager.NodeCount([.. regions.SelectMany(r => r.All).Select(r => r.Set)]);
        var sentences = new TermWriter(finder.Diagrams, law.Vocabulary);
        var covers = Milliseconds(() => regions.ForEach(r => new[] { r.NotMet, r.Arguable, r.NotKnown }.ToList().ForEach(s => sentences.CoverOf(s, r.Premise))));
        List<DemandGap> gaps = null!;
        var examples = Milliseconds(() => gaps = [.. demands.Select(finder.Find)]);
        var together = Milliseconds(() => finder.Together(demands));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {times:0.0} | {states} | {law.Rules.Length} | {law.Readings.Length} | {law.UnreadRules.Length} | {compiled.Formulas.Count:#,0} | {wanted:#,0} | {nodes:#,0} | {gaps.Sum(g => g.Parts.Sum(p => p.Lines.Length))} | {compile:0.0} | {byVerdict:0.0} | {covers:0.0} | {examples:0.0} | {together:0.0} |"));
    }

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
