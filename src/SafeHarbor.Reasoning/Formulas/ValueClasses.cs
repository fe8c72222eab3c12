using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.Formulas;

/// <summary>Values of a fact that no formula tells apart are one class: ages 13, 14 and 15, where only 16 and 18 matter.</summary>
public static class ValueClasses
{
    /// <summary>The classes of a fact in the order of their lowest value; together all its values.</summary>
    public static ulong[] Of(FormulaStore formulas, Fact fact)
    {
        var classes = new List<ulong> { fact.AllValues.Bits };
        for (var id = 0; id < formulas.Count; id++)
        {
            var node = formulas.NodeAt(id);
            if (node.Kind != FormulaKind.Fact || node.Left != fact.Index)
                continue;
            for (var i = classes.Count - 1; i >= 0; i--)
            {
                ulong inside = classes[i] & node.Values, outside = classes[i] & ~node.Values;
                if (inside == 0 || outside == 0)
                    continue;
                classes[i] = inside;
                classes.Add(outside);
            }
        }
        classes.Sort((a, b) => System.Numerics.BitOperations.TrailingZeroCount(a).CompareTo(System.Numerics.BitOperations.TrailingZeroCount(b)));
        return [.. classes];
    }
}
