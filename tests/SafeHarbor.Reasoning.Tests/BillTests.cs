using NodaTime;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests;

/// <summary>A bill is laid over the law and changes no copy of it.</summary>
public class BillTests
{
    private const string Title = "2024 HB 3, as introduced";

    [Theory]
    [InlineData("2024-07-14", false)]
    [InlineData("2024-07-15", true)]
    public void ABillCountsFromItsFirstDay(string day, bool counts)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var law = ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-KY", on, [Title]));
        Assert.Equal(counts, law.Rules.Any(r => r.Provision?.Heading.Contains("patronizing", StringComparison.Ordinal) ?? false));
    }

    [Fact]
    public void KentuckysBillOf2024ReachesTheBuyerWhoKnows()
    {
        var on = new LocalDate(2026, 11, 1);
        var demand = RealLibrary.Library.Demands.First(d => d.Id == "R4.buyers.solicits");
        var before = new GapFinder(new CompiledLaw(ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-KY", on)))).Find(demand);
        var after = new GapFinder(new CompiledLaw(ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-KY", on, [Title])))).Find(demand);
        Assert.True(before.Met.IsZero);
        Assert.True(after.Met > 0);
    }
}
