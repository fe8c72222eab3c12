using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests;

/// <summary>The scenarios that stand beside the law, written from the sources before the rules were run.</summary>
public class ScenariosTests(ITestOutputHelper output)
{
    public static TheoryData<string> Jurisdictions => [.. RealLibrary.Library.Jurisdictions.Select(j => j.Id)];

    [Theory, MemberData(nameof(Jurisdictions))]
    public void EveryScenarioOfTheJurisdictionPasses(string id)
    {
        var results = ScenarioRunner.Run(RealLibrary.Library, RealLibrary.Library.Find(id)!).ToList();
        var failed = results.Where(r => !r.Passed).Select(r => $"{r.Expected.Location} {r.Scenario.Name}: {r.Asked}: expected {r.ExpectedWords}, got {r.GotWords}");
        Assert.Empty(failed);
        // What a county adds to its state's law is little, and is tried where it matters; a state has the twelve standard scenarios.
        var least = RealLibrary.Library.IsLocal(RealLibrary.Library.Find(id)!) ? 4 : 12;
        Assert.True(results.Select(r => r.Scenario).Distinct().Count() >= least, $"{id} has at least {least} scenarios");
        output.WriteLine($"{id}: {results.Count} expectations");
    }
}
