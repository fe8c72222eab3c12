using System.Text.RegularExpressions;
using System.Xml.Linq;
using SafeHarbor.Documents.Charts;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Resolutions;
using SafeHarbor.Documents.Writers;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>What is so of each document, whatever it is about.</summary>
public partial class EveryDocumentTests
{
    [Fact]
    public void ItCarriesItsReceiptItsSourcesAndOneCaution() => Each((id, kind, document) =>
    {
        var html = HtmlWriter.Write(document);
        Assert.True(html.Contains(document.Receipt.ToString(), StringComparison.Ordinal), $"{id} {kind} has no receipt");
        Assert.True(Caution().Count(HtmlWriter.Body(document)) == 1, $"{id} {kind} cautions other than once");
        var cites = document.Blocks.OfType<Block.Items>().SelectMany(i => i.Each).SelectMany(i => i.Words).OfType<Inline.Link>().Any();
        Assert.True(cites, $"{id} {kind} names no source");
    });

    [Fact]
    public void ItsWordsSeeAChildAsAPerson() => Each((id, kind, document) =>
        Assert.Empty(Unkind().Matches(Regex.Replace(HtmlWriter.Body(document), "<[^>]*>", " ")).Select(m => $"{id} {kind}: {m.Value}")));

    [Fact]
    public void ItsPageHasNoScriptAndFetchesNothing() => Each((id, kind, document) =>
    {
        var html = HtmlWriter.Write(document);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"<(img|link|iframe|object)\b|src=|url\(|@import", html);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-US\">", html, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("US-KY")]
    [InlineData("US-VT")]
    public void TheSameInputIsTheSameBytes(string id)
    {
        foreach (var ((kind, one), (_, other)) in RealLaw.Documents(id).Zip(Again(id)))
        {
            Assert.True(WordWriter.Write(one).SequenceEqual(WordWriter.Write(other)), $"{id} {kind} differs in Word");
            Assert.Equal(HtmlWriter.Write(one), HtmlWriter.Write(other));
        }
    }

    [Fact]
    public void ATestimonySheetFitsOnePage() => Assert.All(RealLaw.Ids, id =>
        Assert.InRange(Length.Of(Testimonies.Testimony.Of(RealLaw.Brief(id))), 0, Sheet.TextHeight));

    [Fact]
    public void TheRegisterHoldsTheResolutionAndOnlyWhatHasASource()
    {
        Assert.Contains(Register.Known.Bodies, b => b.Body == "National Foundation for Women Legislators" && b.When == "2016-11");
        Assert.All(Register.Known.Bodies, b => Assert.All(b.Sources, s => Assert.True(Uri.IsWellFormedUriString(s.Address, UriKind.Absolute) && s.Read <= Register.Known.LastLooked)));
        Assert.All(Register.Known.Bodies, b => Assert.NotEmpty(b.Sources));
    }

    [Fact]
    public void AChartSaysInWordsAndInItsTableWhatItDraws()
    {
        var history = StandingHistory.Of(RealLaw.Library, RealLaw.Library.Find("US-PA")!, RealLaw.On);
        var svg = XDocument.Parse(StandingChart.Svg(history)).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("chart-title chart-desc", svg.Attribute("aria-labelledby")!.Value);
        Assert.Equal(history.Title, svg.Element(ns + "title")!.Value);
        Assert.Contains(history.InWords, svg.Element(ns + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains(history.Receipt.ToString(), svg.Element(ns + "desc")!.Value, StringComparison.Ordinal);
        Assert.All(history.Days, d => Assert.Equal(RealLaw.Library.Demands.Count(), d.Counts.Sum()));
        Assert.Equal(history.Days.Select(d => string.Join(' ', d.Counts)), history.Table.Rows.Select(r => string.Join(' ', r.Skip(1))));
        Assert.Equal(RealLaw.On, history.Days[^1].Day);
        // The nation's counts are those of its laws together.
        var nation = StandingHistory.OfTheNation(RealLaw.Library, RealLaw.On);
        Assert.Equal(RealLaw.Ids.Count * RealLaw.Library.Demands.Count(), nation.Days[0].Counts.Sum());
    }

    private static IEnumerable<(string Kind, Document Document)> Again(string id)
    {
        var desk = new Briefs.JurisdictionDesk(RealLaw.Library, id, RealLaw.On);
        var facts = Briefs.BriefFacts.Of(desk);
        return
        [
            ("brief", Briefs.Brief.Of(facts)), ("testimony", Testimonies.Testimony.Of(facts)), ("amendment", Amendments.Amendment.Of(Amendments.AmendmentFacts.Of(desk, RealLaw.Library.Demands, together: false))),
            ("resolution", ModelResolution.Of(new Receipt(RealLaw.Library.Hash, RealLaw.On), ResolutionFacts.Of(RealLaw.Library, id, RealLaw.On))),
        ];
    }

    private static void Each(Action<string, string, Document> check)
    {
        foreach (var id in RealLaw.Sample)
        {
            foreach (var (kind, document) in RealLaw.Documents(id))
                check(id, kind, document);
        }
    }

    [GeneratedRegex("it is not legal advice")]
    private static partial Regex Caution();

    [GeneratedRegex(@"child prostitut\w*|teen prostitut\w*|\b(he|she|his|him|her|hers)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unkind();
}
