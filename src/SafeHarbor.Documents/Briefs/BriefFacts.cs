using System.Collections.Immutable;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Briefs;

/// <summary>A demand that the law meets, and the rules by which it does.</summary>
/// <param name="But">In how many kinds of situation it is not surely met; 0 where it is met for every child.</param>
public sealed record MetDemand(Demand Demand, int But, ImmutableArray<ApplicableRule> Rules);

/// <summary>A kind of situation in which a child falls through, with what a legislator asks about it.</summary>
/// <param name="Everywhere">Whether it is every situation of which the demands speak.</param>
/// <param name="More">How many further kinds of situation the same is so in.</param>
/// <param name="Example">One child, on whom it was proved.</param>
/// <param name="Because">Why, each with its citation.</param>
/// <param name="Elsewhere">Other jurisdictions whose law covers this child, those that meet most of the demands first.</param>
/// <param name="Reforms">The smallest reform of each demand, as far as the search reached.</param>
/// <param name="Rules">The rules cited in <paramref name="Because"/>.</param>
public sealed record TellingGap(
    Verdict Verdict, bool Everywhere, ImmutableArray<(Fact Fact, ValueSet Values)> Kind, int More, ImmutableArray<Demand> Demands, string Example, ImmutableArray<string> Because,
    ImmutableArray<(Jurisdiction Jurisdiction, ImmutableArray<Demand> Demands, ImmutableArray<ApplicableRule> Rules)> Elsewhere, ImmutableArray<ReformResult> Reforms, ImmutableArray<ApplicableRule> Rules);

/// <summary>Something that could not be read, with the demands that turn on it.</summary>
public sealed record OpenText(string Title, ImmutableArray<Demand> Demands);

