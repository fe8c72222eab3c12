using NodaTime.Text;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Testimonies;

/// <summary>One page to speak from before a committee: who I am, three points, one child, what we ask.</summary>
public static class Testimony
{
    private const int Points = 3, MostAsks = 5;

    /// <summary>The sheet, with as much of each point as one page holds.</summary>
    public static Document Of(BriefFacts facts)
    {
        var chosen = facts.Gaps.Take(Points).ToList();
        for (var (reasons, sources) = (2, 12); ; reasons = 1, sources -= 2)
        {
            var document = Compose(facts, chosen, reasons, sources);
            if (sources <= 2 || Length.Of(document) <= Sheet.TextHeight * 0.97)
                return document;
        }
    }

    private static Document Compose(BriefFacts facts, List<TellingGap> gaps, int reasons, int sources)
    {
        var (name, day) = (facts.Jurisdiction.Name, LocalDatePattern.Iso.Format(facts.Receipt.On));
        var cited = Cited(facts, gaps).DistinctBy(p => p.Citation).ToList();
        List<Block> blocks =
        [
            new Block.Heading(2, "Who I am"),
            new Block.Paragraph([new Inline.Text("My name is "), new Inline.Blank("your name"), new Inline.Text(". I speak for "), new Inline.Blank("organisation, or yourself"), new Inline.Text(" on "), new Inline.Blank("bill or subject"),
                new Inline.Text(". I know of this because "), new Inline.Blank("one sentence of your own; name no child"), new Inline.Text(".")]),
            new Block.Heading(2, gaps.Count == 0 ? "Where the law stands" : gaps.Count == 1 ? "One point" : $"{(gaps.Count == 2 ? "Two" : "Three")} points"),
            gaps.Count == 0 ? Block.Of(Standing(facts)) : new Block.Items([.. gaps.Select(g => Point(g, reasons))], Numbered: true),
            .. Child(gaps),
            new Block.Heading(2, "What we ask"),
            new Block.Items([.. Asks(facts, gaps).Select(a => Item.Of(new Inline.Text(a)))], Numbered: false),
            new Block.Heading(2, "Sources"),
            Sources.List(cited.Take(sources)),
            Block.Of($"{(cited.Count > sources ? $"{Friendly.Count(cited.Count - sources, "more source")}: “safeharbor brief {facts.Jurisdiction.Id}”. " : "")}The words are ours and paraphrase the law as of {day}. This informs; it is not legal advice.", Tone.Quiet),
        ];
        return new Document($"Testimony: exploited children and the law of {name}", $"One page to speak from: where the law of {name} lets an exploited child fall through, as of {day}", facts.Receipt, [.. blocks]);
    }

    private static Item Point(TellingGap gap, int reasons)
    {
        var item = Brief.GapItem(gap, most: 2);
        return item with { Below = [[new Inline.Strong("Why: "), new Inline.Text(string.Join(" ", gap.Because.Take(reasons)))]] };
    }

    private static IEnumerable<Block> Child(List<TellingGap> gaps)
    {
        if (gaps.Count == 0)
            yield break;
        yield return new Block.Heading(2, "One child");
        yield return Block.Of($"Think of {gaps[0].Example}. The child is made up; the law that fails this child is not.");
    }

    private static string Standing(BriefFacts facts)
    {
        var counts = Words.Standing.Counts(facts.Now);
        return $"Of {facts.Now.Length} demands that the resolution of November 2016 makes, {counts[0]} are met for every child, and {counts[3]} turn on text that could not be read. No gap is sure.";
    }

    private static IEnumerable<string> Asks(BriefFacts facts, List<TellingGap> gaps)
    {
        var edits = gaps.SelectMany(g => g.Reforms).SelectMany(r => r.Proposals.Take(1)).SelectMany(p => p.Edits).ToList();
        var asks = edits.Select(e => e is Edit.Write write ? $"write a new section so that {Brief.Lower(write.Demand.Title)}" : ReformWords.InALine(e)).Distinct().ToList();
        foreach (var ask in asks.Take(MostAsks))
            yield return Friendly.Sentence(ask) + ".";
        if (asks.Count > MostAsks)
            yield return $"And {Friendly.Count(asks.Count - MostAsks, "more change")}, set out in the amendment that I leave with you.";
        if (gaps.Count > 0 && asks.Count == 0)
            yield return "Find the change that closes these gaps, and make it.";
        if (facts.Now.Any(s => s.InOne == Verdict.NotKnown))
            yield return "Have the law that we could not read put where everybody can read it.";
        if (gaps.Count == 0)
            yield return "Keep what protects these children as it is, and see that it is done.";
    }

    private static IEnumerable<Provision> Cited(BriefFacts facts, List<TellingGap> gaps) =>
        (gaps.Count > 0 ? gaps.SelectMany(g => g.Rules) : facts.Well.SelectMany(w => w.Rules)).Select(r => r.Provision).OfType<Provision>();
}
