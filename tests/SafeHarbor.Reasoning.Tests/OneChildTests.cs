using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests;

/// <summary>One child, told as stories on real law.</summary>
public class OneChildTests
{
    private static readonly LocalDate Day = new(2026, 11, 1);

    [Fact]
    public void AChildFoundSolicitingInTheDistrictIsNotChargedAndWhetherTheyMayBeArrestedIsOpen()
    {
        var report = Report("US-DC", "age is 15, conduct is prostitution, act is intercourse, exchange is money, contact is police, stage is contact, victimization is suspected");
        Assert.Contains(report.Permissions, p => p is { Party.Name: "police", Act.Name: "arrest the child", Verdict: Verdict.Arguable });
        Assert.Contains(report.Bars, b => b is { Party.Name: "prosecutor", Act.Name: "charge the child", Verdict: Verdict.Yes });
        Assert.Contains(report.Duties, d => d is { Party.Name: "police", Act.Name: "refer the child to services", Verdict: Verdict.Yes });
        Assert.Empty(report.Conflicts);
    }

    [Fact]
    public void DutiesComeInTheOrderOfTheirDeadlines()
    {
        var deadlines = Report("US-DC", "age is 15, exchange is money").Duties.Select(d => d.Deadline?.LongestHours ?? int.MaxValue).ToList();
        Assert.Equal(deadlines.Order(), deadlines);
    }

    [Fact]
    public void EveryDutyAndBarCitesItsProvisionWithASource()
    {
        foreach (var jurisdiction in RealLibrary.Library.Jurisdictions)
        {
            var report = Report(jurisdiction.Id, "age is 15, exchange is money, act is intercourse, conduct is prostitution");
            foreach (var rules in report.Duties.Select(d => d.Rules).Concat(report.Bars.Select(b => b.Rules)))
            {
                Assert.NotEmpty(rules);
                Assert.All(rules, r => Assert.True(r.Unread is not null || !r.Provision!.Sources.IsEmpty));
            }
        }
    }

    [Fact]
    public void TheNearMissNamesTheSingleFactThatChangesTheAnswer()
    {
        // In Idaho a child who will not go along with services loses the duty to divert.
        var reporter = Reporter("US-ID");
        var @case = Given(reporter, "age is 15, conduct is theft, result of victimization is direct, exchange is money, act is intercourse, third party is identified, trafficker's act is recruits, offender is adult, cooperates is no");
        var divert = new Expectation.Norm(reporter.Evaluator.Law.Law.Vocabulary.PartyNamed("prosecutor")!, Modality.Must, reporter.Evaluator.Law.Law.Vocabulary.ActNamed("divert the child")!, TimeLimit.None);
        var answer = reporter.Answer(@case, divert);
        Assert.Equal(Verdict.No, answer.Verdict);
        Assert.Contains(answer.NearMisses, n => n.Fact.Name == "cooperates" && n.Then == Verdict.Yes);
    }

    [Fact]
    public void WhatIsUnknownIsTreatedExactlyAndTheSettlingFactIsNamed()
    {
        // In Idaho the duty to divert turns on whether the child goes along with services.
        var reporter = Reporter("US-ID");
        var @case = Given(reporter, "age is 15, conduct is theft, result of victimization is direct, exchange is money, act is intercourse, third party is identified, trafficker's act is recruits, offender is adult");
        var divert = new Expectation.Norm(reporter.Evaluator.Law.Law.Vocabulary.PartyNamed("prosecutor")!, Modality.Must, reporter.Evaluator.Law.Law.Vocabulary.ActNamed("divert the child")!, TimeLimit.None);
        var answer = reporter.Answer(@case, divert);
        Assert.False(answer.Verdict.IsSettled());
        Assert.Contains(answer.Settling, set => set.Any(f => f.Name == "cooperates"));
    }

    [Fact]
    public void TheBestNextQuestionComesFirstAndIsStillUnknown()
    {
        var report = Report("US-DC", "age is 15");
        Assert.NotEmpty(report.Questions);
        Assert.Equal(report.Questions.Select(q => q.Settles).OrderDescending(), report.Questions.Select(q => q.Settles));
        Assert.DoesNotContain(report.Questions, q => q.Fact.Name == "age");
    }

    [Fact]
    public void AnUnreadTextLeavesTheAnswerNotKnownAndNamesWhatToRead()
    {
        var reporter = Reporter("US-KY");
        var @case = Given(reporter, "age is 17, conduct is prostitution, act is intercourse, exchange is money, victimization is suspected");
        var answer = reporter.Answer(@case, RealLibrary.Library.Demands.First(d => d.Id == "R3.arrest")).Answer;
        Assert.Equal(Verdict.NotKnown, answer.Verdict);
        Assert.Contains(answer.Explanation.Unread, u => u.Title.StartsWith("KRS 529.120", StringComparison.Ordinal));
    }

    [Fact]
    public void AnArguableAnswerNamesTheReadingsThatDecideIt()
    {
        var reporter = Reporter("US-DC");
        var @case = Given(reporter, "age is 15, exchange is money, act is intercourse, buyer's act is patronizes, buyer's knowledge is knows, decoy is no");
        var answer = reporter.Answer(@case, RealLibrary.Library.Demands.First(d => d.Id == "R4.buyers.pays")).Answer;
        Assert.Equal(Verdict.Arguable, answer.Verdict);
        Assert.Contains(answer.Explanation.Readings, r => r.Reading.Name.StartsWith("\"obtain\"", StringComparison.Ordinal));
    }

    [Fact]
    public void FederalLawOnGrantsIsShownAndCreatesNoDuty()
    {
        var report = Report("US-DC", "age is 15, exchange is money, in care is yes, victimization is found after investigation");
        Assert.Contains(report.Law.ShownOnly, s => s.Provision.Citation == "42 U.S.C. 671(a)(34)(A)");
        Assert.DoesNotContain(report.Duties, d => d.Rules.Any(r => r.Origin.Id == "US"));
    }

    private static CaseReporter Reporter(string id) => new(RealLibrary.Compile(id, Day));

    private static CaseReport Report(string id, string given)
    {
        var reporter = Reporter(id);
        return reporter.Report(Given(reporter, given));
    }

    private static Case Given(CaseReporter reporter, string given)
    {
        var vocabulary = reporter.Evaluator.Law.Law.Vocabulary;
        var (facts, findings) = CaseReader.Read(vocabulary, given);
        Assert.Empty(findings);
        return Case.Of(vocabulary, facts);
    }
}
