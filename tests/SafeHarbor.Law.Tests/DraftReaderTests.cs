using SafeHarbor.Law.Diagnostics;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>A text read beside law that was read already.</summary>
public class DraftReaderTests
{
    private static string Findings(string text)
    {
        using var library = new TestLibrary(TestLibrary.Provision("  when age under 18\n  then police must not arrest the child"));
        var (read, _) = library.Read();
        return DiagnosticWriter.ToText(DraftReader.Read(read!, read!.Find("US-XX")!, "draft", text).Findings);
    }

    private static string Bill(string changes) => $"bill US-XX \"B\"\n  source <draft> read 2026-01-01 as text\n  from 2027-01-01\n{changes}";

    [Fact]
    public void ABillInOrderHasNoFinding() => Assert.Equal("", Findings(Bill("  replace Code 1 \"A\"\n    when age under 17\n    then police must not arrest the child\n")));

    [Fact]
    public void AnUnknownCitationIsAWarningThatNamesTheNearest()
    {
        var found = Findings(Bill("  repeal Code 11\n"));
        Assert.Contains("warning SH0308: the library holds nothing in force that is cited as `Code 11`", found, StringComparison.Ordinal);
        Assert.Contains("did you mean `Code 1`?", found, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOneChangeAddsTheNextMayReplace() => Assert.DoesNotContain("SH0308", Findings(Bill("  add Code 2 \"N\"\n    in every situation\n    then police may arrest the child\n  repeal Code 2\n")), StringComparison.Ordinal);

    [Fact]
    public void ACircleThatTheBillMakesIsFound() =>
        Assert.Contains("SH0402", Findings(Bill("  add Code 2 \"N\"\n    despite Code 3\n    in every situation\n    then police may arrest the child\n  add Code 3 \"M\"\n    despite Code 2\n    in every situation\n    then police may arrest the child\n")), StringComparison.Ordinal);

    [Fact]
    public void AStatusThatRestsOnItselfThroughTheBillIsFound() =>
        Assert.Contains("SH0401", Findings(Bill("  add Code 2 \"N\"\n    when the child is a victim\n    then the child is a victim\n")), StringComparison.Ordinal);

    [Fact]
    public void TwoBillsOfOneTitleAreRefused() => Assert.Contains("the bill `B` is there twice", Findings(Bill("") + Bill("")), StringComparison.Ordinal);

    [Fact]
    public void ABillOfAnotherJurisdictionIsRefused() => Assert.Contains("SH0403", Findings("bill US-YY \"B\"\n  from 2027-01-01\n"), StringComparison.Ordinal);
}
