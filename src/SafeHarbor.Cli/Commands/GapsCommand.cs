using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SafeHarbor.Cli.Output;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Commands;

/// <summary>`gaps`: every kind of situation in which a jurisdiction's law lets a child fall through.</summary>
internal static class GapsCommand
{
    /// <summary>Lines of one part shown at first; the rest are counted, and shown with `--all`.</summary>
    private const int LinesShown = 6;

    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-DC, or DC" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them, such as R4.victim or R3" };
        var all = new Option<bool>("--all") { Description = "show every line, however many there are" };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted; may be repeated" };
        var precedents = new Option<bool>("--precedents") { Description = "for each line, which other jurisdictions' law meets the demand there" };
        var command = new Command("gaps", "every kind of situation in which the law lets a child fall through") { jurisdiction, demand, all, bill, precedents };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var withPrecedents = result.GetValue(precedents);
            var session = Session.Open(options, withPrecedents ? null : [id]);
            var law = session.Compile(id, result.GetValue(bill));
            var finderOfPrecedents = !withPrecedents ? null : new PrecedentFinder(session.Library.Jurisdictions
                .Where(j => j.Id != law.Law.Jurisdiction.Id && j.Within is not null).Select(j => session.Apply(j.Id, session.On)));
            var finder = new GapFinder(law);
            var gaps = session.Demands(result.GetValue(demand)).Select(finder.Find).ToList();
            if (options.Json)
                Json.Write("safeharbor/gaps/1", session.Receipt, json => WriteJson(json, law, gaps, finderOfPrecedents));
            else
                Print(session, law, gaps, result.GetValue(all) ? int.MaxValue : LinesShown, finderOfPrecedents);
            return gaps.TrueForAll(g => g.Parts.IsEmpty) ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static void Print(Session session, CompiledLaw law, List<DemandGap> gaps, int most, PrecedentFinder? precedents)
    {
        var name = law.Law.Jurisdiction.Name;
        var page = new Page().Heading($"{name}: where a child falls through").Line($"The law as of {NodaTime.Text.LocalDatePattern.Iso.Format(session.On)}. Each line is a kind of situation; together the lines are all of them.").Blank();
        var met = gaps.Where(g => g.Parts.IsEmpty).ToList();
        if (met.Count > 0)
        {
            page.Heading("Met in every situation");
            foreach (var gap in met)
                page.Line($"{gap.Demand.Id}  {gap.Demand.Title}.", 2, Page.Style.Good, 4);
            page.Blank();
        }
        foreach (var gap in gaps.Where(g => !g.Parts.IsEmpty))
            PrintGap(page, law, gap, name, most, precedents);
        page.Line("This informs; it is not legal advice. A fact that a line does not name may be anything.", 0, Page.Style.Quiet);
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    private static void PrintGap(Page page, CompiledLaw law, DemandGap gap, string name, int most, PrecedentFinder? precedents)
    {
        page.Heading($"{gap.Demand.Id}  {gap.Demand.Title}");
        page.Line($"Asked of every situation in which {ConditionWords.Say(gap.Demand.Premise)}.", 2, Page.Style.Quiet);
        page.Line(Share(gap), 2);
        var facts = FactsOf(law, gap.Demand);
        foreach (var part in gap.Parts)
        {
            page.Line(Lead(gap.Demand, part), 2, Sentences.StyleOf(part.Verdict));
            var number = 0;
            foreach (var line in part.Lines.Take(most))
            {
                page.Line($"{++number}. {Friendly.Sentence(Sentences.Situation(line))}.", 4, Page.Style.Plain, 3);
                page.Line($"For example: {Sentences.Example(line.Example, facts)}.", 7, Page.Style.Quiet);
                foreach (var because in Sentences.Because(line.Answer, name))
                    page.Line($"- {because}.", 7, Page.Style.Plain, 2);
                foreach (var precedent in precedents?.Find(gap.Demand, line) ?? [])
                    page.Line($"+ {precedent.Jurisdiction.Name} covers it: {Friendly.And(precedent.Rules.Select(r => r.Citation))}.", 7, Page.Style.Good, 2);
                foreach (var reading in line.Answer.Explanation.Readings.Take(part.Verdict == Verdict.Arguable ? 3 : 0))
                    page.Line($"- It turns on whether {reading.Reading.Name} ({reading.Provision.Citation}). For: {reading.Reading.For} Against: {reading.Reading.Against}", 7, Page.Style.Plain, 2);
                foreach (var unread in line.Answer.Explanation.Unread.Take(part.Verdict == Verdict.NotKnown ? 3 : 0))
                    page.Line($"- To settle it, read: {unread.Title}.", 7, Page.Style.Plain, 2);
            }
            if (part.Lines.Length > most)
                page.Line($"and {Friendly.Count(part.Lines.Length - most, "more kind", "more kinds")} of situation, which stand for fewer; `--all` shows them.", 4, Page.Style.Quiet);
        }
        page.Blank();
    }

    private static string Lead(Demand demand, GapPart part)
    {
        var proved = part.Lines.Length > 1 && part.IsProvedMinimal ? ", and no shorter list says the same" : "";
        var kinds = $"{Friendly.Count(part.Lines.Length, "kind")} of situation{proved}";
        return part.Verdict switch
        {
            Verdict.No => $"Not met: {demand.Fails}, in {kinds}:",
            Verdict.Arguable => $"Arguable: whether it is met turns on an open question of law, in {kinds}:",
            Verdict.NotKnown => $"Not known: it turns on text that could not be read, in {kinds}:",
            _ => throw new System.Diagnostics.UnreachableException(part.Verdict.ToString()),
        };
    }

    private static string Share(DemandGap gap)
    {
        static string Percent(BigInteger part, BigInteger whole)
        {
            var tenths = (int)(part * 1000 / whole);
            return part.IsZero ? "none" : part == whole ? "all" : tenths == 0 ? "under 0.1 %" : tenths == 1000 ? "over 99.9 %" : string.Create(CultureInfo.InvariantCulture, $"{tenths / 10.0:0.0} %");
        }
        var shares = new List<string> { $"met in {Percent(gap.Met, gap.Total)}" };
        shares.AddRange(gap.Parts.Select(p => $"{p.Verdict.InWords(ofDemand: true)} in {Percent(p.Situations, gap.Total)}"));
        return $"Of the situations that the vocabulary can tell apart: {string.Join(", ", shares)}.";
    }

    /// <summary>The facts that the demand's premise and the law on it speak of.</summary>
    private static HashSet<int> FactsOf(CompiledLaw law, Demand demand) =>
        law.Formulas.Cone(law.FactsOnly(demand.Premise), law.Holds(demand.Expected)).Select(law.Formulas.NodeAt)
            .Where(n => n.Kind == Reasoning.Formulas.FormulaKind.Fact).Select(n => n.Left).ToHashSet();

    private static void WriteJson(System.Text.Json.Utf8JsonWriter json, CompiledLaw law, List<DemandGap> gaps, PrecedentFinder? precedents)
    {
        var jurisdiction = law.Law.Jurisdiction;
        json.WriteString("jurisdiction", jurisdiction.Id);
        json.Strings("bills", law.Law.Bills.Select(b => b.Title));
        json.Array("demands", gaps, gap =>
        {
            json.WriteStartObject();
            json.WriteString("id", gap.Demand.Id);
            json.WriteString("title", gap.Demand.Title);
            json.WriteString("asked", ConditionWords.Say(gap.Demand.Premise));
            json.Strings("verdicts", Enum.GetValues<Verdict>().Where(v => v != Verdict.None && gap.Verdict.HasFlag(v)).Select(v => v.InWords(ofDemand: true)));
            json.WriteStartObject("situations");
            json.WriteString("total", gap.Total.ToString(CultureInfo.InvariantCulture));
            json.WriteString("met", gap.Met.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.Array("parts", gap.Parts, part =>
            {
                json.WriteStartObject();
                json.WriteString("verdict", part.Verdict.InWords(ofDemand: true));
                json.WriteString("situations", part.Situations.ToString(CultureInfo.InvariantCulture));
                json.WriteNumber("lowerBound", part.LowerBound);
                json.WriteBoolean("provedMinimal", part.IsProvedMinimal);
                json.Array("lines", part.Lines, line =>
                {
                    json.WriteStartObject();
                    json.WriteString("sentence", Friendly.Sentence(Sentences.Situation(line)) + ".");
                    json.Facts("where", line.Restrictions);
                    json.WriteString("situations", line.Situations.ToString(CultureInfo.InvariantCulture));
                    json.Facts("example", line.Example.Given);
                    json.Answer(line.Answer, ofDemand: true, jurisdiction.Name);
                    if (precedents is not null)
                    {
                        json.Array("precedents", precedents.Find(gap.Demand, line), precedent =>
                        {
                            json.WriteStartObject();
                            json.WriteString("jurisdiction", precedent.Jurisdiction.Id);
                            json.Array("citations", precedent.Rules, json.Citation);
                            json.WriteEndObject();
                        });
                    }
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }
}
