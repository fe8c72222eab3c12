using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeHarbor.Documents.Writers;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>Word documents are what Word expects, and what a screen reader needs.</summary>
public class WordTests
{
    [Fact]
    public void EveryDocumentOfASampleOfJurisdictionsIsValidAndEveryBrief()
    {
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019);
        var wrong = new List<string>();
        foreach (var id in RealLaw.Sample)
        {
            foreach (var (kind, document) in RealLaw.Documents(id))
            {
                using var word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(document)), isEditable: false);
                wrong.AddRange(validator.Validate(word, TestContext.Current.CancellationToken).Select(e => $"{id} {kind}: {e.Path?.XPath}: {e.Description}"));
            }
        }
        foreach (var id in RealLaw.Ids.Except(RealLaw.Sample))
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(Briefs.Brief.Of(RealLaw.Brief(id)))), isEditable: false);
            wrong.AddRange(validator.Validate(word, TestContext.Current.CancellationToken).Select(e => $"{id} brief: {e.Path?.XPath}: {e.Description}"));
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void ADocumentHasATitleALanguageHeadingsAndTablesThatNameTheirColumns()
    {
        foreach (var (_, document) in RealLaw.Documents("US-KY"))
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(document)), isEditable: false);
            var main = word.MainDocumentPart!;
            Assert.Equal(document.Title, word.PackageProperties.Title);
            Assert.Equal("en-US", main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
            var styles = main.StyleDefinitionsPart.Styles.Elements<Style>().Select(s => s.StyleId!.Value).ToHashSet();
            var used = main.Document!.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value).ToList();
            Assert.All(used, s => Assert.Contains(s, styles));
            Assert.Contains("Title", used);
            Assert.Contains("Heading1", used);
            Assert.All(main.Document.Descendants<Table>(), t =>
            {
                Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
                Assert.NotEmpty(t.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!);
            });
            Assert.All(main.Document.Descendants<Hyperlink>(), h => Assert.Contains(main.HyperlinkRelationships, r => r.Id == h.Id));
        }
    }
}
