using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Writing;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>What is written in the law language reads as the same law again: every rule and every bill of the real library.</summary>
public class LawWriterTests
{
    private static readonly Lazy<LawLibrary> Library = new(() => LibraryReader.Read(RealLaw.Root).Library!);

    public static TheoryData<string> Jurisdictions => [.. LibraryReader.Ids(RealLaw.Root)];

    [Theory]
    [MemberData(nameof(Jurisdictions))]
    public void EachProvisionReplacedByItselfStaysAsItIs(string id)
    {
        var jurisdiction = Library.Value.Find(id)!;
        var provisions = jurisdiction.Provisions.DistinctBy(p => p.Citation).ToList();
        // Some at a time: a draft is limited.
        foreach (var part in provisions.Chunk(20))
        {
            var bill = new Bill(id, "As it stands", [new Source("draft", new(2026, 11, 24), ReadAs.Text)], new(2026, 11, 24), null, [.. part.Select(p => new BillChange.Replace(p))], jurisdiction.Location);
            var text = LawWriter.Write(bill);
            var draft = DraftReader.Read(Library.Value, jurisdiction, "draft", text);
            Assert.True(draft.Bills.Length == 1 && !draft.Findings.Any(f => f.IsError && f.Kind != DiagnosticKinds.UnknownCitation && f.Kind != DiagnosticKinds.PrecedenceCycle), DiagnosticWriter.ToText(draft.Findings));
            foreach (var (before, after) in part.Zip(draft.Bills[0].Changes.Select(c => ((BillChange.Replace)c).Provision)))
            {
                Assert.Equal(before.Citation, after.Citation);
                Assert.Equal(before.Rules, after.Rules);
                Assert.Equal(before.Precedences, after.Precedences);
                Assert.Equal(before.Reach, after.Reach);
                Assert.Equal(before.Topics, after.Topics);
                Assert.Equal(before.Readings.Select(r => r.Name), after.Readings.Select(r => r.Name));
            }
            Assert.Equal(text, Syntax.Formatter.Format(text));
        }
    }

    [Fact]
    public void EachBillReadsAsItself()
    {
        var bills = 0;
        foreach (var jurisdiction in Library.Value.Jurisdictions)
        {
            foreach (var bill in jurisdiction.Bills)
            {
                var draft = DraftReader.Read(Library.Value, jurisdiction, "draft", LawWriter.Write(bill));
                Assert.True(!draft.HasErrors, DiagnosticWriter.ToText(draft.Findings));
                Assert.Equal(ModelText.Of(jurisdiction with { Bills = [bill] }), ModelText.Of(jurisdiction with { Bills = [draft.Bills[0]] }));
                bills++;
            }
        }
        Assert.True(bills > 0);
    }

    [Fact]
    public void AValueThatFollowsOrIsNotTakenForOneMoreOfTheFactBefore()
    {
        using var library = new TestLibrary(TestLibrary.Provision("  when (third party is is partner or peer) or (third party is none)\n  then police may arrest the child"));
        var (read, findings) = library.Read();
        Assert.DoesNotContain(findings, f => f.IsError);
        var rule = read!.Find("US-XX")!.Provisions[0].Rules[0];
        var bill = new Bill("US-XX", "B", [new Source("draft", new(2026, 1, 1), ReadAs.Text)], new(2026, 1, 1), null, [new BillChange.Add(read.Find("US-XX")!.Provisions[0] with { Citation = "Code 2" })], read.Baseline.Location);
        var draft = DraftReader.Read(read, read.Find("US-XX")!, "draft", LawWriter.Write(bill));
        Assert.Equal(rule, ((BillChange.Add)draft.Bills[0].Changes[0]).Provision.Rules[0]);
    }
}
