using System.Collections.Immutable;
using NodaTime.Text;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Briefs;

/// <summary>Two pages on one jurisdiction, for a legislator who has ten minutes before a hearing.</summary>
public static class Brief
{
    public const int Pages = 2;

    /// <summary>How much of the two pages is filled at first: lines that may not stand alone at a page's foot cost a little.</summary>
    public const double FillAtFirst = 0.99;

    /// <summary>The brief that tells as much as two pages hold.</summary>
    /// <param name="fill">How much of the two pages may be filled, above 0 and at most 1; less where a reader's fonts are wider.</param>
    public static Document Of(BriefFacts facts, double fill = FillAtFirst)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fill, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(fill, 0);
        var room = Pages * Sheet.TextHeight * fill;
        var choice = BriefChoice.Least;
        while (choice.More(facts).FirstOrDefault(more => Length.Of(Compose(facts, more, broken: false)) <= room) is { } more)
            choice = more;
        var document = Compose(facts, choice, broken: false);
        return Length.Of(document) > Sheet.TextHeight * 1.05 ? document : Compose(facts, choice, broken: true);
    }

    /// <param name="broken">Whether the second page is begun by hand, because there is too little to fill the first.</param>
    private static Document Compose(BriefFacts facts, BriefChoice choice, bool broken)
    {
        var (name, day) = (facts.Jurisdiction.Name, LocalDatePattern.Iso.Format(facts.Receipt.On));
        var (well, gaps, changes) = (facts.Well.Take(choice.Well).ToList(), facts.Gaps.Take(choice.Gaps).ToList(), LatestFirst(facts.Changes).Take(choice.Changes).OrderByDescending(c => c.Day).ToList());
        List<Block> blocks =
        [
            Block.Of($"A brief for a hearing. It holds the law as of {day} against the resolution of November 2016 of the National Foundation for Women Legislators, "
                + $"which we state as {facts.Now.Length} demands, and asks of each whether it is met for every child under 18, in every situation that can be."),
            Glance(facts),
            new Block.Heading(2, "What the law does well"),
            Well(facts, well),
            new Block.Heading(2, "Where a child falls through"),
            .. Gaps(facts, gaps),
            .. broken ? [new Block.PageBreak()] : Array.Empty<Block>(),
            new Block.Heading(2, $"What changed since November {facts.Since.Year}"),
            Changes(facts, changes),
            new Block.Heading(2, "What could not be read"),
            Unread(facts, choice.Unread),
            new Block.Heading(2, "Sources"),
            Sources.List(Cited(well, gaps, changes), facts.Frameworks),
            Block.Of(LeftOut(facts, choice) + " The words are ours and paraphrase the law; each line was worked out and proved on a made-up child. This informs; it is not legal advice.", Tone.Quiet),
        ];
        return new Document($"{name}: does the law protect an exploited child?",
            $"What the law of {name} does well, where a child falls through, and what would mend it, as of {day}", facts.Receipt, [.. blocks]);
    }

    private static Block.Table Glance(BriefFacts facts)
    {
        ImmutableArray<string> Row(string when, IEnumerable<Standing> standings) => [when, .. Standing.Counts(standings).Select(c => Friendly.Count(c, "demand"))];
        return new Block.Table($"The {facts.Now.Length} demands. “Not met”: some child surely falls through. “Not known”: it turns on text we could not read. “Open”: it turns on an open question of law.",
            ["", "Met for every child", "Open", "Not met", "Not known"],
            [Row($"On {LocalDatePattern.Iso.Format(facts.Since)}", facts.Then), Row($"On {LocalDatePattern.Iso.Format(facts.Receipt.On)}", facts.Now)], [16, 20, 14, 14, 14]);
    }

    private static Block Well(BriefFacts facts, List<MetDemand> well) => well.Count == 0
        ? Block.Of(facts.Now.All(s => s.InOne == Verdict.NotKnown) ? "Too little could be read to say." : "No demand is met for most children.")
        : new Block.Items([.. well.Select(w => Item.Of(new Inline.Text($"{w.Demand.Title}{(w.But == 0 ? "" : $", but for {Friendly.Count(w.But, "kind")} of situation")}{(w.Rules.IsEmpty ? w.But == 0 ? ": no provision that was read says otherwise" : "" : $": {Friendly.And(w.Rules.Select(r => r.Citation))}")}.")))], Numbered: false);

    private static IEnumerable<Block> Gaps(BriefFacts facts, List<TellingGap> gaps) => gaps.Count == 0
        ? [Block.Of(facts.Now.All(s => s.InOne == Verdict.Yes) ? "Nowhere: each demand is met for every child." : "Nowhere that is sure: what is not met for every child turns on text we could not read.")]
        : [new Block.Items([.. gaps.Select(g => GapItem(g))], Numbered: true)];

    /// <param name="most">How many of the demands are told.</param>
    internal static Item GapItem(TellingGap gap, int most = int.MaxValue)
    {
        var ensures = gap.Verdict == Verdict.Arguable ? "it is an open question of law whether" : "the law does not ensure that";
        var when = gap.Everywhere ? gap.Verdict == Verdict.Arguable ? "In every situation it is an open question of law whether" : "In no situation does the law ensure that"
            : $"When {string.Join(", and ", gap.Kind.Select(k => k.Fact.Say(k.Values)))}: {ensures}";
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<Inline>>();
        void Line(string lead, string text) => lines.Add([new Inline.Strong(lead + " "), new Inline.Text(text)]);
        Line("For example:", $"{gap.Example}.{(gap.More == 0 ? "" : $" The same is so in {Friendly.Count(gap.More, "more kind", "more kinds")} of situation.")}");
        Line("Why:", string.Join(" ", gap.Because));
        Line("Elsewhere:", gap.Elsewhere.IsEmpty ? "no other state’s law in the library covers this child."
            : string.Join("; ", gap.Elsewhere.Take(2).Select(e => $"{e.Jurisdiction.Name} covers this child{(e.Demands.Length == gap.Demands.Length ? "" : $" ({Friendly.And(e.Demands.Select(d => d.Id))})")}: {Friendly.And(e.Rules.Take(2).Select(r => r.Citation))}")) + ".");
        Line("Smallest reform:", ReformWords.InALine(gap.Reforms) + ".");
        return new Item([new Inline.Strong($"{when} "), new Inline.Text(Titles(gap.Demands, most) + ".")], lines.ToImmutable());
    }

    private static Block Changes(BriefFacts facts, List<TimelineStep> changes) => changes.Count == 0
        ? Block.Of("Nothing that moves a demand, in what could be read.")
        : new Block.Items([.. changes.Select(step => Item.Of(new Inline.Strong(LocalDatePattern.Iso.Format(step.Day) + ": "), new Inline.Text(ChangeWords.Of(step))))], Numbered: false);

    /// <summary>What made a child better or worse off before what only could be read from then on.</summary>
    private static IEnumerable<TimelineStep> LatestFirst(ImmutableArray<TimelineStep> changes) =>
        changes.OrderByDescending(c => c.Changes.Any(d => d.Parts.Any(p => p.Direction != 0))).ThenByDescending(c => c.Day);

    private static Block Unread(BriefFacts facts, int most)
    {
        if (facts.Unread.IsEmpty)
            return Block.Of($"Nothing on which a demand turns.{(facts.UnreadInAll == 0 ? "" : $" {Friendly.Sentence(Friendly.Count(facts.UnreadInAll, "text"))} of less weight could not be read.")}");
        return new Block.Items([.. facts.Unread.Take(most).Select(u => Item.Of(new Inline.Text($"{Friendly.Sentence(u.Title)}. On it turns whether {Titles(u.Demands, 1)}.")))], Numbered: false, Tone.Quiet);
    }

    private static IEnumerable<Provision> Cited(List<MetDemand> well, List<TellingGap> gaps, List<TimelineStep> changes) =>
        well.SelectMany(w => w.Rules).Select(r => r.Provision)
            .Concat(gaps.SelectMany(g => g.Rules.Concat(g.Elsewhere.Take(2).SelectMany(e => e.Rules.Take(2)))).Select(r => r.Provision))
            .Concat(changes.SelectMany(ChangeWords.Cited)).OfType<Provision>();

    private static string LeftOut(BriefFacts facts, BriefChoice choice)
    {
        var more = new List<string>();
        void Count(int all, int told, string one, string many)
        {
            if (all > told)
                more.Add(Friendly.Count(all - told, one, many));
        }
        Count(facts.GapsInAll, facts.Gaps.Take(choice.Gaps).Sum(g => 1 + g.More), "kind of situation", "kinds of situation");
        Count(facts.Changes.Length, choice.Changes, "change", "changes");
        Count(facts.Well.Length, choice.Well, "strength", "strengths");
        Count(facts.Unread.Length, choice.Unread, "unread text", "unread texts");
        var id = facts.Jurisdiction.Id;
        return more.Count == 0 ? $"Nothing was left out; “safeharbor gaps {id}” has every reason."
            : $"Left out for space: {Friendly.And(more)}. “safeharbor gaps {id}”, “timeline {id}” and “library {id}” have all of them, “amendment {id}” the reforms word by word.";
    }

    /// <summary>What the first of some demands ask, and how many more there are.</summary>
    internal static string Titles(IReadOnlyCollection<Demand> demands, int most) => string.Join("; ", demands.Take(most).Select(d => $"{Lower(d.Title)} ({d.Id})"))
        + (demands.Count > most ? $"; and {Friendly.Count(demands.Count - most, "more demand")}" : "");

    internal static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
