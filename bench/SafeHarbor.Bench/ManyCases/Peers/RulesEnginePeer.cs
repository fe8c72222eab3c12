using RulesEngine.Models;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Bench.ManyCases.Peers;

/// <summary>Microsoft RulesEngine: one workflow, a rule for each demand and verdict, its lambdas compiled beforehand.</summary>
internal sealed class RulesEnginePeer
{
    private const string Workflow = "law";

    private readonly RulesEngine.RulesEngine _engine;
    private readonly Dictionary<string, (int Demand, Verdict Verdict)> _rules = [];
    private readonly int _demands;

    public RulesEnginePeer(IReadOnlyList<DemandRules> rules)
    {
        _demands = rules.Count;
        var texts = rules.SelectMany((demand, d) => demand.Verdicts.Select(v =>
        {
            var name = $"{demand.Demand.Id} {v.Verdict}";
            _rules[name] = (d, v.Verdict);
            return new RulesEngine.Models.Rule { RuleName = name, Expression = string.Join(" || ", v.Terms.Select(Text)) };
        }));
        _engine = new RulesEngine.RulesEngine([new Workflow { WorkflowName = Workflow, Rules = [.. texts] }]);
    }

    public async Task<Verdict[]> Verdicts(CaseInput input)
    {
        var verdicts = new Verdict[_demands];
        Array.Fill(verdicts, Verdict.DoesNotApply);
        foreach (var result in await _engine.ExecuteAllRulesAsync(Workflow, input))
        {
            if (result.ExceptionMessage is { Length: > 0 } message && !result.IsSuccess && message.Contains("Exception", StringComparison.Ordinal))
                throw new InvalidOperationException(message);
            if (result.IsSuccess)
                verdicts[_rules[result.Rule.RuleName].Demand] = _rules[result.Rule.RuleName].Verdict;
        }
        return verdicts;
    }

    private static string Text(RuleTerm term) => term.Facts.IsEmpty ? "true"
        : "(" + string.Join(" && ", term.Facts.Select(f => IsOneOf($"input1.F{f.Fact.Index}", f.Values))) + ")";

    private static string IsOneOf(string value, ValueSet values)
    {
        var (low, high) = (values.First, 63 - System.Numerics.BitOperations.LeadingZeroCount(values.Bits));
        return low == high ? $"{value} == {low}"
            : values.Count == high - low + 1 ? $"{value} >= {low} && {value} <= {high}"
            : "(" + string.Join(" || ", values.Values().Select(v => $"{value} == {v}")) + ")";
    }
}

/// <summary>A case in which every fact is known, as an object with a property for each: the form in which RulesEngine is fastest.</summary>
internal sealed class CaseInput(int[] facts)
{
    public const int MostFacts = 32;

    public int F0 => facts[0];
    public int F1 => facts[1];
    public int F2 => facts[2];
    public int F3 => facts[3];
    public int F4 => facts[4];
    public int F5 => facts[5];
    public int F6 => facts[6];
    public int F7 => facts[7];
    public int F8 => facts[8];
    public int F9 => facts[9];
    public int F10 => facts[10];
    public int F11 => facts[11];
    public int F12 => facts[12];
    public int F13 => facts[13];
    public int F14 => facts[14];
    public int F15 => facts[15];
    public int F16 => facts[16];
    public int F17 => facts[17];
    public int F18 => facts[18];
    public int F19 => facts[19];
    public int F20 => facts[20];
    public int F21 => facts[21];
    public int F22 => facts[22];
    public int F23 => facts[23];
    public int F24 => facts[24];
    public int F25 => facts[25];
    public int F26 => facts[26];
    public int F27 => facts[27];
    public int F28 => facts[28];
    public int F29 => facts[29];
    public int F30 => facts[30];
    public int F31 => facts[31];
}
