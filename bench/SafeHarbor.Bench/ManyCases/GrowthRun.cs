using System.Globalization;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Bench.ManyCases;

/// <summary>How the cost of a case grows: with the cases, with the questions asked, with the law (by jurisdiction), with unknown cells.</summary>
internal static class GrowthRun
{
    private const int Rows = 100 * CaseBlock.Capacity;
    private const int Seed = 7;

    public static void Run()
    {
        Console.WriteLine("| law | demands | cases | unknown cells | facts that matter | instructions | ns for each case |\n|---|---:|---:|---:|---:|---:|---:|");
        var some = BenchLaw.Cases(Rows, 0.1, Seed);
        foreach (var blocks in new[] { 1, 10, 100, 1000 })
            Line("US-KY", 22, Enumerable.Range(0, (blocks + 99) / 100).SelectMany(_ => some).Take(blocks * CaseBlock.Capacity), 0.1);
        foreach (var demands in new[] { 1, 2, 5, 11, 22 })
            Line("US-KY", demands, some, 0.1);
        foreach (var id in BenchLaw.Library.Jurisdictions.Select(j => j.Id))
            Line(id, 22, some, 0.1);
        foreach (var unknown in new[] { 0, 0.01, 0.1, 0.3, 0.6, 1 })
            Line("US-WA", 22, BenchLaw.Cases(Rows, unknown, Seed), unknown);
    }

    private static void Line(string id, int demands, IEnumerable<ValueSet[]> cases, double unknown)
    {
        var plan = CountPlan.Of([BenchLaw.Of(id)], [.. BenchLaw.Library.Demands.Take(demands)]);
        var program = BitCompiler.Compile(plan);
        var blocks = BenchLaw.Blocks(plan, cases);
        var rows = blocks.Sum(b => (long)b.Rows);
        var counter = new CaseCounter(plan, program);
        var time = Timing.NanosecondsPer(rows, () =>
        {
            foreach (var block in blocks)
                counter.Count(block, _ => { });
        }, rounds: 3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {id} | {demands} | {rows:N0} | {unknown:P0} | {plan.FactsThatMatter.Length} | {program.Ops.Length} | {time:0.00} |"));
    }
}
