using SafeHarbor.Law.Diagnostics;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>What a person sees when something is wrong, whole.</summary>
public class ErrorMessageTests
{
    [Fact]
    public void AMisspeltFactIsShownWithTheOneThatWasMeant()
    {
        AssertErrors(TestLibrary.Provision("  when thrid party is none\n  then the child is a victim"), """
            law/US-XX/law.law:6:8: error SH0201: unknown fact `thrid party`
                6 |   when thrid party is none
                  |        ^^^^^^^^^^^
                    in provision Code 1 "A heading"
                    help: did you mean `third party`?

            """);
    }

    [Fact]
    public void AValueThatTheFactDoesNotHaveIsShownWithThoseItHas()
    {
        AssertErrors(TestLibrary.Provision("  when third party is identifed\n  then the child is a victim"), """
            law/US-XX/law.law:6:23: error SH0202: `identifed` is not a value of the fact `third party`
                6 |   when third party is identifed
                  |                       ^^^^^^^^^
                    in provision Code 1 "A heading"
                    help: did you mean `identified`? its values are none, unidentified and identified

            """);
    }

    [Theory]
    [InlineData("age under 0", "no value of the fact `age` fits this")]
    [InlineData("age over 24", "no value of the fact `age` fits this")]
    [InlineData("age is 26", "`26` is outside the fact `age`")]
    [InlineData("age under eighteen", "`eighteen` is not a whole number, and `age` needs one")]
    [InlineData("age", "the fact `age` has no value here")]
    [InlineData("third party", "the fact `third party` has no value here")]
    [InlineData("third party is", "the value of `third party is` is missing")]
    [InlineData("age under 18 and", "a condition is missing here")]
    [InlineData("age under 18 and decoy is yes or decoy is no", "`and` meets `or`, so this can be read two ways")]
    [InlineData("(age under 18", "this bracket is not closed")]
    [InlineData("age under 18)", "this bracket closes nothing")]
    [InlineData("reading \"x\" covers", "unknown reading `\"x\" covers`")]
    [InlineData("age under 18 \"why\"", "`\"why\"` is too much here")]
    public void AConditionThatCannotBeReadSaysWhy(string condition, string message) =>
        AssertOneMessage(TestLibrary.Provision($"  when {condition}\n  then the child is a victim"), message);

    [Theory]
    [InlineData("then the chidl is a victim", "unknown effect `the chidl is a victim`")]
    [InlineData("then polise must arrest the child", "unknown party `polise`")]
    [InlineData("then police must arest the child", "unknown act `arest the child`")]
    [InlineData("then police shall arrest the child", "`shall` is not one of `must`, `may` and `must not`")]
    [InlineData("then police may not arrest the child", "`may not` can be read two ways")]
    [InlineData("then police must open a case", "`open a case` is not an act of `police`")]
    [InlineData("then the court must open a case within x hours", "the number of hours or days is missing here")]
    [InlineData("then the court must open a case within 2 moons", "the unit of time is missing here")]
    [InlineData("then the court may open a case within 2 hours", "only what a party must do has a deadline")]
    [InlineData("then the court must open a case within 2 hours of dawn", "unknown event `dawn`")]
    [InlineData("then someone must open a case", "`someone must` binds nobody")]
    [InlineData("then the court must open a case with a deadline", "a rule states its deadline, it does not ask for one")]
    public void AnEffectThatCannotBeReadSaysWhy(string then, string message) =>
        AssertOneMessage(TestLibrary.Provision($"  when age under 18\n  {then}"), message);

    [Theory]
    [InlineData("  wen age under 18", "no line begins with `wen`")]
    [InlineData("  when age under 18", "this rule has no `then`")]
    [InlineData("  then the child is a victim", "`then` has no `when` before it")]
    [InlineData("  unless age under 18", "`unless` has no rule before it")]
    [InlineData("  asks \"What?\"", "a line that begins with `asks` has no meaning here")]
    [InlineData("  note \"never closed", "this quotation is not closed")]
    [InlineData("  amended yesterday", "`yesterday` is not a date")]
    [InlineData("  in force from 2016-01-01", "the days in force are given twice")]
    [InlineData("  despite Code 9", "no provision is cited as `Code 9`")]
    [InlineData("  reading \"x\"\n    for \"a\"", "a reading needs what is said for it and against it")]
    [InlineData("  topic corn offence", "unknown topic `corn offence`")]
    [InlineData("  source https://example.org", "the address of the source is missing here")]
    [InlineData("  source <https://example.org> read 2026-01-01 as hearsay", "how the source was read is missing")]
    public void ALineOfAProvisionThatCannotBeReadSaysWhy(string line, string message) =>
        AssertOneMessage(TestLibrary.Provision(line), message);

    [Fact]
    public void AProvisionWithoutDateSourceAndTopicIsThreeErrors()
    {
        using var library = new TestLibrary("provision Code 1 \"A heading\"\n");
        Assert.Equal(["`Code 1` has no date", "`Code 1` has no source", "`Code 1` has no topic"], library.Read().Findings.Where(f => f.IsError).Select(f => f.Message).Order());
    }

    [Fact]
    public void TwoVersionsInForceAtOnceAreShownTogether()
    {
        AssertErrors(TestLibrary.Provision("") + TestLibrary.Provision(""), """
            law/US-XX/law.law:7:1: error SH0304: two versions of `Code 1` are in force at once
                7 | provision Code 1 "A heading"
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    law/US-XX/law.law:2:1: the other version
                    help: end the earlier one with `to` on the day before the later one begins, or cite the subsection that each states

            """);
    }

