using System.Globalization;
using System.Text;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.Certificates;

/// <summary>Text in SMT-LIB 2: definitions, each made once, and formulas over them. Facts are whole numbers from 0.</summary>
/// <remarks>Barrett, Fontaine and Tinelli, "The SMT-LIB Standard, version 2.6" (2017).</remarks>
public sealed class SmtScript
{
    private readonly StringBuilder _definitions = new();
    private readonly Dictionary<string, string> _names = [];

    /// <param name="vocabulary">The facts; each is declared.</param>
    public SmtScript(Vocabulary vocabulary)
    {
        foreach (var fact in vocabulary.Facts)
        {
            _definitions.Append(CultureInfo.InvariantCulture, $"; {Name(fact)} is the fact \"{fact.Name}\": {string.Join(", ", fact.Values.Select((v, i) => $"{i} {v}"))}\n");
            _definitions.Append(CultureInfo.InvariantCulture, $"(declare-const {Name(fact)} Int)\n");
        }
        IsSituation = Define(And(vocabulary.Facts.Select(f => $"(and (>= {Name(f)} 0) (< {Name(f)} {f.Values.Length}))")));
    }

    /// <summary>Everything defined so far, to be read before any claim.</summary>
    public string Definitions => _definitions.ToString();

    /// <summary>Every fact has one of its values.</summary>
    public string IsSituation { get; }

    /// <summary>A name for a formula; the same for the same formula.</summary>
    public string Define(string formula)
    {
        if (formula.Length < 12)
            return formula;
        if (_names.TryGetValue(formula, out var known))
            return known;
        var name = string.Create(CultureInfo.InvariantCulture, $"d{_names.Count}");
        _definitions.Append(CultureInfo.InvariantCulture, $"(define-fun {name} () Bool {formula})\n");
        return _names[formula] = name;
    }

    public void Comment(string text) => _definitions.Append("; ").Append(text).Append('\n');

    public static string InSet(Fact fact, ValueSet values) => Or(values.Values().Select(v => $"(= {Name(fact)} {v})"));

    /// <summary>A kind of situation: each fact has one of its values.</summary>
    public static string Kind(IEnumerable<(Fact Fact, ValueSet Values)> restrictions) => And(restrictions.Select(r => InSet(r.Fact, r.Values)));

    public static string And(params IEnumerable<string> parts) => Join("and", "true", "false", parts);

    public static string Or(params IEnumerable<string> parts) => Join("or", "false", "true", parts);

    public static string Not(string part) => part switch { "true" => "false", "false" => "true", _ => $"(not {part})" };

    private static string Join(string word, string none, string all, IEnumerable<string> parts)
    {
        var list = parts.Where(p => p != none).Distinct().ToList();
        return list.Contains(all) ? all : list.Count switch { 0 => none, 1 => list[0], _ => $"({word} {string.Join(' ', list)})" };
    }

    private static string Name(Fact fact) => string.Create(CultureInfo.InvariantCulture, $"fact{fact.Index}");
}
