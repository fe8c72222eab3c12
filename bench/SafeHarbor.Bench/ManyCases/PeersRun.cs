using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using SafeHarbor.Bench.ManyCases.Peers;
using SafeHarbor.Cases;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Bench.ManyCases;

/// <summary>
/// The same law and cases through SafeHarbor and through others, in one run and on one core, for the machine is shared and only
/// ratios within a run mean much. What an engine answers is compared before it is timed.
/// </summary>
internal static class PeersRun
{
    private const int Rows = 500_000;
    private const int KnownRows = 20_000;
    private const int SlowRows = 2_000;
    private const int OneChildRows = 300;
    private const int Seed = 2016;
    private const double Unknown = 0.1;

    public static void Run(string[] arguments)
    {
        var id = arguments.FirstOrDefault() ?? "US-KY";
        var law = BenchLaw.Of(id);
        var plan = BenchLaw.Plan(id);
        var program = BitCompiler.Compile(plan);
        Console.WriteLine($"{id}, {plan.Demands.Length} demands; made-up cases, seed {Seed}; the program: {program.Inputs.Length} columns of bits, {program.Ops.Length} instructions, {program.Registers} registers");
        using var table = new Results();
        Unknowns(plan, program, table);
        Known(law, plan, program, table);
    }

    /// <summary>Cases with unknown cells: only engines that treat them exactly.</summary>
    private static void Unknowns(CountPlan plan, BitProgram program, Results table)
    {
        var cases = BenchLaw.Cases(Rows, Unknown, Seed);
        var csv = Path.Combine(Path.GetTempPath(), $"safeharbor-bench-{Environment.ProcessId}.csv");
        var next = 0;
        CaseFileWriter.Write(csv, plan.Vocabulary, plan.Vocabulary.Facts, Rows, cells => cases[next++].CopyTo(cells));
        var bytes = File.ReadAllBytes(csv);
        table.Heading($"{Rows:N0} cases, {Unknown:P0} of cells unknown, in memory");
        var blocks = BenchLaw.Blocks(plan, cases);
        var counter = new CaseCounter(plan, program);
        var own = table.Add("SafeHarbor, bit columns", Timing.NanosecondsPer(Rows, () =>
        {
            foreach (var block in blocks)
                counter.Count(block, _ => { });
        }), null);
        var planes = new byte[(long)Rows * plan.FactsThatMatter.Sum(f => (plan.ClassesOf(f).Count + 7) / 8)];
        Random.Shared.NextBytes(planes); // memory that was never written is not read either
        table.Add($"(only adding up the same {planes.Length / Rows} bytes of each case)", Timing.NanosecondsPer(Rows, () => Sum(planes)), own);
        using (var duck = new DuckDbPeer(plan, csv))
        {
            Check("DuckDB", duck.CountTable(), (long)Rows * plan.Demands.Length);
            table.Add("DuckDB SQL, table in memory", Timing.NanosecondsPer(Rows, () => duck.CountTable(), rounds: 3), own);
            var evaluator = new CaseEvaluator(new CompiledLaw(plan.Laws[0]));
            var some = cases.Take(OneChildRows).Select(c => Case.Of(plan.Vocabulary, plan.Vocabulary.Facts.Select(f => (f, c[f.Index])))).ToList();
            table.Add("SafeHarbor, one child at a time", Timing.NanosecondsPer(OneChildRows, () => some.ForEach(c => plan.Demands.ToList().ForEach(d => evaluator.Of(c, d))), rounds: 2), own);

            table.Heading($"The same cases from a CSV file of {bytes.Length / 1e6:0} MB");
            var fromFile = table.Add("SafeHarbor, bit columns", Timing.NanosecondsPer(Rows, () => CaseFile.Count(plan, csv, new CountOptions(null, [], 1))), null);
            table.Add($"(only adding up its {bytes.Length / Rows} bytes for each case)", Timing.NanosecondsPer(Rows, () => Sum(bytes)), fromFile);
            Check("DuckDB", duck.CountFile(), (long)Rows * plan.Demands.Length);
            table.Add("DuckDB SQL", Timing.NanosecondsPer(Rows, () => duck.CountFile(), rounds: 3), fromFile);
            table.Add("(DuckDB only reading the file, a maximum of each column)", Timing.NanosecondsPer(Rows, () => duck.ReadFile(), rounds: 3), fromFile);
        }
        File.Delete(csv);
    }

