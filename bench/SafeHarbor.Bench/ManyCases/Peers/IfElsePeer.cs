using System.Linq.Expressions;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Bench.ManyCases.Peers;

/// <summary>Plain C#: `if (age &lt; 18 &amp;&amp; …) return met; else if …`, compiled to machine code from the same rules.</summary>
internal static class IfElsePeer
{
    public static Func<int[], Verdict>[] Compile(IEnumerable<DemandRules> rules) => [.. rules.Select(Compile)];

    private static Func<int[], Verdict> Compile(DemandRules rules)
    {
        var facts = Expression.Parameter(typeof(int[]), "facts");
        Expression body = Expression.Constant(Verdict.DoesNotApply);
        foreach (var (verdict, terms) in rules.Verdicts.Reverse())
            body = Expression.Condition(terms.Select(t => All(facts, t)).Aggregate(Expression.OrElse), Expression.Constant(verdict), body);
        return Expression.Lambda<Func<int[], Verdict>>(body, facts).Compile();
    }

    private static Expression All(ParameterExpression facts, RuleTerm term) =>
        term.Facts.Select(f => IsOneOf(Expression.ArrayIndex(facts, Expression.Constant(f.Fact.Index)), f.Values)).DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.AndAlso);

    /// <summary>A comparison where the values are one or a range, as one would write by hand; otherwise a bit test, which is what a compiler makes of a switch.</summary>
    private static Expression IsOneOf(Expression value, ValueSet values)
    {
        var (low, high) = (values.First, 63 - System.Numerics.BitOperations.LeadingZeroCount(values.Bits));
        if (low == high)
            return Expression.Equal(value, Expression.Constant(low));
        if (values.Count == high - low + 1)
            return Expression.AndAlso(Expression.GreaterThanOrEqual(value, Expression.Constant(low)), Expression.LessThanOrEqual(value, Expression.Constant(high)));
        return Expression.NotEqual(Expression.And(Expression.LeftShift(Expression.Constant(1UL), value), Expression.Constant(values.Bits)), Expression.Constant(0UL));
    }
}
