using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Documents.Tables;

/// <summary>The gaps of several laws on one day, worked out once for all the tables that tell of them.</summary>
public sealed record NationalGaps(LawLibrary Library, LocalDate On, ImmutableArray<(Jurisdiction Jurisdiction, ImmutableArray<DemandGap> Gaps)> Each)
{
    public Receipt Receipt => new(Library.Hash, On);

    /// <summary>Of every jurisdiction that lies within another: the states and their localities, not the federation.</summary>
    public static NationalGaps Of(LawLibrary library, LocalDate on) => new(library, on, [.. library.Jurisdictions.Where(j => j.Within is not null).Select(j =>
    {
        var finder = new GapFinder(new CompiledLaw(ApplicableLaw.Of(library, new LawQuestion(j.Id, on))));
        return (j, library.Demands.Select(finder.Find).ToImmutableArray());
    })]);
}

/// <summary>The tables that tell of gaps.</summary>
public static class GapTables
{
    private const int MostCitations = 3;

    private static readonly ImmutableArray<string> Verdicts = [.. Standing.Words.Select(w => w.Word), "does not apply"];

    /// <summary>Demands against jurisdictions, in one word each.</summary>
    public static DataTable Verdict(NationalGaps gaps) => new("verdicts", "How each law stands on each demand", "A row for each demand, a column for each jurisdiction, a word in each cell",
        [new("demand", "the demand’s id"), new("title", "what it asks"), .. gaps.Each.Select(e => new Column(e.Jurisdiction.Id, $"how the law of {e.Jurisdiction.Name} stands on it") { OneOf = Verdicts })], ["demand"],
        [.. gaps.Library.Demands.Select((d, i) => ImmutableArray.Create<object?>([d.Id, d.Title, .. gaps.Each.Select(e => (object?)WordOf(e.Gaps[i]))]))]);

    /// <summary>How many kinds of situation each gap has, and what decides in the widest of them.</summary>
    public static DataTable Counts(NationalGaps gaps) => new("gap_counts", "The gaps of each law by demand", "A row for each jurisdiction and demand; a kind is a kind of situation, and the kinds are all there are",
        [
            new("jurisdiction", "its id"), new("demand", "the demand’s id"), new("verdict", "how the law stands on it, in one word") { OneOf = Verdicts },
            new("kinds_not_met", "kinds of situation in which it is not met", CellKind.Whole), new("kinds_arguable", "kinds in which it turns on an open question of law", CellKind.Whole),
            new("kinds_not_known", "kinds in which it turns on text not read", CellKind.Whole), new("decided_by", "citations of what decides in the widest kind, the heaviest verdict first", Required: false),
        ], ["jurisdiction", "demand"],
        [.. gaps.Each.SelectMany(e => e.Gaps.Select(g => ImmutableArray.Create<object?>(e.Jurisdiction.Id, g.Demand.Id, WordOf(g), Kinds(g, Reasoning.Verdict.No), Kinds(g, Reasoning.Verdict.Arguable), Kinds(g, Reasoning.Verdict.NotKnown),
            g.Parts.IsEmpty ? null : Citations(g.Parts[0].Lines[0]))))])
    {
        ForeignKeys = [new(["jurisdiction"], "jurisdictions", ["id"]), new(["demand"], "demands", ["id"])],
    };

    /// <summary>Every gap, a row for each kind of situation.</summary>
    public static DataTable Lines(NationalGaps gaps) => new("gaps", "Where a child falls through", "A row for each kind of situation in which a law does not surely meet a demand; together the rows of a demand are all there are",
        [
            new("jurisdiction", "its id"), new("demand", "the demand’s id"), new("number", "which kind of the demand it is, from 1", CellKind.Whole), new("verdict", "not met, arguable or not known") { OneOf = Verdicts },
            new("sentence", "the kind of situation; what it does not name may be anything the demand speaks of"), new("situations", "for how many situations it stands, as digits: it can be larger than a machine’s whole number"),
            new("decided_by", "citations of what decides, in one example", Required: false),
        ], ["jurisdiction", "demand", "number"],
        [.. gaps.Each.SelectMany(e => e.Gaps.SelectMany(g => g.Parts.SelectMany(p => p.Lines.Select(l => (Part: p, Line: l))).Select((l, i) => ImmutableArray.Create<object?>(e.Jurisdiction.Id, g.Demand.Id, (long)i + 1, Word(l.Part.Verdict),
            Friendly.Sentence(Sentences.Situation(l.Line.Restrictions)) + ".", l.Line.Situations.ToString(CultureInfo.InvariantCulture), Citations(l.Line)))))])
    {
        ForeignKeys = [new(["jurisdiction"], "jurisdictions", ["id"]), new(["demand"], "demands", ["id"])],
    };

    private static string WordOf(DemandGap gap) => new Standing(gap.Demand, gap.Verdict).Word;

    private static string Word(Reasoning.Verdict verdict) => Standing.Words.First(w => w.Verdict == verdict).Word;

    private static long Kinds(DemandGap gap, Reasoning.Verdict verdict) => gap.Parts.Where(p => p.Verdict == verdict).Sum(p => p.Lines.Length);

    private static string? Citations(GapLine line)
    {
        var rules = line.Answer.Explanation.Findings.Select(f => f.Rule.Citation).Distinct().Take(MostCitations).ToList();
        return rules.Count == 0 ? null : DataTable.Several(rules);
    }
}
