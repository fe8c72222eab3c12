using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
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
            _page.Heading(JointLead(part));
            if (part.Everywhere is { } everywhere)
                AppendJoint(part.Verdict, JointSentence.Of([everywhere]), "In every situation of which they speak:");
            var most = all ? int.MaxValue : JointLinesShown;
            var sentences = (recorded is null ? part.Sentences
                : part.Sentences.OrderByDescending(s => s.Alternatives.Max(a => recorded.Of(part.Verdict, a.Line)))).ToList();
            var number = 0;
            foreach (var sentence in sentences.Take(most))
                AppendJoint(part.Verdict, sentence, $"{++number}. {Lead(sentence)}");
            AppendRest(sentences.Skip(most).Sum(s => s.Alternatives.Length));
            _page.Blank();
        }
        _page.Heading("Demand by demand");
        foreach (var gap in gaps)
            _page.Line($"{gap.Demand.Id}  {Shares(gap)}.", 2, Page.Style.Plain, 4);
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

    /// <summary>"The act is an image:", or what several kinds share and that any of them will do.</summary>
    private static string Lead(JointSentence sentence) => (sentence.Alternatives.Length, sentence.Shared.Length) switch
    {
        (1, _) => $"{Friendly.Sentence(Sentences.Situation(sentence.Shared))}:",
        (_, 0) => "In any of these:",
        _ => $"{Friendly.Sentence(Sentences.Situation(sentence.Shared))}; and in any of these:",
    };

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
                _page.Line($"For example: {Sentences.Example(line.Demands[0].Line.Example, FactsOf(line.Demands[0].Demand))}.", sentence.Alternatives.Length > 1 ? 8 : 5, Page.Style.Quiet);
        }
        foreach (var demand in sentence.Demands)
            _page.Line($"{demand.Id}  {Fate(verdict, demand)}.", 5, Sentences.StyleOf(verdict), 4);
        foreach (var because in sentence.Alternatives.SelectMany(a => a.Line.Demands).SelectMany(d => Reasons(verdict, d.Line, most: 1)).Distinct())
            _page.Line($"- {because}", 7, Page.Style.Plain, 2);
        foreach (var (demand, line) in sentence.Alternatives.SelectMany(a => a.Line.Demands))
            AppendPrecedents(demand, line);
    }

    private static string Fate(Verdict verdict, Demand demand) => verdict switch
    {
        Verdict.No => demand.Fails,
        Verdict.Arguable => $"it is open whether {demand.Fails}",
        Verdict.NotKnown => $"it could not be read whether {demand.Fails}",
        _ => throw new System.Diagnostics.UnreachableException(verdict.ToString()),
    };

    private static string JointLead(JointPart part)
    {
        var places = part.Lines.IsEmpty ? "everywhere" : (part.Everywhere is null ? "" : "everywhere, and ") + $"in {Friendly.Count(part.Lines.Length, "kind")} of situation";
        var proved = part.Lines.Length < 2 ? "" : part.IsProvedMinimal ? " (no shorter list says the same)" : $" (no list of fewer than {part.LowerBound} says the same)";
        return part.Verdict switch
        {
            Verdict.No => $"Not met {places}{proved}",
            Verdict.Arguable => $"Arguable, since it turns on an open question of law, {places}{proved}",
            Verdict.NotKnown => $"Not known, since it turns on text that could not be read, {places}{proved}",
            _ => throw new System.Diagnostics.UnreachableException(part.Verdict.ToString()),
        };
    }

    private void AppendGap(DemandGap gap)
    {
        _page.Heading($"{gap.Demand.Id}  {gap.Demand.Title}");
        _page.Line($"Asked of every situation in which {ConditionWords.Say(gap.Demand.Premise)}.", 2, Page.Style.Quiet);
        _page.Line($"Of the situations that the vocabulary can tell apart: {Shares(gap)}.", 2);
        var facts = FactsOf(gap.Demand);
        var most = all ? int.MaxValue : LinesShown;
        foreach (var part in gap.Parts)
        {
            _page.Line(Lead(gap.Demand, part), 2, Sentences.StyleOf(part.Verdict));
            var number = 0;
            var lines = recorded is null ? part.Lines : [.. part.Lines.OrderByDescending(l => recorded.Of(gap.Demand, part.Verdict, l.Restrictions))];
            foreach (var line in lines.Take(most))
            {
                _page.Line($"{++number}. {Friendly.Sentence(Sentences.Situation(line.Restrictions))}.", 4, Page.Style.Plain, 3);
                if (recorded is not null)
                    _page.Line(recorded.InWords(recorded.Of(gap.Demand, part.Verdict, line.Restrictions)), 7);
                _page.Line($"For example: {Sentences.Example(line.Example, facts)}.", 7, Page.Style.Quiet);
                foreach (var because in Reasons(part.Verdict, line, most: 3))
                    _page.Line($"- {because}", 7, Page.Style.Plain, 2);
                AppendPrecedents(gap.Demand, line);
            }
            AppendRest(part.Lines.Length - most);
        }
        _page.Blank();
    }

    /// <summary>Why the answer of a line is what it is, each with its citation; where it is open, what it turns on.</summary>
    private IEnumerable<string> Reasons(Verdict verdict, GapLine line, int most)
    {
        foreach (var because in Sentences.Because(line.Answer, Name, most))
            yield return because + ".";
        foreach (var reading in line.Answer.Explanation.Readings.Take(verdict == Verdict.Arguable ? most : 0))
            yield return $"It turns on whether {reading.Reading.Name} ({reading.Provision.Citation}). For: {reading.Reading.For} Against: {reading.Reading.Against}";
        foreach (var unread in line.Answer.Explanation.Unread.Take(verdict == Verdict.NotKnown ? most : 0))
            yield return $"To settle it, read: {unread.Title}.";
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

    private static string Lead(Demand demand, GapPart part)
    {
        var proved = part.Lines.Length < 2 ? "" : part.IsProvedMinimal ? ", and no shorter list says the same" : $", and no list of fewer than {part.LowerBound} says the same";
        var kinds = $"{Friendly.Count(part.Lines.Length, "kind")} of situation{proved}";
        return part.Verdict switch
        {
            Verdict.No => $"Not met: {demand.Fails}, in {kinds}:",
            Verdict.Arguable => $"Arguable: whether it is met turns on an open question of law, in {kinds}:",
            Verdict.NotKnown => $"Not known: it turns on text that could not be read, in {kinds}:",
            _ => throw new System.Diagnostics.UnreachableException(part.Verdict.ToString()),
        };
    }

    private static string Shares(DemandGap gap)
    {
        if (gap.Total.IsZero)
            return "it speaks of no situation that can be";
        static string Percent(BigInteger part, BigInteger whole)
        {
            var tenths = (int)(part * 1000 / whole);
            return part.IsZero ? "none" : part == whole ? "all" : tenths == 0 ? "under 0.1 %" : tenths == 1000 ? "over 99.9 %" : string.Create(CultureInfo.InvariantCulture, $"{tenths / 10.0:0.0} %");
        }
        var shares = new List<string> { $"met in {Percent(gap.Met, gap.Total)}" };
        shares.AddRange(gap.Parts.Select(p => $"{p.Verdict.InWords(ofDemand: true)} in {Percent(p.Situations, gap.Total)}"));
        return string.Join(", ", shares);
    }

    /// <summary>The facts that the demand's premise and the law on it speak of.</summary>
    private HashSet<int> FactsOf(Demand demand) =>
        law.Formulas.Cone(law.FactsOnly(demand.Premise), law.Holds(demand.Expected)).Select(law.Formulas.NodeAt)
            .Where(n => n.Kind == Reasoning.Formulas.FormulaKind.Fact).Select(n => n.Left).ToHashSet();
}
