using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeHarbor.Documents.Amendments;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Writers;
using SafeHarbor.Reasoning.Reform;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>An amendment's changes, accepted, are the reform; rejected, they are the law as it is.</summary>
public class TrackedChangesTests
{
    [Fact]
    public void RejectingAllGivesTodaysLawAndAcceptingAllGivesTheLawWithTheReform()
    {
        var changes = 0;
        foreach (var id in RealLaw.Sample)
        {
            var facts = RealLaw.Amendment(id);
            using var word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(Amendments.Amendment.Of(facts))), isEditable: false);
            var paragraphs = word.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.Descendants<InsertedRun>().Any() || p.Descendants<DeletedRun>().Any()).ToList();
            var expected = facts.Reforms.Where(r => !r.Proposals.IsEmpty).Select(r => r.Proposals[0]).SelectMany(Expected).ToList();
            Assert.Equal(expected, paragraphs.Select(p => (Rejected(p), Accepted(p))));
            changes += expected.Count;
        }
        Assert.True(changes > 50, $"only {changes} changes were looked at");
    }

    [Fact]
    public void TheParagraphOfANewSectionIsInsertedWithItsWords()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(Amendments.Amendment.Of(RealLaw.Amendment("US-PA")))), isEditable: false);
        var sections = word.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.InnerText.StartsWith("Despite any other provision", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(sections);
        Assert.All(sections, s =>
        {
            Assert.NotNull(s.ParagraphProperties!.ParagraphMarkRunProperties!.GetFirstChild<Inserted>());
            Assert.Equal("", Rejected(s));
        });
    }

    [Fact]
    public void EveryChangeNamesItsAuthorAndTheDayOfTheLaw()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(Amendments.Amendment.Of(RealLaw.Amendment("US-KY")))), isEditable: false);
        var changes = word.MainDocumentPart!.Document!.Descendants<RunTrackChangeType>().ToList();
        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.Equal(("SafeHarbor", RealLaw.On.ToDateTimeUnspecified()), (c.Author!.Value, c.Date!.Value.ToUniversalTime())));
        Assert.Equal(changes.Count, changes.Select(c => c.Id!.Value).Distinct().Count());
    }

    [Fact]
    public void AnyTwoTextsAreFoundAgainInTheTrackedOne()
    {
        var texts = Gen.String[Gen.Char["ab .,"], 0, 60];
        Gen.Select(texts, texts).Sample((before, after) =>
        {
            var words = TrackedWords.Of(before, after);
            return string.Concat(words.Where(w => w is not Inline.Inserted).Select(w => w.Words)) == before && string.Concat(words.Where(w => w is not Inline.Deleted).Select(w => w.Words)) == after;
        }, iter: 20_000);
    }

    private static IEnumerable<(string Before, string After)> Expected(ReformProposal proposal)
    {
        foreach (var group in proposal.Edits.GroupBy(e => e is Edit.OfRule of ? of.Rule.Index : -1 - proposal.Edits.IndexOf(e)))
        {
            yield return group.First() switch
            {
                Edit.OfRule of => (Paraphrase.Of(of.Rule.Rule), Paraphrase.Of(proposal.After.Rules.First(r => r.Index == of.Rule.Index).Rule) + Paraphrase.Settled(group)),
                Edit.Adopt adopt => ("", Paraphrase.NewSection(adopt.Precedent.Rule)),
                Edit.Write write => ("", Paraphrase.NewSection(write.Section.Rule)),
                var other => throw new InvalidOperationException(other.GetType().Name),
            };
        }
    }

    /// <summary>As Word does it: what is inserted goes, what is deleted stays.</summary>
    private static string Rejected(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph) =>
        string.Concat(paragraph.Elements().Where(e => e is not InsertedRun and not ParagraphProperties).Select(e => e.InnerText));

    private static string Accepted(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph) =>
        string.Concat(paragraph.Elements().Where(e => e is not DeletedRun and not ParagraphProperties).Select(e => e.InnerText));
}