/// <summary>What a brief, a testimony sheet or a resolution may tell of one jurisdiction.</summary>
/// <param name="GapsInAll">How many kinds of situation are not met or arguable, of which <paramref name="Gaps"/> are the most telling.</param>
/// <param name="UnreadInAll">How many texts the library marks as not read.</param>
public sealed record BriefFacts(
    Jurisdiction Jurisdiction, Receipt Receipt, ImmutableArray<Framework> Frameworks, NodaTime.LocalDate Since, ImmutableArray<Standing> Then, ImmutableArray<Standing> Now, ImmutableArray<MetDemand> Well, ImmutableArray<TellingGap> Gaps, int GapsInAll,
    ImmutableArray<TimelineStep> Changes, ImmutableArray<OpenText> Unread, int UnreadInAll)
{
    private const int MostNotMet = 6, MostArguable = 4;

    public static BriefFacts Of(JurisdictionDesk desk)
    {
        var gaps = desk.Demands.Select(desk.Finder.Find).ToList();
        var together = desk.Finder.Together(desk.Demands);
        var begins = desk.Library.Vocabulary.Begins;
        var telling = together.Where(p => p.Verdict != Verdict.NotKnown).SelectMany(p => Telling(p).Take(p.Verdict == Verdict.No ? MostNotMet : MostArguable).Select(s => GapOf(desk, p.Verdict, s.Everywhere, s.Sentence)));
        var inOwn = desk.Jurisdiction.Unread.Where(u => u.AppliesOn(desk.On)).ToList();
        return new BriefFacts(desk.Jurisdiction, desk.Receipt, desk.Library.Frameworks, begins, Standing.Of(desk.Library, desk.Jurisdiction.Id, begins), Standing.Of(desk.Finder, desk.Demands),
            WellMet(desk, gaps), [.. telling], together.Where(p => p.Verdict != Verdict.NotKnown).Sum(p => p.Lines.Length + (p.Everywhere is null ? 0 : 1)),
            Timeline.Of(desk.Library, desk.Jurisdiction, desk.Demands, begins, desk.On), OpenTexts(together), inOwn.Count);
    }

    /// <summary>What is so everywhere; then what is so of most demands, in the plainest situations.</summary>
    private static IEnumerable<(bool Everywhere, JointSentence Sentence)> Telling(JointPart part)
    {
        // Demands that fail everywhere for the same reason are one story, others each their own.
        var everywhere = part.Everywhere is not { } all ? [] : all.Demands.GroupBy(d => string.Join('|', d.Line.Answer.Explanation.Findings.Select(f => f.Rule.Citation).Distinct().Take(1)))
            .Select(g => (true, JointSentence.Of([all with { Demands = [.. g] }])));
        return everywhere.Concat(part.Sentences.OrderByDescending(s => s.Demands.Count()).ThenBy(s => s.Alternatives[0].Line.Restrictions.Length).Select(s => (false, s)));
    }

    private static TellingGap GapOf(JurisdictionDesk desk, Verdict verdict, bool everywhere, JointSentence sentence)
    {
        var line = sentence.Alternatives.OrderBy(a => a.Line.Restrictions.Length).First().Line;
        var because = line.Demands.SelectMany(d => Because(d.Line.Answer, desk.Jurisdiction.Name)).DistinctBy(b => b.Sentence).Take(2).ToList();
        var elsewhere = line.Demands.SelectMany(d => desk.Precedents.Find(d.Demand, d.Line).Where(p => !p.Rules.IsEmpty).Select(p => (d.Demand, Precedent: p)))
            .GroupBy(p => p.Precedent.Jurisdiction.Id)
            .Select(g => (g.First().Precedent.Jurisdiction, g.Select(p => p.Demand).ToImmutableArray(), g.SelectMany(p => p.Precedent.Rules).DistinctBy(r => r.Citation).ToImmutableArray()))
            .OrderByDescending(g => g.Item2.Length).ThenBy(g => g.Item3.Length).ThenBy(g => g.Jurisdiction.Id, StringComparer.Ordinal);
        return new TellingGap(verdict, everywhere, line.Restrictions, sentence.Alternatives.Length - 1, [.. line.Demands.Select(d => d.Demand)], Example(desk, line), [.. because.Select(b => b.Sentence)],
            [.. elsewhere], [.. line.Demands.Select(d => desk.ReformOf(d.Demand))], [.. because.SelectMany(b => b.Rules).DistinctBy(r => r.Citation)]);
    }

    /// <summary>The facts that a reader needs to see the child: what the demand speaks of, and what makes the situation this kind.</summary>
    private static string Example(JurisdictionDesk desk, JointLine line)
    {
        var (demand, first) = line.Demands[0];
        var told = line.Restrictions.Concat(first.Restrictions).Select(r => r.Fact.Index).Concat(ConditionParts.FactsIn(demand.Premise).Select(f => f.Index)).ToHashSet();
        var facts = first.Example.Given.Where(g => told.Contains(g.Fact.Index) && g.Fact.Name != "age" && g.Fact.Name != "decoy").Select(g => g.Fact.Say(g.Values)).ToList();
        var age = first.Example[desk.Library.Vocabulary.FactNamed("age")!];
        return $"a child of {age.First + desk.Library.Vocabulary.FactNamed("age")!.Lowest!.Value}{(facts.Count == 0 ? "" : "; " + string.Join("; ", facts))}";
    }

    private static IEnumerable<(string Sentence, ImmutableArray<ApplicableRule> Rules)> Because(CaseAnswer answer, string jurisdiction)
    {
        var rules = answer.Explanation.Findings.SelectMany(f => f.DefeatedBy.Prepend(f.Rule)).DistinctBy(r => r.Citation).ToList();
        var sentences = Sentences.Because(answer, jurisdiction, 1, r => r.Provision is null ? "not read: " + r.Unread!.Title : r.Citation).Select(b => b + ".").ToList();
        var readings = answer.Verdict == Verdict.Arguable ? answer.Explanation.Readings.Take(1).Select(r => $"It turns on whether {r.Reading.Name}{(sentences.Any(s => s.Contains(r.Provision.Citation, StringComparison.Ordinal)) ? "" : $" ({r.Provision.Citation})")}.") : [];
        foreach (var sentence in sentences.Concat(readings))
            yield return (sentence, [.. rules.Where(r => r.Provision is not null && sentence.Contains(r.Citation, StringComparison.Ordinal))]);
    }

    private static ImmutableArray<MetDemand> WellMet(JurisdictionDesk desk, IEnumerable<DemandGap> gaps)
    {
        var (writer, reporter) = (new TermWriter(desk.Finder.Diagrams, desk.Library.Vocabulary), new CaseReporter(desk.Compiled));
        // Half of the situations at least: less is no strength to tell of.
        return [.. gaps.Where(g => !g.Met.IsZero && g.Met * 2 >= g.Total).OrderByDescending(g => g.Parts.IsEmpty).ThenBy(g => g.Parts.Sum(p => p.Lines.Length)).Select(gap =>
        {
            var example = writer.Example(desk.Finder.RegionsOf(gap.Demand).Met);
            var rules = reporter.Answer(example, gap.Demand).Answer.Explanation.Deciding.Select(f => f.Rule).Where(r => r.Provision is not null).DistinctBy(r => r.Citation).Take(2);
            return new MetDemand(gap.Demand, gap.Parts.Sum(p => p.Lines.Length), [.. rules]);
        })];
    }

    private static ImmutableArray<OpenText> OpenTexts(IEnumerable<JointPart> together) =>
        [.. together.Where(p => p.Verdict == Verdict.NotKnown).SelectMany(p => p.Everywhere is null ? p.Lines : p.Lines.Insert(0, p.Everywhere)).SelectMany(l => l.Demands)
            .SelectMany(d => d.Line.Answer.Explanation.Unread.Select(u => (u.Title, d.Demand)))
            .GroupBy(u => u.Title).Select(g => new OpenText(g.Key, [.. g.Select(u => u.Demand).Distinct()])).OrderByDescending(o => o.Demands.Length)];
}
