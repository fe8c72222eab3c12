using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace SafeHarbor.Bench.EveryCase.Peers;

/// <summary>
/// All answer sets by clingo: a choice of one value class for each fact that matters, the law and the verdict as rules with
/// negation as failure (each definition rests on earlier ones only, so the rules are stratified), projected on the facts.
/// </summary>
internal sealed partial class ClingoPeer(VerdictText text, TimeSpan atMost)
{
    private readonly StringBuilder _rules = new();
    private int _helpers;

    /// <returns>How many situations there are, value classes counted once; null where time ran out.</returns>
    public BigInteger? CountOf(string region, out TimeSpan took)
    {
        _rules.Clear();
        _helpers = 0;
        foreach (var fact in text.Facts)
        {
            var choices = string.Join("; ", Enumerable.Range(0, text.Classes(fact)).Select(c => VerdictText.Literal(fact, c)));
            _rules.Append(CultureInfo.InvariantCulture, $"1 {{ {choices} }} 1.\n");
            foreach (var literal in Enumerable.Range(0, text.Classes(fact)).Select(c => VerdictText.Literal(fact, c)))
                _rules.Append(CultureInfo.InvariantCulture, $"#show {literal}/0.\n");
        }
        foreach (var (name, formula) in text.Definitions)
            Define(name, formula);
        Define("asked", $"(and {text.Care} {region})");
        _rules.Append(":- not asked.\n");
        return Run(out took);
    }

    private BigInteger? Run(out TimeSpan took)
    {
        var file = Path.Combine(Path.GetTempPath(), $"safeharbor-bench-{Environment.ProcessId}.lp");
        File.WriteAllText(file, _rules.ToString());
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("clingo", [file, "0", "-q", "--project", "--warn=none", $"--time-limit={(int)atMost.TotalSeconds}"]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        took = watch.Elapsed;
        if (said.Contains("UNKNOWN", StringComparison.Ordinal) && took < atMost)
            throw new InvalidOperationException($"clingo cannot read {file}");
        File.Delete(file);
        var count = Models().Match(said);
        return !count.Success ? throw new InvalidOperationException(said) : count.Groups[2].Value == "+" ? null : BigInteger.Parse(count.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Rules by which a name holds exactly where the formula does.</summary>
    private void Define(string name, string formula)
    {
        var (word, parts) = Read(formula);
        // First the parts, for they may add rules of their own.
        var bodies = word is "or" ? parts.ConvertAll(Body) : [word is "and" ? string.Join(", ", parts.ConvertAll(Body)) : Body(formula)];
        bodies.ForEach(body => _rules.Append(CultureInfo.InvariantCulture, $"{name} :- {body}.\n"));
    }

    /// <summary>A formula as one literal; what is more than that gets a name of its own.</summary>
    private string Body(string formula)
    {
        if (formula is "true" or "false")
            return formula == "true" ? "#true" : "#false";
        var (word, parts) = Read(formula);
        if (word is "not")
            return Body(parts[0]) is var inner && inner.StartsWith("not ", StringComparison.Ordinal) ? inner[4..] : "not " + inner;
        if (parts.Count == 0)
            return formula;
        var name = string.Create(CultureInfo.InvariantCulture, $"h{_helpers++}");
        Define(name, formula);
        return name;
    }

    /// <summary>The first word of an expression in brackets, and its parts; a name by itself has none.</summary>
    private static (string Word, List<string> Parts) Read(string formula)
    {
        if (formula[0] != '(')
            return (formula, []);
        var (parts, depth, from) = (new List<string>(), 0, 1);
        for (var i = 1; i < formula.Length; i++)
        {
            if (depth == 0 && (formula[i] is ' ' or ')'))
            {
                if (i > from)
                    parts.Add(formula[from..i]);
                from = i + 1;
            }
            depth += formula[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }
        return (parts[0], parts[1..]);
    }

    [GeneratedRegex(@"Models\s*:\s*(\d+)(\+?)")]
    private static partial Regex Models();
}
