using NodaTime;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests;

/// <summary>A bill is laid over the law and changes no copy of it.</summary>
public class BillTests
{
    private const string Enacted = "2024 HB 3, as introduced";
    private const string NotEnacted = "2024 HB 431, as introduced";

    private static readonly LocalDate Now = new(2026, 11, 1);

    [Theory]
    [InlineData("2024-07-14", false)]
    [InlineData("2024-07-15", true)]
    public void ABillCountsFromItsFirstDay(string day, bool counts)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Assert.Equal(counts, !Kentucky(on, Enacted).Bills.IsEmpty);
    }

    [Fact]
    public void ABillThatBecameLawChangesNothingAnyMore() =>
        Assert.All(Differences(Kentucky(Now), Kentucky(Now, Enacted)), d => Assert.Empty(d.Parts));

    [Fact]
    public void KentuckysOtherBillOf2024OpensRecordReliefAndHarmsNoChild()
    {
        var parts = Differences(Kentucky(Now), Kentucky(Now, NotEnacted)).SelectMany(d => d.Parts.Select(p => (d.Demand.Id, p.Direction))).ToList();
        Assert.Contains(parts, p => p.Id == "R3.relief.other" && p.Direction > 0);
        Assert.DoesNotContain(parts, p => p.Direction < 0);
    }

    [Fact]
    public void TheLawWithoutABillIsTheLawItself() =>
        Assert.Equal(Kentucky(Now).Rules.Select(r => r.Rule), Kentucky(Now, []).Rules.Select(r => r.Rule));

    private static ApplicableLaw Kentucky(LocalDate on, params string[] bills) => ApplicableLaw.Of(RealLibrary.Library, new LawQuestion("US-KY", on, [.. bills]));

    private static List<DemandDifference> Differences(ApplicableLaw first, ApplicableLaw second)
    {
        var comparer = new Comparer(first, second);
        return [.. RealLibrary.Library.Demands.Select(comparer.Compare)];
    }
}