    /// <summary>Cases in which all is known: what rule engines can answer.</summary>
    private static void Known(ApplicableLaw law, CountPlan plan, BitProgram program, Results table)
    {
        var drawn = BenchLaw.Cases(KnownRows, unknown: 0, Seed);
        var cases = drawn.Select(c => c.Select(v => v.First).ToArray()).ToList();
        var blocks = BenchLaw.Blocks(plan, drawn);
        var verdicts = new CaseVerdicts(plan, program);
        var expected = blocks.SelectMany(b => verdicts.Of(b).Chunk(plan.Demands.Length)).ToList();
        var rules = DemandRules.Of(law);
        table.Heading($"{KnownRows:N0} cases, all known ({SlowRows:N0} for engines that take longer), in memory");
        var counter = new CaseCounter(plan, program);
        var own = table.Add("SafeHarbor, bit columns", Timing.NanosecondsPer(KnownRows, () =>
        {
            foreach (var block in blocks)
                counter.Count(block, _ => { });
        }), null);
        var ifElse = IfElsePeer.Compile(rules);
        Compare("C# if/else", cases, expected, c => [.. ifElse.Select(f => f(c))]);
        var counts = new long[plan.Demands.Length, 32];
        table.Add("C# if/else, compiled", Timing.NanosecondsPer(KnownRows, () =>
        {
            foreach (var facts in cases)
            {
                for (var d = 0; d < ifElse.Length; d++)
                    counts[d, (int)ifElse[d](facts)]++;
            }
        }), own);
        var engine = new RulesEnginePeer(rules);
        var few = cases.Take(SlowRows).ToList();
        Compare("RulesEngine", few, expected, c => engine.Verdicts(new CaseInput(c)).GetAwaiter().GetResult());
        var inputs = few.Select(c => new CaseInput(c)).ToList();
        table.Add("Microsoft RulesEngine 6.0.1", Timing.NanosecondsPer(SlowRows, () => inputs.ForEach(i => engine.Verdicts(i).GetAwaiter().GetResult()), rounds: 3), own);
        foreach (var (name, nanoseconds, differences) in NodePeers.Run(rules, few, [.. expected.Take(SlowRows)]))
        {
            Check(name, differences, 0);
            table.Add(name, nanoseconds, own);
        }
    }

    private static void Compare(string name, List<int[]> cases, List<Verdict[]> expected, Func<int[], Verdict[]> verdicts)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            if (!verdicts(cases[i]).SequenceEqual(expected[i]))
                throw new InvalidOperationException($"{name} answers otherwise than SafeHarbor on case {i}");
        }
    }

    private static void Check(string name, long got, long expected)
    {
        if (got != expected)
            throw new InvalidOperationException($"{name}: {got}, where {expected} was expected");
    }

    /// <summary>Adds up all bytes, eight at a time and as many side by side as the processor can: what memory allows at the most.</summary>
    private static ulong Sum(byte[] bytes)
    {
        var words = MemoryMarshal.Cast<byte, Vector<ulong>>(bytes.AsSpan());
        Vector<ulong> a = default, b = default, c = default, d = default;
        for (var i = 0; i + 4 <= words.Length; i += 4)
        {
            a += words[i];
            b += words[i + 1];
            c += words[i + 2];
            d += words[i + 3];
        }
        return Vector.Sum(a + b + c + d);
    }

    /// <summary>Lines of a Markdown table, written as they come.</summary>
    private sealed class Results : IDisposable
    {
        public void Heading(string text) => Console.WriteLine($"\n{text}:\n\n| engine | ns for each case | times SafeHarbor's |\n|---|---:|---:|");

        public double Add(string name, double nanoseconds, double? own)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {nanoseconds:#,0.##} | {(own is { } o ? (nanoseconds / o).ToString(nanoseconds < 10 * o ? "0.0##" : "#,0", CultureInfo.InvariantCulture) : "1")} |"));
            return nanoseconds;
        }

        public void Dispose() => Console.WriteLine();
    }
}
