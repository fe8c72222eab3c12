using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Plans.Reading;
using Xunit;

namespace SafeHarbor.Plans.Tests;

/// <summary>A plan's file: read and written without loss, and nothing in it can break the reader.</summary>
public class PlanFileTests(ITestOutputHelper output)
{
    internal const string Small = """
        plan: Made-up County ends the arrest of children
        jurisdiction: US-KY
        goal:
          says: no child is arrested for having been exploited
          by: 2028-12-31
        scope:
          demands: [R3.arrest]
          later:
            - demand: R3.detain
              because: "the county jail is shared; that is agreed next year"
        actions:
          - id: train
            kind: training
            title: Train every officer
            owner: the sheriff
            due: 2027-06-30
            serves: [R3.arrest]
            cost: $20,000
            funding: the county's budget of 2027
        measures:
          - id: arrests
            says: children arrested
            baseline: { value: 12, on: 2026-01-01 }
            target: { value: 0, on: 2028-12-31 }
            period: each year
            source: the sheriff's record
        reviews: [2028-01-15]
        survivors: two survivors sit on the council and are paid
        """;

    [Fact]
    public void WhatIsWrittenIsReadBackAsTheSame()
    {
        var (plan, findings) = PlanReader.Read("small", Small);
        Assert.Empty(findings);
        var text = PlanWriter.Write(plan!);
        var (again, none) = PlanReader.Read("small", text);
        Assert.Empty(none);
        Assert.Equal(text, PlanWriter.Write(again!));
        Assert.Equal("the county jail is shared; that is agreed next year", again!.Scope.Later[0].Because);
        Assert.Equal(12, again.Measures[0].Baseline!.Value);
        Assert.Equal("$20,000", again.Actions[0].Cost);
    }

    [Theory]
    [InlineData("owner: the sheriff", "ownr: the sheriff", "unknown word `ownr`", "did you mean `owner`?")]
    [InlineData("kind: training", "kind: trainng", "`trainng` cannot stand after `kind`", "did you mean `training`?")]
    [InlineData("by: 2028-12-31", "by: 2027-02-29", "`2027-02-29` is not a date", "write year, month and day")]
    [InlineData("value: 12", "value: twelve", "`twelve` is not a number", "")]
    [InlineData("jurisdiction: US-KY", "jurisdiction: ", "`jurisdiction` is missing", "such as `jurisdiction: US-KY`")]
    [InlineData("  - id: train\n    kind: training", "  - kind: training", "an action has an `id` and a `title`", "")]
    public void WhatIsWrongIsToldWithItsPlaceAndARemedy(string from, string to, string message, string help)
    {
        var text = Small.ReplaceLineEndings("\n");
        Assert.Contains(from, text, StringComparison.Ordinal);
        var (_, findings) = PlanReader.Read("small", text.Replace(from, to, StringComparison.Ordinal));
        var finding = findings.First(f => f.Message.Contains(message, StringComparison.Ordinal));
        Assert.NotNull(finding.Location);
        Assert.Contains(help, finding.Help ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void TheTwentyNinthOfFebruaryIsADateInALeapYearOnly()
    {
        Assert.Empty(PlanReader.Read("small", Small.Replace("2028-12-31", "2028-02-29", StringComparison.Ordinal)).Findings);
        Assert.NotEmpty(PlanReader.Read("small", Small.Replace("2028-12-31", "2100-02-29", StringComparison.Ordinal)).Findings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plan: [")]
    [InlineData("- a\n- b")]
    [InlineData("a: &x [*x]")]
    [InlineData("plan: a\n---\nplan: b")]
    [InlineData("\t\t:")]
    [InlineData("plan: a\njurisdiction: US-KY\nactions: 7\nmeasures: {}\nreviews: soon")]
    public void WhatIsNoPlanIsSaidToBeNone(string text)
    {
        var (_, findings) = PlanReader.Read("no plan", text);
        Assert.Contains(findings, f => f.IsError);
        _ = DiagnosticWriter.ToText(findings);
    }

    [Fact]
    public void TenThousandSpoiltPlansAreReadWithoutACrash()
    {
        const int Seed = 2016, Inputs = 10_000;
        var random = new Random(Seed);
        var clean = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var text = Small.ToCharArray().ToList();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0: text.RemoveAt(at); break;
                    case 1: text.Insert(at, "{}[]:-\n\t \"'*&|>#%@,0a"[random.Next(21)]); break;
                    default: text[at] = (char)random.Next(1, 0x2FF); break;
                }
            }
            var (_, findings) = PlanReader.Read("spoilt", new string([.. text]));
            _ = DiagnosticWriter.ToText(findings);
            clean += findings.IsEmpty ? 1 : 0;
        }
        output.WriteLine($"{Inputs} spoilt plans, seed {Seed}: {clean} still without a finding, no crash");
        Assert.InRange(clean, 1, Inputs - 1);
    }

    [Fact]
    public void DeepAndLargeTextIsRefused()
    {
        Assert.Contains(PlanReader.Read("deep", new string('[', 20_000)).Findings, f => f.Kind == DiagnosticKinds.PlanUnreadable);
        Assert.Contains(PlanReader.Read("large", new string('a', PlanReader.LargestText + 1)).Findings, f => f.Kind == DiagnosticKinds.PlanUnreadable);
    }
}
