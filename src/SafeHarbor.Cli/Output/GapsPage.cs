using System.Collections.Immutable;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Output;

/// <summary>Tells a jurisdiction's gaps to a person: all demands together in few sentences, or each by itself.</summary>
internal sealed class GapsPage(Session session, CompiledLaw law, PrecedentFinder? precedents, RecordedCases? recorded, bool all)
{
    /// <summary>Lines of one part shown at first; the rest are counted, and shown with `--all`.</summary>
    private const int LinesShown = 6;

    private const int JointLinesShown = 8;

    private readonly Page _page = new();

    private string Name => law.Law.Jurisdiction.Name;

    /// <summary>All demands together: each kind of situation once, with what becomes of the child there.</summary>
    public void PrintTogether(IReadOnlyCollection<DemandGap> gaps, ImmutableArray<JointPart> together)
    {
        Begin(gaps);
        foreach (var part in together)
        {
            _page.Heading(GapWords.JointLead(part));
            if (part.Everywhere is { } everywhere)
                AppendJoint(part.Verdict, JointSentence.Of([everywhere]), "In every situation of which they speak:");
            var most = all ? int.MaxValue : JointLinesShown;
            var sentences = (recorded is null ? part.Sentences
                : part.Sentences.OrderByDescending(s => s.Alternatives.Max(a => recorded.Of(part.Verdict, a.Line)))).ToList();
            var number = 0;
            foreach (var sentence in sentences.Take(most))
                AppendJoint(part.Verdict, sentence, $"{++number}. {GapWords.Lead(sentence)}");
            AppendRest(sentences.Skip(most).Sum(s => s.Alternatives.Length));
            _page.Blank();
        }
        _page.Heading("Demand by demand");
        foreach (var gap in gaps)
            _page.Line($"{gap.Demand.Id}  {GapWords.Shares(gap)}.", 2, Page.Style.Plain, 4);
        _page.Line("Shares are of the situations that the vocabulary can tell apart, not of children. `--demand` with one of these names tells its gap by itself, with every reason; `--each` tells all.", 2, Page.Style.Quiet).Blank();
        End();
    }

    /// <summary>The gap of each demand by itself.</summary>
    public void PrintEach(IReadOnlyCollection<DemandGap> gaps)
    {
        Begin(gaps);
        foreach (var gap in gaps.Where(g => !g.Parts.IsEmpty))
            AppendGap(gap);
        End();
    }

    private void Begin(IReadOnlyCollection<DemandGap> gaps)
    {
        _page.Heading($"{Name}: where a child falls through");
        _page.Line($"The law as of {NodaTime.Text.LocalDatePattern.Iso.Format(session.On)}. Each line is a kind of situation; together the lines are all of them.").Blank();
        var met = gaps.Where(g => g.Parts.IsEmpty && !g.Total.IsZero).ToList();
        if (met.Count == 0)
            return;
        _page.Heading("Met in every situation");
        foreach (var gap in met)
            _page.Line($"{gap.Demand.Id}  {gap.Demand.Title}.", 2, Page.Style.Good, 4);
        _page.Blank();
    }

    private void End()
    {
        if (recorded is { BadRows: > 0 })
            _page.Line($"{Friendly.Count(recorded.BadRows, "row")} of the file could not be read; `safeharbor count` tells which.", 0, Page.Style.Open);
        _page.Line("This informs; it is not legal advice. A fact that a line does not name may be anything.", 0, Page.Style.Quiet);
        _page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    private void AppendJoint(Verdict verdict, JointSentence sentence, string lead)
    {
        _page.Line(lead, 2, Page.Style.Plain, 3);
        var letter = 'a';
        foreach (var (own, line) in sentence.Alternatives)
        {
            if (sentence.Alternatives.Length > 1)
                _page.Line($"{letter++}) {Friendly.Sentence(Sentences.Situation(own))}.", 5, Page.Style.Plain, 3);
            if (recorded is not null && !line.Restrictions.IsEmpty)
                _page.Line(recorded.InWords(recorded.Of(verdict, line)), sentence.Alternatives.Length > 1 ? 8 : 5, Page.Style.Plain);
            if (!line.Restrictions.IsEmpty)
                _page.Line($"For example: {Sentences.Example(line.Demands[0].Line.Example, GapWords.FactsOf(law, line.Demands[0].Demand))}.", sentence.Alternatives.Length > 1 ? 8 : 5, Page.Style.Quiet);
        }
        foreach (var demand in sentence.Demands)
            _page.Line($"{demand.Id}  {GapWords.Fate(verdict, demand)}.", 5, Styles.Of(verdict), 4);
        foreach (var because in sentence.Alternatives.SelectMany(a => a.Line.Demands).SelectMany(d => GapWords.Reasons(verdict, d.Line, Name, most: 1)).Distinct())
            _page.Line($"- {because}", 7, Page.Style.Plain, 2);
        foreach (var (demand, line) in sentence.Alternatives.SelectMany(a => a.Line.Demands))
            AppendPrecedents(demand, line);
    }

    private void AppendGap(DemandGap gap)
    {
        _page.Heading($"{gap.Demand.Id}  {gap.Demand.Title}");
        _page.Line($"Asked of every situation in which {ConditionWords.Say(gap.Demand.Premise)}.", 2, Page.Style.Quiet);
        _page.Line($"Of the situations that the vocabulary can tell apart: {GapWords.Shares(gap)}.", 2);
        var facts = GapWords.FactsOf(law, gap.Demand);
        var most = all ? int.MaxValue : LinesShown;
        foreach (var part in gap.Parts)
        {
            _page.Line(GapWords.Lead(gap.Demand, part), 2, Styles.Of(part.Verdict));
            var number = 0;
            var lines = recorded is null ? part.Lines : [.. part.Lines.OrderByDescending(l => recorded.Of(gap.Demand, part.Verdict, l.Restrictions))];
            foreach (var line in lines.Take(most))
            {
                _page.Line($"{++number}. {Friendly.Sentence(Sentences.Situation(line.Restrictions))}.", 4, Page.Style.Plain, 3);
                if (recorded is not null)
                    _page.Line(recorded.InWords(recorded.Of(gap.Demand, part.Verdict, line.Restrictions)), 7);
                _page.Line($"For example: {Sentences.Example(line.Example, facts)}.", 7, Page.Style.Quiet);
                foreach (var because in GapWords.Reasons(part.Verdict, line, Name, most: 3))
                    _page.Line($"- {because}", 7, Page.Style.Plain, 2);
                AppendPrecedents(gap.Demand, line);
            }
            AppendRest(part.Lines.Length - most);
        }
        _page.Blank();
    }

    private void AppendPrecedents(Demand demand, GapLine line)
    {
        foreach (var precedent in precedents?.Find(demand, line) ?? [])
            _page.Line($"+ {precedent.Jurisdiction.Name} covers it ({demand.Id}): {Friendly.And(precedent.Rules.Select(r => r.Citation))}.", 7, Page.Style.Good, 2);
    }

    private void AppendRest(int left)
    {
        if (left > 0)
            _page.Line($"and {Friendly.Count(left, "more kind", "more kinds")} of situation, which stand for fewer; `--all` shows them.", 4, Page.Style.Quiet);
    }
}
