using System.Diagnostics;
using System.Globalization;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>What it costs to find the smallest reforms of every demand that has a gap, with all other jurisdictions' rules to adopt from.</summary>
internal static class ReformRun
{
    public static void Run(string[] ids)
    {
        Console.WriteLine("| law | demands with a gap | edits weighed | steps | proved cheapest | weight of the cheapest, in sum | ms | the slowest, ms | which |\n|---|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var id in ids.Length > 0 ? ids : BenchLaw.Library.Jurisdictions.Select(j => j.Id))
        {
            var law = BenchLaw.Of(id);
            var search = new ReformSearch(law, BenchLaw.Library.OthersThan(law.Jurisdiction).Select(j => BenchLaw.Of(j.Id)));
            var finder = new GapFinder(new CompiledLaw(law));
            var results = law.Library.Demands.Where(d => finder.RegionsOf(d) is var r && (r.NotMet != Diagram.False || r.Arguable != Diagram.False)).Select(d =>
            {
                var watch = Stopwatch.StartNew();
                return (Result: search.Find([d]), watch.Elapsed.TotalMilliseconds);
            }).ToList();
            var (slowest, most) = results.MaxBy(r => r.TotalMilliseconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {id} | {results.Count} | {results.Sum(r => r.Result.Edits.Length):#,0} | {results.Sum(r => r.Result.Steps):#,0} | {results.Count(r => r.Result.IsCheapestProved)} | {results.Sum(r => r.Result.Proposals.IsEmpty ? 0 : r.Result.Proposals[0].Cost)} | {results.Sum(r => r.TotalMilliseconds):#,0} | {most:#,0} | {slowest.Demands[0].Id} |"));
        }
    }
}