    [Fact]
    public void VersionsThatFollowOneAnotherAreNoError()
    {
        using var library = new TestLibrary(
            TestLibrary.Provision("").Replace("from 2015-01-01", "from 2015-01-01 to 2019-12-31", StringComparison.Ordinal)
            + TestLibrary.Provision("").Replace("from 2015-01-01", "from 2020-01-01", StringComparison.Ordinal));
        Assert.Equal("", library.Errors());
    }

    [Fact]
    public void AStatusThatRestsOnItselfIsShownWithEveryStep()
    {
        AssertErrors(TestLibrary.Provision("  when the conduct is an offence\n  then the child is a victim\n\n  when not victim\n  then the conduct is an offence"), """
            law/US-XX/law.law:6:3: error SH0401: the status `victim` rests on itself
                6 |   when the conduct is an offence
                  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    law/US-XX/law.law:9:3: through `offence`
                    help: say one of the rules with facts in place of the status

            """);
    }

    [Fact]
    public void ProvisionsThatPrevailOverOneAnotherAreRefused() => AssertOneMessage(
        TestLibrary.Provision("  despite Code 2") + TestLibrary.Provision("  despite Code 1", "Code 2"), "`Code 1` and `Code 2` prevail over one another in a circle");

    [Theory]
    [InlineData("phrase the child is a victim means age under 5", "the phrase `the child is a victim` already means something else")]
    [InlineData("phrase nobody else takes part and there is force means age under 5", "the phrase `nobody else takes part and there is force` can also be read as a sentence of other words")]
    [InlineData("fact decoy is yes or no\n asks \"?\"", "the fact `decoy` is declared twice")]
    [InlineData("party", "the name of the party is missing")]
    [InlineData("fact x is one of a", "a fact needs from 2 to 64 different values, and this one has 1")]
    [InlineData("act fly", "nobody can do the act `fly`")]
    public void AVocabularyThatCannotBeReadOneWayOnlyIsRefused(string line, string message)
    {
        using var library = new TestLibrary(vocabulary: TestLibrary.Vocabulary + "\n" + line);
        Assert.Contains(message, library.Read().Findings.Select(f => f.Message));
    }

    [Theory]
    [InlineData("scenario \"s\"\n  in US-XX on 2010-01-01\n  given age is 15\n  expect the child is a victim: yes because of it", "the library begins on 2016-11-01, after the day of this scenario")]
    [InlineData("scenario \"s\"\n  in US-XX on 2020-01-01\n  given age is 15, age is 16\n  expect the child is a victim: yes because of it", "the fact `age` is given twice, and no value fits both")]
    [InlineData("scenario \"s\"\n  in US-XX on 2020-01-01\n  expect the child is a victim: maybe", "the answer is not one of the answers")]
    [InlineData("scenario \"s\"\n  in US-XX on 2020-01-01\n  expect the child is a victim: yes", "the reason is missing")]
    [InlineData("scenario \"s\"\n  in US-XX on 2020-01-01\n  expect R9: met because of it", "unknown demand `R9`")]
    [InlineData("scenario \"s\"\n  in US-YY on 2020-01-01\n  expect R1: met because of it", "this scenario is about `US-YY` and stands with `US-XX`")]
    [InlineData("unread \"u\"\n  topic core offence\n  tried \"t\"", "this unread entry does not say what it could change")]
    [InlineData("add Code 1", "`add` stands outside a bill")]
    [InlineData("fact x is yes or no", "`fact` does not belong in the law of a jurisdiction")]
    public void AnEntryThatCannotBeReadSaysWhy(string entry, string message) => AssertOneMessage(entry, message);

    [Fact]
    public void ADemandAskedOfAStatusIsRefused()
    {
        using var library = new TestLibrary(framework: TestLibrary.Framework.Replace("age under 18", "victim", StringComparison.Ordinal));
        Assert.Contains("where `R1` applies depends on a status or a reading", library.Read().Findings.Select(f => f.Message));
    }

    [Fact]
    public void AllErrorsOfAFileAreReportedAtOnce()
    {
        using var library = new TestLibrary(TestLibrary.Provision("  when agee under 18 and decoi is yes\n  then police must arest the child\n  unless thrid party is none"));
        Assert.Equal(4, library.Read().Findings.Count(f => f.IsError));
    }

    [Fact]
    public void DeepBracketsAreRefusedAndDoNotBreakTheReader() =>
        AssertOneMessage(TestLibrary.Provision($"  when {new string('(', 100_000)}\n  then the child is a victim"), "brackets are nested too deep here");

    [Fact]
    public void NoFindingHasAFullStopOrALineBreak()
    {
        foreach (var kind in typeof(DiagnosticKinds).GetFields().Select(f => (DiagnosticKind)f.GetValue(null)!))
        {
            Assert.Matches("^SH0[0-6][0-9]{2}$", kind.Id);
            Assert.DoesNotMatch("[.\n]$", kind.Title);
        }
    }

    private static void AssertErrors(string law, string expected)
    {
        using var library = new TestLibrary(law);
        Assert.Equal(expected.ReplaceLineEndings("\n"), library.Errors());
    }

    private static void AssertOneMessage(string law, string message)
    {
        using var library = new TestLibrary(law);
        Assert.Contains(message, library.Read().Findings.Select(f => f.Message));
    }
}
