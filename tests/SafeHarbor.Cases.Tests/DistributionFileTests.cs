using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Cases.Tests;

/// <summary>A distribution says where it comes from, or is refused.</summary>
public class DistributionFileTests
{
    [Fact]
    public void AllThatComeWithTheProgramArePlainlyMadeUp()
    {
        var distributions = DistributionFile.BuiltIn(RealLibrary.Library.Vocabulary);
        Assert.NotEmpty(distributions);
        Assert.All(distributions, d => Assert.Null(d.Basis));
    }

    [Fact]
    public void ACitedOneNamesItsSource()
    {
        var read = Read("""{ "distributions": [ { "fact": "decoy", "basis": "cited", "source": "A study, table 2", "weights": { "no": 3, "yes": 1 } } ] }""");
        Assert.Equal("A study, table 2", Assert.Single(read).Basis);
        Assert.Equal([1.0, 3.0], Assert.Single(read).Weights);
    }

    [Theory]
    [InlineData("""{ "distributions": [ { "fact": "decoy", "weights": { "no": 3 } } ] }""", "does not say where the distribution of `decoy` comes from")]
    [InlineData("""{ "distributions": [ { "fact": "decoy", "basis": "cited", "weights": { "no": 3 } } ] }""", "does not say where the distribution of `decoy` comes from")]
    [InlineData("""{ "distributions": [ { "fact": "decoi", "basis": "made up", "weights": { "no": 3 } } ] }""", "speaks of `decoi`, which is not a fact")]
    [InlineData("""{ "distributions": [ { "fact": "decoy", "basis": "made up", "weights": { "noo": 3 } } ] }""", "`noo` is not a value of `decoy`")]
    [InlineData("""{ "distributions": [ { "fact": "decoy", "basis": "made up", "weights": { "no": -3 } } ] }""", "the weights of `decoy` are below zero, or all zero")]
    [InlineData("""{ "distributions": [ { "fact": "decoy" """, "is not a file of distributions")]
    public void OneThatCannotBeUsedSaysWhy(string text, string message) =>
        Assert.Contains(message, Assert.Throws<CaseFileError>(() => Read(text)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Reasoning.ManyCases.Synthetic.Distribution> Read(string text)
    {
        using var folder = new Folder();
        return DistributionFile.Read(RealLibrary.Library.Vocabulary, folder.Write("d.json", text));
    }
}
