using SafeHarbor.Law;
using SafeHarbor.Reasoning.ManyCases.Synthetic;
using SafeHarbor.Reasoning.Reference;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.ManyCases;

/// <summary>Made-up cases can be, are the same for the same seed, and follow the distributions given.</summary>
public class CaseGeneratorTests
{
    private static Vocabulary Vocabulary => RealLibrary.Library.Vocabulary;

    [Fact]
    public void EveryCaseDrawnCanBe()
    {
        foreach (var cells in Draw(5000, unknown: 0, several: 0, seed: 1))
        {
            var situation = cells.Select(c => c.First).ToArray();
            Assert.All(cells, c => Assert.Equal(1, c.Count));
            Assert.DoesNotContain(Vocabulary.Never, n => ReferenceCase.FactsHold(n, situation));
        }
    }

    [Fact]
    public void TheSameSeedDrawsTheSameAndAnotherDrawsOthers()
    {
        Assert.Equal(Draw(100, 0.2, 0.1, seed: 4).SelectMany(c => c), Draw(100, 0.2, 0.1, seed: 4).SelectMany(c => c));
        Assert.NotEqual(Draw(100, 0.2, 0.1, seed: 4).SelectMany(c => c), Draw(100, 0.2, 0.1, seed: 5).SelectMany(c => c));
    }

    [Theory, InlineData(0.0), InlineData(0.25), InlineData(1.0)]
    public void AsManyCellsAreUnknownAsAskedFor(double unknown)
    {
        var cells = Draw(2000, unknown, several: 0, seed: 2).SelectMany(c => c.Select((v, f) => v == Vocabulary.Facts[f].AllValues)).ToList();
        Assert.InRange(cells.Average(c => c ? 1.0 : 0), unknown - 0.01, unknown + 0.01);
    }

    [Fact]
    public void AValueWithoutWeightIsNeverDrawnAndTheOthersAreDrawnByWeight()
    {
        var age = Vocabulary.FactNamed("age")!;
        var weights = age.Values.Select(v => v switch { "14" => 1.0, "16" => 3.0, _ => 0.0 });
        var ages = Draw(4000, 0, 0, seed: 3, new Distribution(age, [.. weights], null)).Select(c => age.Values[c[age.Index].First]).ToList();
        Assert.Equal(["14", "16"], ages.Distinct().Order());
        Assert.InRange(ages.Count(a => a == "16") / 4000.0, 0.72, 0.78);
    }

    [Fact]
    public void DistributionsThatLeaveNoCaseAreRefused()
    {
        Distribution Only(string fact, string value) => new(Vocabulary.FactNamed(fact)!, [.. Vocabulary.FactNamed(fact)!.Values.Select(v => v == value ? 1.0 : 0)], null);
        var generator = new CaseGenerator(Vocabulary, [Only("third party", "none"), Only("means", "force fraud or coercion")], 0, 0, seed: 1);
        Assert.Throws<InvalidOperationException>(() => generator.Next(new ValueSet[Vocabulary.Facts.Length]));
    }

    private static IEnumerable<ValueSet[]> Draw(int cases, double unknown, double several, int seed, params Distribution[] distributions)
    {
        var generator = new CaseGenerator(Vocabulary, distributions, unknown, several, seed);
        for (var i = 0; i < cases; i++)
        {
            var cells = new ValueSet[Vocabulary.Facts.Length];
            generator.Next(cells);
            yield return cells;
        }
    }
}
