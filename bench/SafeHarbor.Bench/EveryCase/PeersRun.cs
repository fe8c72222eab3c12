using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Bench.EveryCase.Peers;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>
/// The gap of one demand in one law through SafeHarbor, Z3 and clingo, in one run: not met, arguable and not known, one after
/// another. The sets are compared before anything is timed: with Z3's as sets, with clingo's by their number.
/// </summary>
internal static class PeersRun
{
    private static readonly string[] Jurisdictions = ["US-DE", "US-KY", "US-TX"];
    private static readonly string[] Demands = ["R4.victim", "R3.arrest", "R2.report", "R2.response", "R3.relief.other"];
    private static readonly LocalDate[] Days = [new(2026, 11, 24), new(2016, 11, 15)];
    private static readonly LocalDate[] Today = [new(2026, 11, 24)];
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    public static void Run(string[] arguments)
    {
        Console.WriteLine($"One verdict after another; a solver gets {AtMost.TotalSeconds:0} s for each, and goes no further where they do not do.\n");
        Console.WriteLine("| law | day | demand | facts | situations of the gap | lines | first list, ms | shortest, ms | with examples, ms | Z3, ms | times our first | times our shortest | Z3's boxes | clingo, ms | times our shortest |\n|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        // `all`: every law of the library as it stands today, and the sum of each.
        var all = arguments is ["all", ..];
        var ids = arguments switch
        {
            [] => Jurisdictions,
            ["all"] => [.. BenchLaw.Library.Jurisdictions.Select(j => j.Id)],
            ["all", .. var some] => some,
            _ => arguments,
        };
        var sums = new List<string>();
        // Until the compiler has made its best of it.
        var (warm, warmUp) = (BenchLaw.Of("US-DC"), System.Diagnostics.Stopwatch.StartNew());
        while (warmUp.Elapsed.TotalSeconds < 5)
        {
            foreach (var demand in Demands.Select(id => BenchLaw.Library.Demands.First(d => d.Id == id)))
            {
                Cover(warm, demand, PrimeCover.Budget);
                new GapFinder(new CompiledLaw(warm), [demand]).Find(demand);
            }
        }
        foreach (var id in ids)
        {
            var rows = (all ? Today : Days).SelectMany(day => Demands.Select(demand =>
                Line(ApplicableLaw.Of(BenchLaw.Library, new LawQuestion(id, day)), BenchLaw.Library.Demands.First(d => d.Id == demand), quick: all))).ToList();
            sums.Add(Sum(id, rows));
        }
        Console.WriteLine("\n| law | gaps | lines | first lists, ms | shortest, ms | Z3, ms | times our first | times our shortest | least of one gap, first | which | gaps under 100 times | clingo, ms | times our shortest |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---|---:|---:|");
        sums.ForEach(Console.WriteLine);
    }

    private sealed record Row(string Demand, int Lines, double First, double Shortest, Times Z3, Times Clingo);

    private static Row Line(ApplicableLaw law, Demand demand, bool quick)
    {
        var finder = new GapFinder(new CompiledLaw(law));
        var (regions, sentences) = (finder.RegionsOf(demand), new TermWriter(finder.Diagrams, law.Vocabulary));
        var facts = FactsThatMatter(law, demand);
        var text = new VerdictText(law, demand, finder.Diagrams, facts);
        var (z3, clingo) = (new Z3Peer(text, AtMost), new ClingoPeer(text, AtMost));
        var (situations, lines, boxes) = (BigInteger.Zero, 0, 0);
        var (ofZ3, ofClingo) = (new Times(), new Times());
        foreach (var (verdict, region) in text.Regions)
        {
            var cover = sentences.CoverOf(regions.Of(verdict), regions.Premise).Terms.Select(t => t.Term.Values.ToArray()).ToList();
            lines += cover.Count;
            var count = CountClasses(finder.Diagrams, regions.Of(verdict), facts);
            situations += count;
            var found = ofZ3.RanOut ? null : ofZ3.Take(z3.AllOf(region, out var took), took);
            if (found is not null && !z3.AreSame(cover, found))
                throw new InvalidOperationException($"Z3 finds another set than SafeHarbor: {law.Jurisdiction.Id} {demand.Id} {verdict}");
            boxes += found?.Count ?? 0;
            if ((ofClingo.RanOut ? null : ofClingo.Take(clingo.CountOf(region, out took), took)) is { } number && number != count)
                throw new InvalidOperationException($"clingo counts {number} situations and SafeHarbor {count}: {law.Jurisdiction.Id} {demand.Id} {verdict}");
        }
        double Milliseconds(Action work) => (quick ? Timing.NanosecondsPer(1, work, rounds: 5, atLeastSeconds: 0.03, warmSeconds: 0.15) : Timing.NanosecondsPer(1, work)) / 1e6;
        var first = Milliseconds(() => Cover(law, demand, effort: 0));
        var ours = Milliseconds(() => Cover(law, demand, PrimeCover.Budget));
        var withExamples = Milliseconds(() => new GapFinder(new CompiledLaw(law), [demand]).Find(demand));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {law.Jurisdiction.Id} | {LocalDatePattern.Iso.Format(law.On)} | {demand.Id} | {facts.Count} | {situations:#,0} | {lines} | {first:0.00} | {ours:0.00} | {withExamples:0.00} | {ofZ3} | {ofZ3.Over(first)} | {ofZ3.Over(ours)} | {boxes} | {ofClingo} | {ofClingo.Over(ours)} |"));
        return new Row(demand.Id, lines, first, ours, ofZ3, ofClingo);
    }

    private static string Sum(string id, List<Row> rows)
    {
        var (first, shortest) = (rows.Sum(r => r.First), rows.Sum(r => r.Shortest));
        var (z3, clingo) = (Times.Sum(rows.Select(r => r.Z3)), Times.Sum(rows.Select(r => r.Clingo)));
        var least = rows.MinBy(r => r.Z3.Milliseconds / r.First)!;
        var under = rows.Where(r => !r.Z3.RanOut && r.Z3.Milliseconds < 100 * r.First).Select(r => r.Demand).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {id} | {rows.Count} | {rows.Sum(r => r.Lines)} | {first:0.00} | {shortest:0.00} | {z3} | {z3.Over(first)} | {z3.Over(shortest)} | {least.Z3.Over(least.First)} | {least.Demand} | {(under.Count == 0 ? "none" : string.Join(", ", under))} | {clingo} | {clingo.Over(shortest)} |");
    }

    /// <summary>All that is needed for the cover: the law compiled, its diagrams, the regions, the lines. Without effort the first list is taken: prime and irredundant, which is what the solver gives too.</summary>
    private static void Cover(ApplicableLaw law, Demand demand, int effort)
    {
        var finder = new GapFinder(new CompiledLaw(law), [demand]);
        var (regions, sentences) = (finder.RegionsOf(demand), new TermWriter(finder.Diagrams, law.Vocabulary));
        foreach (var set in new[] { regions.NotMet, regions.Arguable, regions.NotKnown })
            sentences.CoverOf(set, regions.Premise, effort);
    }

    private static List<Fact> FactsThatMatter(ApplicableLaw law, Demand demand)
    {
        var compiled = new CompiledLaw(law);
        var cone = compiled.Formulas.Cone(compiled.Possible, compiled.FactsOnly(demand.Premise), compiled.Holds(demand.Expected));
        var matters = cone.Select(compiled.Formulas.NodeAt).Where(n => n.Kind == FormulaKind.Fact).Select(n => n.Left).ToHashSet();
        return [.. law.Vocabulary.Facts.Where(f => matters.Contains(f.Index))];
    }

    /// <summary>How many situations a set has, counting value classes, and other facts not at all.</summary>
    private static BigInteger CountClasses(LawDiagrams diagrams, Diagram set, List<Fact> facts)
    {
        var counted = facts.ToDictionary(f => f.Index, f => Enumerable.Repeat(1, diagrams.ClassesOf(f).Count).ToArray());
        return diagrams.Manager.CountWeighted(set, variable => counted.TryGetValue(variable, out var weights) ? weights : variable < diagrams.FactCount ? [1] : null);
    }

    /// <summary>What a solver took for the verdicts together; where time ran out, at least.</summary>
    private sealed class Times
    {
        public double Milliseconds { get; private set; }

        public bool RanOut { get; private set; }

        public static Times Sum(IEnumerable<Times> all) => all.Aggregate(new Times(), (sum, one) => new Times { Milliseconds = sum.Milliseconds + one.Milliseconds, RanOut = sum.RanOut || one.RanOut });

        /// <returns>The answer; null where time ran out.</returns>
        public T Take<T>(T answer, TimeSpan took)
        {
            Milliseconds += took.TotalMilliseconds;
            RanOut |= answer is null;
            return answer;
        }

        public string Over(double ours) => string.Create(CultureInfo.InvariantCulture, $"{(RanOut ? "over " : "")}{Milliseconds / ours:#,0}");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(RanOut ? "over " : "")}{Milliseconds:#,0}");
    }
}
