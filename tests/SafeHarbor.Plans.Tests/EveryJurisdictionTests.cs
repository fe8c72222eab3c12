using SafeHarbor.Plans.Proving;
using SafeHarbor.Plans.Reading;
using Xunit;

namespace SafeHarbor.Plans.Tests;

/// <summary>For every jurisdiction in the library: a drafted plan is proved to reach its goal, and no action of it is needless.</summary>
public class EveryJurisdictionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Jurisdictions => [.. Real.Library.Jurisdictions.Select(j => j.Id)];

    [Theory, MemberData(nameof(Jurisdictions))]
    public void ADraftedPlanReachesItsGoalAndEveryLegalActionIsNeeded(string id)
    {
        var plan = Real.Draft(id);
        // As a person would have it: written to a file, read again, and only then proved.
        var (read, findings) = PlanReader.Read("drafted", PlanWriter.Write(plan));
        Assert.Empty(findings);
        var (law, problems) = PlanLaw.Of(Real.Library, read!);
        Assert.True(law is not null, Law.Diagnostics.DiagnosticWriter.ToText(problems));
        var proof = PlanProof.Of(law, read!, Real.Today);
        Assert.True(proof.Reaches, $"{id}: still open {string.Join(", ", proof.Unclosed.Select(d => d.Demand.Id))}");
        foreach (var (action, reopened) in proof.Without)
        {
            Assert.True(!reopened.IsEmpty, $"{id}: without {action.Id} nothing reopens");
            Assert.All(reopened, d => Assert.Contains(d.Demand.Id, action.Serves));
        }
        // What the plan leaves for later it gives a reason for; what it serves it closes.
        Assert.All(read!.Scope.Later, l => Assert.NotNull(l.Because));
        output.WriteLine($"{id}: {proof.Days[0].Open} demands open today, {proof.Without.Length} legal actions, 0 open on {proof.Days[^1].Day}; left for later for want of an edit: {read.Scope.Later.Count(l => l.Because!.Contains("edit", StringComparison.Ordinal))}");
    }
}
