using Xunit;

namespace SafeHarbor.LanguageService.Tests;

public class HoverAndDefinitionTests
{
    private static string Hover(string marked)
    {
        var (text, place) = Kentucky.At(marked);
        return Hovers.At(text, place) is { } hover ? $"{hover.Title}\n{string.Join('\n', hover.Lines)}" : "";
    }

    private static string Definition(string marked)
    {
        var (text, place) = Kentucky.At(marked);
        return string.Join('\n', Definitions.At(text, place).Select(l => l.Source[l.Source.LineSpan(l.Source.Position(l.Span.Start).Line)].Trim()));
    }

    [Fact]
    public void AFactShowsItsQuestionAndItsValues()
    {
        var shown = Hover(Kentucky.Section("    when thi|rd party is none\n    then police must not arrest the child"));
        Assert.Contains("Is anyone", shown, StringComparison.Ordinal);
        Assert.Contains("identified: a trafficker has been identified", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void AValueShowsWhatItSaysHere() =>
        Assert.Contains("Here: nobody else takes part.", Hover(Kentucky.Section("    when third party is no|ne\n    then police must not arrest the child")), StringComparison.Ordinal);

    [Fact]
    public void AStatusShowsWhichProvisionsGiveIt() =>
        Assert.Contains("Given by KRS", Hover(Kentucky.Section("    when the child is a vic|tim of sex trafficking\n    then police must not arrest the child")), StringComparison.Ordinal);

    [Fact]
    public void ACitationShowsHeadingDatesAndRules()
    {
        var shown = Hover(Kentucky.BillHead + "\n  repeal KRS 529|.120(1)");
        var provision = Kentucky.Law.Provisions.Last(p => p.Citation == "KRS 529.120(1)");
        Assert.Contains(provision.Heading, shown, StringComparison.Ordinal);
        Assert.Contains("in force", shown, StringComparison.Ordinal);
        Assert.Contains("the prosecutor", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void AnActShowsWhoCanDoIt() =>
        Assert.Contains("police", Hover(Kentucky.Section("    when age under 18\n    then police must not arr|est the child")), StringComparison.Ordinal);

    [Fact]
    public void TheWordsOfALineAreExplained() => Assert.Contains("exception", Hover(Kentucky.Section("    unl|ess decoy is yes")), StringComparison.Ordinal);

    [Fact]
    public void NothingIsSaidOfABlank() => Assert.Equal("", Hover(Kentucky.BillHead + "\n|\n\n  repeal KRS 529.120(1)"));

    [Fact]
    public void ADemandShowsWhatItAsks()
    {
        var demand = Kentucky.Library.Demands.First();
        var (text, _) = Kentucky.At($"scenario \"x\"\n  in US-KY on 2026-11-01\n  given age is 15\n  expect {demand.Id}: met because of it\n");
        Assert.Contains(demand.Title, Hovers.At(text, text.Tree.Source.Content.IndexOf(demand.Id, StringComparison.Ordinal) + 1)!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    when thi|rd party is none\n    then police must not arrest the child", "fact third party is one of")]
    [InlineData("    when the child is a vic|tim of sex trafficking\n    then police must not arrest the child", "status victim of sex trafficking")]
    [InlineData("    when age under 18\n    then pol|ice must not arrest the child", "party police")]
    [InlineData("    when age under 18\n    then police must not arr|est the child", "act arrest the child")]
    [InlineData("    despite KRS 529.120|(1)", "provision KRS 529.120(1)")]
    public void ANameLeadsToWhereItIsDeclared(string lines, string declared) => Assert.StartsWith(declared, Definition(Kentucky.Section(lines)), StringComparison.Ordinal);

    [Fact]
    public void WhatADocumentDeclaresIsListed()
    {
        var outline = Assert.Single(Outline.Of(Kentucky.Draft(Kentucky.BillHead + "\n  repeal KRS 529.120(1)\n  add KRS 1.1 \"New\"\n    in every situation\n    then police must not arrest the child").Tree));
        Assert.Equal("bill US-KY \"A draft\"", outline.Name);
        Assert.Equal(["repeal KRS 529.120(1)", "add KRS 1.1 \"New\""], outline.Within.Select(w => w.Name));
    }

    [Fact]
    public void MarkdownNeverTakesWordsOfTheTextForForm() =>
        Assert.Contains("\\*not\\*", new HoverText(default, "a", ["*not*"]).ToMarkdown(), StringComparison.Ordinal);

    [Fact]
    public void ACitationOfTheFederationIsFound()
    {
        var federal = Kentucky.Library.Find("US")!.Provisions.First();
        Assert.Contains(federal.Citation, Definition(Kentucky.Section($"    despite |{federal.Citation}")), StringComparison.Ordinal);
    }

    [Fact]
    public void TheLawBesideWhichADraftIsReadStaysAsItIs()
    {
        var before = Kentucky.Law.Bills.Length;
        Assert.Equal(before + 1, Kentucky.Draft(Kentucky.BillHead).Jurisdiction!.Bills.Length);
        Assert.Equal(before, Kentucky.Library.Find("US-KY")!.Bills.Length);
    }
}
