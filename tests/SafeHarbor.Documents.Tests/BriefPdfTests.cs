using System.Text;
using System.Text.RegularExpressions;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Printing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>The brief as it is printed: two pages, tagged, with all that it cites. Needs Chromium, as ./test installs it.</summary>
public partial class BriefPdfTests
{
    [Fact]
    public void EveryJurisdictionsBriefIsTwoTaggedPagesWithItsCitationsAndReceipt()
    {
        var chromium = Chromium.Find();
        Assert.True(chromium is not null, "chromium is not installed; ./test installs it");
        foreach (var id in RealLaw.Ids)
        {
            var facts = RealLaw.Brief(id);
            using var pdf = PdfDocument.Open(BriefPrinter.Print(chromium, facts));
            Assert.True(pdf.NumberOfPages == 2, $"{id} has {pdf.NumberOfPages} pages");
            Assert.True(pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("MarkInfo"), out _), $"{id} is not marked");
            Assert.True(pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("StructTreeRoot"), out _), $"{id} has no structure");
            Assert.Equal($"{facts.Jurisdiction.Name}: does the law protect an exploited child?", pdf.Information.Title);
            Assert.All(pdf.GetPages(), page => Assert.Contains(Bare(facts.Receipt.ToString()), Bare(page.Text), StringComparison.Ordinal));
            var text = Bare(string.Concat(pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text)));
            Assert.All(facts.Gaps.Take(2).SelectMany(g => g.Rules).Select(r => r.Citation), c => Assert.Contains(Bare(c), text, StringComparison.Ordinal));
            Assert.Contains(Bare("This informs; it is not legal advice."), text, StringComparison.Ordinal);
            Assert.True(Words().Count(string.Join(' ', pdf.GetPage(2).GetWords().Select(w => w.Text))) > 60, $"the second page of {id} is nearly empty");
        }
    }

    [Fact]
    public void ThePdfIsTheSameBytesEachTime()
    {
        var chromium = Chromium.Find();
        var facts = RealLaw.Brief("US-VT");
        Assert.Equal(BriefPrinter.Print(chromium, facts), BriefPrinter.Print(chromium, facts));
    }

    [Fact]
    public void WithoutChromiumItIsSaidHowToInstallIt()
    {
        var error = Assert.Throws<PrintError>(() => BriefPrinter.Print(null, RealLaw.Brief("US-VT")));
        Assert.Contains("apt-get install chromium", error.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void TheEstimateOfLengthNeverExceedsTwoPages() => Assert.All(RealLaw.Ids, id => Assert.InRange(Length.Of(Briefs.Brief.Of(RealLaw.Brief(id))), 0, 2 * Sheet.TextHeight));

    [Fact]
    public void ABriefNeverTellsLessThanTwoGapsWhereThereAreTwo() => Assert.All(RealLaw.Ids, id =>
    {
        var facts = RealLaw.Brief(id);
        var told = Briefs.Brief.Of(facts).Blocks.OfType<Block.Items>().Where(i => i.Numbered).Sum(i => i.Each.Length);
        Assert.True(told >= Math.Min(2, facts.Gaps.Length), $"{id} tells {told} of {facts.Gaps.Length}");
    });

    /// <summary>Letters and digits only: a line that is broken in print is the same words.</summary>
    private static string Bare(string text) => new StringBuilder().AppendJoin("", text.Where(char.IsLetterOrDigit)).ToString();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
