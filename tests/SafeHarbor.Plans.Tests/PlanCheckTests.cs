using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Plans.Checking;
using SafeHarbor.Plans.Following;
using SafeHarbor.Plans.Proving;
using SafeHarbor.Plans.Reading;
using Xunit;

namespace SafeHarbor.Plans.Tests;

/// <summary>What is unclear in a plan is found; and a plan that goes wrong shows what reopens.</summary>
public class PlanCheckTests
{
    private static Plan Read(string text)
    {
        var (plan, findings) = PlanReader.Read("plan", text);
        Assert.Empty(findings.Where(f => f.IsError));
        return plan!;
    }

    private static string Small(params (string From, string To)[] changes) =>
        changes.Aggregate(PlanFileTests.Small.ReplaceLineEndings("\n"), (text, c) => text.Contains(c.From, StringComparison.Ordinal) ? text.Replace(c.From, c.To, StringComparison.Ordinal) : throw new ArgumentException($"not there: {c.From}"));

    private static IEnumerable<string> Findings(string text) => PlanChecker.Check(Real.Library, Read(text), Real.Today).Select(f => f.Message);

    [Theory]
    [InlineData("    owner: the sheriff\n", "", "the action `train` has no owner")]
    [InlineData("by: 2028-12-31", "by: 2020-12-31", "the day of the goal, 2020-12-31, is past")]
    [InlineData("due: 2027-06-30", "due: 2025-06-30", "the action `train` was due on 2025-06-30 and is not done")]
    [InlineData("due: 2027-06-30", "due: 2029-06-30", "the action `train` comes after the day of the goal")]
    [InlineData("due: 2027-06-30", "due: 2027-06-30\n    after: [train]", "`train` wait for one another")]
    [InlineData("due: 2027-06-30", "due: 2027-06-30\n    after: [hire]", "`train` waits for `hire`, which is no action of this plan")]
    [InlineData("serves: [R3.arrest]", "serves: [R3.arest]", "there is no demand `R3.arest`")]
    [InlineData("    baseline: { value: 12, on: 2026-01-01 }\n", "", "the measure `arrests` does not say where it stands today (`baseline`)")]
    [InlineData("survivors: two survivors sit on the council and are paid", "published: https://example.org", "the plan does not say what part survivors have in it")]
    [InlineData("reviews: [2028-01-15]\n", "", "no day is set on which the plan is looked at again")]
    [InlineData("jurisdiction: US-KY", "jurisdiction: US-QQ", "the library holds no law of `US-QQ`")]
    [InlineData("kind: training", "kind: bill\n    bill: HB 9999", "the library holds no bill `HB 9999` of Kentucky")]
    [InlineData("kind: training", "kind: bill", "`train` is to change the law, and its words are not given")]
    public void WhatIsMissingOrDoesNotFitIsFound(string from, string to, string message) => Assert.Contains(message, Findings(Small((from, to))).ToList().Find(m => m.Contains(message, StringComparison.Ordinal)) ?? string.Join("\n", Findings(Small((from, to)))), StringComparison.Ordinal);

    [Fact]
    public void AGapInScopeThatNoActionServesIsFound() =>
        Assert.Contains(PlanChecker.Check(Real.Library, Read(Small(("demands: [R3.arrest]", "demands: [R3.arrest, R3.other.arrest]"))), Real.Today), f => f.Kind == DiagnosticKinds.PlanUnserved && f.Message.StartsWith("R3.other.arrest", StringComparison.Ordinal));

    [Fact]
    public void ABillInALegislatureThatDoesNotSitThatYearIsFound() =>
        Assert.Contains(Findings(Small(("jurisdiction: US-KY", "jurisdiction: US-TX"), ("kind: training", "kind: bill"), ("due: 2027-06-30", "due: 2028-06-30"))), m => m.Contains("sits in odd-numbered years only", StringComparison.Ordinal));

    [Fact]
    public void TrainingAloneClosesNoGap()
    {
        var plan = Read(Small(("demands: [R3.arrest]", "demands: [R3.other.arrest]")));
        var proof = PlanProof.Of(PlanLaw.Of(Real.Library, plan).Law!, plan, Real.Today);
        Assert.False(proof.Reaches);
        Assert.Empty(proof.Without);
    }

    [Fact]
    public void ABillThatDiesReopensWhatItWasToCloseAndTheReportSaysSo()
    {
        var plan = Real.Draft("US-DC");
        var (law, _) = PlanLaw.Of(Real.Library, plan);
        var records = plan.Actions.First(a => a.Id == "bill-records");
        var died = plan with { Progress = [new ProgressEntry(new(2027, 3, 1), "bill-records", "the bill died in committee", plan.Location) { State = ActionState.Failed }] };
        var report = PlanReport.Of(law!, died, new(2027, 3, 2));
        Assert.True(report.Planned.Reaches);
        Assert.False(report.Actual.Reaches);
        Assert.Equal(records.Serves, report.Actual.Unclosed.Select(d => d.Demand.Id).Order(StringComparer.Ordinal));
        // Nobody writes anything down: after its day the bill is late, and counts as not passed.
        var silent = PlanReport.Of(law!, plan, records.Due!.Value.PlusDays(1));
        Assert.Contains(silent.Overdue, a => a.Action.Id == "bill-records" && a.DaysLate == 1);
        Assert.False(silent.Actual.Reaches);
    }
}
