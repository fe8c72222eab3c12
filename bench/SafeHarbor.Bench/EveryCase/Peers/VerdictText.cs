using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Certificates;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Bench.EveryCase.Peers;

/// <summary>
/// The situations of a demand by verdict, in the certificates' words (the law's meaning apart from our formulas), with a fact
/// as one Boolean for each of its value classes: what both solvers work on. That it is classes and not values helps them.
/// </summary>
internal sealed partial class VerdictText
{
    private readonly ApplicableLaw _law;
    private readonly LawDiagrams _diagrams;

    public VerdictText(ApplicableLaw law, Demand demand, LawDiagrams diagrams, IReadOnlyList<Fact> facts)
    {
        (_law, _diagrams, Facts) = (law, diagrams, facts);
        var script = new SmtScript(law.Vocabulary);
        var smt = new SmtLaw(law, script);
        Care = Booleans(script.Define(SmtScript.And(law.Vocabulary.Never.Select(n => SmtScript.Not(smt.Premise(n))).Append(smt.Premise(demand.Premise)))));
        var (met, arguable, notMet) = smt.Verdicts(demand.Expected);
        Regions = new()
        {
            [Verdict.No] = Booleans(notMet),
            [Verdict.Arguable] = Booleans(arguable),
            [Verdict.NotKnown] = Booleans(SmtScript.Not(SmtScript.Or(met, arguable, notMet))),
        };
        Definitions = [.. script.Definitions.Split('\n').Where(l => l.StartsWith("(define-fun", StringComparison.Ordinal) && !l.Contains(">=", StringComparison.Ordinal)).Select(Booleans).Select(Parts)];
    }

    /// <summary>The facts that the demand, the law on it, and what can never be speak of.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>What the demand speaks of and can be.</summary>
    public string Care { get; }

    public Dictionary<Verdict, string> Regions { get; }

    /// <summary>Names and what they stand for, each after those it uses.</summary>
    public List<(string Name, string Formula)> Definitions { get; }

    public int Classes(Fact fact) => _diagrams.ClassesOf(fact).Count;

    /// <summary>That a fact has a value of a class.</summary>
    public static string Literal(Fact fact, int @class) => string.Create(CultureInfo.InvariantCulture, $"f{fact.Index}c{@class}");

    /// <summary>The whole as SMT-LIB 2: the facts, that each has just one class, the definitions.</summary>
    public string ToSmt()
    {
        var text = new StringBuilder("(set-option :produce-unsat-assumptions true)\n(set-logic QF_UF)\n");
        foreach (var fact in _law.Vocabulary.Facts)
        {
            var literals = Enumerable.Range(0, Classes(fact)).Select(c => Literal(fact, c)).ToList();
            literals.ForEach(l => text.Append(CultureInfo.InvariantCulture, $"(declare-const {l} Bool)\n"));
            text.Append(CultureInfo.InvariantCulture, $"(assert (or {string.Join(' ', literals)}))\n");
            for (var i = 0; i < literals.Count; i++)
            {
                for (var j = 0; j < i; j++)
                    text.Append(CultureInfo.InvariantCulture, $"(assert (not (and {literals[i]} {literals[j]})))\n");
            }
        }
        Definitions.ForEach(d => text.Append(CultureInfo.InvariantCulture, $"(define-fun {d.Name} () Bool {d.Formula})\n"));
        return text.ToString();
    }

    private string Booleans(string text) => FactIs().Replace(text, m =>
    {
        var fact = _law.Vocabulary.Facts[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)];
        return Literal(fact, _diagrams.ClassOf(fact, int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)));
    });

    private static (string Name, string Formula) Parts(string definition)
    {
        var words = definition.Split(' ', 5);
        return (words[1], words[4][..^1]);
    }

    [GeneratedRegex(@"\(= fact(\d+) (\d+)\)")]
    private static partial Regex FactIs();
}
