using System.Numerics;
using CsCheck;
using SafeHarbor.Reasoning.Diagrams;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Diagrams;

/// <summary>Each operation against brute force, on random functions of a few variables with several values.</summary>
public class DiagramManagerTests
{
    private static readonly int[] Arities = [2, 3, 4, 2, 5];

    /// <summary>A function as the list of its values over all assignments, in order.</summary>
    private static readonly Gen<bool[]> Table = Gen.Bool.Array[Arities.Aggregate((a, b) => a * b)];

    [Fact]
    public void EqualFunctionsHaveEqualHandles() => Table.Sample(table =>
    {
        var manager = new DiagramManager(Arities);
        Assert.Equal(Make(manager, table), manager.Not(manager.Not(Make(manager, table))));
    });

    [Fact]
    public void AndOrXorAndNotAreAsInTheTables() => Gen.Select(Table, Table).Sample((a, b) =>
    {
        var manager = new DiagramManager(Arities);
        Diagram x = Make(manager, a), y = Make(manager, b);
        AssertIs(manager, manager.And(x, y), i => a[i] && b[i]);
        AssertIs(manager, manager.Or(x, y), i => a[i] || b[i]);
        AssertIs(manager, manager.Xor(x, y), i => a[i] != b[i]);
        AssertIs(manager, manager.Not(x), i => !a[i]);
        AssertIs(manager, manager.Difference(x, y), i => a[i] && !b[i]);
        AssertIs(manager, manager.IfThenElse(x, y, manager.Not(y)), i => a[i] ? b[i] : !b[i]);
        Assert.Equal(manager.IsSubset(x, y), Enumerable.Range(0, a.Length).All(i => !a[i] || b[i]));
    });

    [Fact]
    public void QuantifiersAreDual() => Table.Sample(table =>
    {
        var manager = new DiagramManager(Arities);
        var function = Make(manager, table);
        HashSet<int> variables = [1, 4];
        Assert.Equal(manager.Not(manager.ForAll(manager.Not(function), variables)), manager.Exists(function, variables));
        AssertIs(manager, manager.Exists(function, variables), i => Others(i, variables).Any(j => table[j]));
    });

    [Fact]
    public void EveryFunctionIsTheSumOfItsRestrictions() => Table.Sample(table =>
    {
        var manager = new DiagramManager(Arities);
        var function = Make(manager, table);
        foreach (var variable in Enumerable.Range(0, Arities.Length))
        {
            var sum = manager.OrAll(Enumerable.Range(0, Arities[variable]).Select(v => manager.And(manager.Literal(variable, 1UL << v), manager.Restrict(function, variable, v))));
            Assert.Equal(function, sum);
        }
    });

    [Fact]
    public void CountingAndFindingAgreeWithTheTable() => Table.Sample(table =>
    {
        var manager = new DiagramManager(Arities);
        var function = Make(manager, table);
        Assert.Equal(new BigInteger(table.Count(t => t)), manager.Count(function));
        if (manager.FindOne(function) is { } found)
        {
            Assert.True(manager.Evaluate(function, found));
            Assert.True(manager.Evaluate(function, manager.FindInLargestPart(function)));
        }
        else
        {
            Assert.DoesNotContain(true, table);
        }
    });

    [Fact]
    public void SiftingKeepsEveryMeaningAndNeverGrows() => Gen.Select(Table, Table, Table).Sample((a, b, c) =>
    {
        var manager = new DiagramManager(Arities);
        Diagram[] roots = [Make(manager, a), Make(manager, b), Make(manager, c)];
        var before = manager.NodeCount(roots);
        manager.Reorder(roots);
        Assert.True(manager.NodeCount(roots) <= before);
        AssertIs(manager, roots[0], i => a[i]);
        AssertIs(manager, roots[1], i => b[i]);
        AssertIs(manager, roots[2], i => c[i]);
        // What is made afterwards is as right as before.
        AssertIs(manager, manager.And(roots[0], manager.Not(roots[1])), i => a[i] && !b[i]);
    });

    [Fact]
    public void SiftingFindsTheGoodOrderOfAKnownFunction()
    {
        // (0 and 3) or (1 and 4) or (2 and 5): side by side it needs 6 nodes, in the order of the numbers 14.
        var manager = new DiagramManager([2, 2, 2, 2, 2, 2]);
        var function = manager.OrAll(Enumerable.Range(0, 3).Select(i => manager.And(manager.Literal(i, 2), manager.Literal(i + 3, 2))));
        Assert.Equal(14, manager.NodeCount(function));
        manager.Reorder([function]);
        Assert.Equal(6, manager.NodeCount(function));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65)]
    public void AnArityOutsideItsRangeIsRefused(int arity) => Assert.Throws<ArgumentOutOfRangeException>(() => new DiagramManager([arity]));

    [Fact]
    public void TwoAndSixtyFourValuesAreTheBounds()
    {
        var manager = new DiagramManager([2, 64]);
        Assert.Equal(Diagram.True, manager.Literal(1, ulong.MaxValue));
        Assert.Equal(new BigInteger(128), manager.Count(Diagram.True));
    }

    private static Diagram Make(DiagramManager manager, bool[] table)
    {
        var function = Diagram.False;
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i])
                function = manager.Or(function, manager.Product([.. Assignment(i).Select(v => 1UL << v)]));
        }
        return function;
    }

    private static void AssertIs(DiagramManager manager, Diagram function, Func<int, bool> expected)
    {
        for (var i = 0; i < Arities.Aggregate((a, b) => a * b); i++)
            Assert.Equal(expected(i), manager.Evaluate(function, Assignment(i)));
    }

    private static int[] Assignment(int index)
    {
        var values = new int[Arities.Length];
        for (var variable = 0; variable < Arities.Length; variable++)
        {
            values[variable] = index % Arities[variable];
            index /= Arities[variable];
        }
        return values;
    }

    private static IEnumerable<int> Others(int index, HashSet<int> variables) =>
        Enumerable.Range(0, Arities.Aggregate((a, b) => a * b)).Where(j => Assignment(j).Zip(Assignment(index)).Select((pair, v) => variables.Contains(v) || pair.First == pair.Second).All(same => same));
}
