using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Diagrams;

/// <summary>Covers of random functions, far more tangled than those of laws, against trying every box.</summary>
public class PrimeCoverTests(ITestOutputHelper output)
{
    private const int Seed = 20_161_115;

    private static readonly int[] Arities = [2, 3, 3, 2];

    [Fact]
    public void CoversOfTangledFunctionsAreSmallestAndProved()
    {
        var random = new Random(Seed);
        int raised = 0, lines = 0;
        const int Functions = 300;
        for (var i = 0; i < Functions; i++)
        {
            var spoken = Situations(0, []).Select(s => (Situation: s, Kind: random.Next(4)))
                .Where(s => s.Kind > 0).Select(s => (s.Situation, Wanted: s.Kind > 1)).ToList();
            var manager = new DiagramManager(Arities);
            var onSet = SetOf(manager, spoken.Where(s => s.Wanted));
            var upper = manager.Not(SetOf(manager, spoken.Where(s => !s.Wanted)));
            var quick = PrimeCover.Compute(manager, onSet, upper, new int[Arities.Length], budget: 0);
            var cover = PrimeCover.Compute(manager, onSet, upper, new int[Arities.Length]);
            Assert.True(cover.IsProvedMinimal, $"seed {Seed}, function {i}");
            Assert.True(SmallestCover.Size(Arities, spoken) == cover.Terms.Length, $"seed {Seed}, function {i}");
            Assert.Equal(onSet, manager.And(onSet, manager.OrAll(cover.Terms.Select(t => manager.Product(t.Term.Values.AsSpan())))));
            Assert.All(cover.Terms, t => Assert.True(manager.IsTrueOver(upper, t.Term.Values.AsSpan())));
            raised += quick.IsProvedMinimal ? 0 : 1;
            lines += cover.Terms.Length;
        }
        output.WriteLine($"{Functions} functions from seed {Seed}: {lines} terms, all covers smallest; for {raised} the first bound did not prove it");
        Assert.True(raised > 0);
    }

    [Fact]
    public void ACoverSoughtFromThatOfASimilarFunctionIsSmallestToo()
    {
        var random = new Random(Seed);
        const int Functions = 300;
        int kept = 0, terms = 0;
        var manager = new DiagramManager(Arities);
        Cover? former = null;
        var spoken = Situations(0, []).Select(s => (Situation: s, Wanted: random.Next(2) == 0)).ToList();
        for (var i = 0; i < Functions; i++)
        {
            // As after an edit: of a few situations the opposite is said now.
            for (var change = 0; change < 3; change++)
            {
                var at = random.Next(spoken.Count);
                spoken[at] = (spoken[at].Situation, !spoken[at].Wanted);
            }
            var onSet = SetOf(manager, spoken.Where(s => s.Wanted));
            var cover = PrimeCover.Compute(manager, onSet, onSet, new int[Arities.Length], former: former);
            Assert.True(cover.IsProvedMinimal, $"seed {Seed}, function {i}");
            Assert.True(SmallestCover.Size(Arities, spoken) == cover.Terms.Length, $"seed {Seed}, function {i}");
            Assert.Equal(onSet, manager.OrAll(cover.Terms.Select(t => manager.Product(t.Term.Values.AsSpan()))));
            Assert.All(cover.Terms, t => Assert.Equal(t.Term, PrimeCover.Expand(manager, t.Term.Values.AsSpan(), onSet, [0, 1, 2, 3])));
            kept += cover.Terms.Count(t => former?.Terms.Any(f => f.Term.Equals(t.Term)) == true);
            terms += cover.Terms.Length;
            former = cover;
        }
        output.WriteLine($"{Functions} functions from seed {Seed}, each like the one before: {terms} terms, {kept} of them kept; all covers smallest");
        Assert.True(kept > 0 && kept < terms);
    }

    [Fact]
    public void WithoutABudgetTheCoverStandsAndSaysThatItIsNotProved()
    {
        // Each of the six situations but all-0 and all-1 shares a term with two others: a ring, of which three terms suffice.
        var manager = new DiagramManager([2, 2, 2]);
        var ring = manager.Not(manager.Or(manager.Product([1, 1, 1]), manager.Product([2, 2, 2])));
        var quick = PrimeCover.Compute(manager, ring, ring, [0, 0, 0], budget: 0);
        Assert.False(quick.IsProvedMinimal);
        var cover = PrimeCover.Compute(manager, ring, ring, [0, 0, 0]);
        Assert.Equal(3, cover.Terms.Length);
        Assert.True(cover.IsProvedMinimal);
    }

    [Fact]
    public void ACoverIsRememberedByWhatItCoversWhicheverManagerAsks()
    {
        var memory = new CoverMemory();
        Cover Of(int[] arities, ulong values)
        {
            var manager = new DiagramManager(arities);
            // Nodes that another manager does not have, so that handles differ.
            manager.Literal(1, values ^ 0b11);
            var set = manager.Or(manager.Literal(0, values), manager.Literal(2, 0b01));
            return memory.Of(manager, set, set, [0, 0, 0]);
        }
        var first = Of([2, 2, 2], 0b10);
        Assert.Same(first, Of([2, 2, 2], 0b10));
        Assert.NotSame(first, Of([2, 2, 2], 0b01));
        Assert.NotSame(first, Of([3, 2, 2], 0b10));
    }

    private static Diagram SetOf(DiagramManager manager, IEnumerable<(int[] Situation, bool Wanted)> situations) =>
        manager.OrAll(situations.Select(s => manager.Product([.. s.Situation.Select(v => 1UL << v)])));

    private static IEnumerable<int[]> Situations(int variable, int[] prefix) => variable == Arities.Length
        ? [prefix]
        : Enumerable.Range(0, Arities[variable]).SelectMany(v => Situations(variable + 1, [.. prefix, v]));
}
