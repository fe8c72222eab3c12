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
    private const int Points = 3;

    /// <summary>The sheet, with as much of each point as one page holds.</summary>
    public static Document Of(BriefFacts facts)
    {
        var chosen = facts.Gaps.Take(Points).ToList();
        return Sizes.Select(size => Compose(facts, chosen, size)).FirstOrDefault(d => Length.Of(d) <= Sheet.TextHeight * 0.97) ?? Compose(facts, chosen, Sizes[^1]);
    }

    /// <summary>How much is told of each part.</summary>
    private sealed record Size(int Points, int Demands, int Reasons, int Asks, int Sources);

    /// <summary>The fullest first: what does not fit on the page gives way to a smaller one.</summary>
    private static readonly Size[] Sizes = [new(3, 2, 2, 5, 12), new(3, 2, 1, 4, 8), new(3, 1, 1, 3, 5), new(3, 1, 1, 2, 3), new(2, 1, 1, 2, 2), new(1, 1, 1, 1, 1)];

    private static Document Compose(BriefFacts facts, List<TellingGap> all, Size size)
    {
        var (gaps, sources) = (all.Take(size.Points).ToList(), size.Sources);
        var (name, day) = (facts.Jurisdiction.Name, LocalDatePattern.Iso.Format(facts.Receipt.On));
        var cited = Cited(facts, gaps).DistinctBy(p => p.Citation).ToList();
        List<Block> blocks =
        [
            new Block.Heading(2, "Who I am"),
            new Block.Paragraph([new Inline.Text("My name is "), new Inline.Blank("your name"), new Inline.Text(". I speak for "), new Inline.Blank("organisation, or yourself"), new Inline.Text(" on "), new Inline.Blank("bill or subject"),
                new Inline.Text(". I know of this because "), new Inline.Blank("one sentence of your own; name no child"), new Inline.Text(".")]),
            new Block.Heading(2, gaps.Count == 0 ? "Where the law stands" : gaps.Count == 1 ? "One point" : $"{(gaps.Count == 2 ? "Two" : "Three")} points"),
            gaps.Count == 0 ? Block.Of(Standing(facts)) : new Block.Items([.. gaps.Select(g => Point(g, size))], Numbered: true),
            .. Child(gaps),
            new Block.Heading(2, "What we ask"),
            new Block.Items([.. Asks(facts, gaps, size.Asks).Select(a => Item.Of(new Inline.Text(a)))], Numbered: false),
            new Block.Heading(2, "Sources"),
            Sources.List(cited.Take(sources), facts.Frameworks),
            Block.Of($"{(cited.Count > sources ? $"{Friendly.Count(cited.Count - sources, "more source")}: “safeharbor brief {facts.Jurisdiction.Id}”. " : "")}The words are ours and paraphrase the law as of {day}. This informs; it is not legal advice.", Tone.Quiet),
        ];
        return new Document($"Testimony: exploited children and the law of {name}", $"One page to speak from: where the law of {name} lets an exploited child fall through, as of {day}", facts.Receipt, [.. blocks]);
    }

    private static Item Point(TellingGap gap, Size size)
    {
        var item = Brief.GapItem(gap, most: size.Demands);
        return item with { Below = [[new Inline.Strong("Why: "), new Inline.Text(string.Join(" ", gap.Because.Take(size.Reasons)))]] };
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

    private static IEnumerable<string> Asks(BriefFacts facts, List<TellingGap> gaps, int most)
    {
        var edits = gaps.SelectMany(g => g.Reforms).SelectMany(r => r.Proposals.Take(1)).SelectMany(p => p.Edits).ToList();
        var asks = edits.Select(e => e is Edit.Write write ? $"write a new section so that {Brief.Lower(write.Demand.Title)}" : ReformWords.InALine(e)).Distinct().ToList();
        foreach (var ask in asks.Take(most))
            yield return Friendly.Sentence(ask) + ".";
        if (asks.Count > most)
            yield return $"And {Friendly.Count(asks.Count - most, "more change")}, set out in the amendment that I leave with you.";
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
