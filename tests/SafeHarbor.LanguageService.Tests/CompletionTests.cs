using Xunit;

namespace SafeHarbor.LanguageService.Tests;

public class CompletionTests
{
    private static List<CompletionItem> At(string marked)
    {
        var (text, place) = Kentucky.At(marked);
        return [.. Completer.At(text, place, Kentucky.Today)];
    }

    private static void Offers(string marked, params string[] labels)
    {
        var offered = At(marked).Select(i => i.Label).ToList();
        foreach (var label in labels)
            Assert.Contains(label, offered);
    }

    private static void OffersNot(string marked, string label) => Assert.DoesNotContain(label, At(marked).Select(i => i.Label));

    /// <summary>The text once the item is taken.</summary>
    private static string Taking(string marked, string label)
    {
        var (text, place) = Kentucky.At(marked);
        var item = Completer.At(text, place, Kentucky.Today).First(i => i.Label == label);
        var content = text.Tree.Source.Content;
        return string.Concat(content.AsSpan(0, item.Replaces.Start), item.Insert, content.AsSpan(item.Replaces.End));
    }

    [Fact]
    public void AnEmptyTextBeginsWithABill() => Offers("|", "bill", "provision");

    [Fact]
    public void UnderABillStandItsLinesAndItsChanges() => Offers(Kentucky.BillHead + "  |", "outcome", "replace", "add", "repeal");

    [Fact]
    public void UnderAChangeStandTheLinesOfAProvision()
    {
        Offers(Kentucky.Section("    |"), "when", "topic", "note", "reading", "despite");
        OffersNot(Kentucky.Section("    |"), "scenario");
    }

    [Fact]
    public void AWordBegunKeepsOnlyWhatBeginsSo()
    {
        Offers(Kentucky.Section("    wh|"), "when");
        OffersNot(Kentucky.Section("    wh|"), "topic");
    }

    [Fact]
    public void ALineOfSeveralWordsIsFoundFromItsSecond() => Offers(Kentucky.Section("    in ev|"), "in every situation");

    [Fact]
    public void AConditionBeginsWithAFactAStatusOrAReading() => Offers(Kentucky.Section("    when |"), "third party is", "age under 18", "the child is a victim of sex trafficking");

    [Fact]
    public void AFactIsFollowedByItsValues()
    {
        Offers(Kentucky.Section("    when third party is |"), "third party is none", "third party is identified", "third party is not none");
        Offers(Kentucky.Section("    when exchange is |"), "exchange is any");
        OffersNot(Kentucky.Section("    when third party is |"), "age under 18");
    }

    [Fact]
    public void APhraseIsFoundFromItsFirstWords() => Offers(Kentucky.Section("    when nobody else|"), "nobody else takes part");

    [Fact]
    public void APhraseIsFoundByAWordWithin() => Offers(Kentucky.Section("    when trafficking|"), "the child is a victim of sex trafficking");

    [Fact]
    public void AfterOrComeFurtherValuesOfTheFact() => Offers(Kentucky.Section("    when conduct is prostitution or |"), "loitering");

    [Fact]
    public void AWholeConditionGoesOnWithAndOrOr() => Offers(Kentucky.Section("    when age under 18 |"), "and", "or");

    [Fact]
    public void AnUnfinishedConditionDoesNot() => OffersNot(Kentucky.Section("    when third party is |"), "and");

    [Fact]
    public void AfterAConditionComesThen() => Assert.Contains("then", At(Kentucky.Section("    when age under 18\n    |")).Take(3).Select(i => i.Label));

    [Fact]
    public void AnEffectIsAStatusOrAParty() => Offers(Kentucky.Section("    when age under 18\n    then |"), "police must", "nobody may", "the child is a victim of sex trafficking");

    [Fact]
    public void APartyIsOfferedOnlyItsOwnActs()
    {
        Offers(Kentucky.Section("    when age under 18\n    then police must not |"), "police must not arrest the child");
        OffersNot(Kentucky.Section("    when age under 18\n    then the court must not |"), "the court must not arrest the child");
    }

    [Fact]
    public void ADutyIsFollowedByItsDeadline() => Offers(Kentucky.Section("    when age under 18\n    then the child welfare agency must open a case within 24 hours of |"), "within 24 hours of a report");

    [Fact]
    public void TopicsAndDaysAreOffered()
    {
        Offers(Kentucky.Section("    topic |"), "prostitution and loitering");
        Offers("bill US-KY \"A draft\"\n  from |", "2026-11-24");
    }

    [Fact]
    public void ASectionIsReplacedAsItStands()
    {
        var taken = Taking(Kentucky.BillHead + "\n  replace KRS 529.120|", "KRS 529.120(1)");
        var draft = Kentucky.Draft(taken);
        Assert.Empty(draft.Findings);
        var change = Assert.IsType<Law.BillChange.Replace>(Assert.Single(draft.Jurisdiction!.Bills.First(b => b.Title == "A draft").Changes));
        Assert.Equal(Kentucky.Law.Provisions.Last(p => p.Citation == "KRS 529.120(1)").Rules, change.Provision.Rules);
    }

    [Fact]
    public void NothingIsOfferedWithinAQuotation() => Assert.Empty(At(Kentucky.Section("    note \"police |\"")));

    [Fact]
    public void WhatWasBegunIsReplaced() => Assert.EndsWith("then police must not arrest the child", Taking(Kentucky.Section("    when age under 18\n    then police must not arr|"), "police must not arrest the child"), StringComparison.Ordinal);
}
