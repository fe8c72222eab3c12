using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>The situations of one demand under one law, by verdict: one set for each flag of <see cref="Verdict"/>, in their order.</summary>
/// <param name="Law">Zero-based: 0 the law asked about, 1 the same with the bills.</param>
public sealed record VerdictSets(int Law, Demand Demand, ImmutableArray<Diagram> Sets);

/// <summary>
/// What is asked of each case of a file: the verdict on every demand, under one law or under two. Every engine (bit columns,
/// SQL) is made from the same plan, so none of them reads the law for itself.
/// </summary>
/// <remarks>
/// A case has a verdict exactly when some situation of the case lies in the verdict's set. In a diagram each fact is asked at
/// most once on a path, so "some situation of the case lies below this node" is the OR, over the values that the case's cell
/// allows, of the same question of the child; a fact that a path skips is free, and every cell allows some value. That makes
/// unknown cells exact at the cost of known ones. Not safe for several threads while it is made; afterwards it is not changed.
/// </remarks>
public sealed class CountPlan
{
    /// <summary>Flags of <see cref="Verdict"/>.</summary>
    public const int Flags = 5;

    private readonly LawDiagrams _diagrams;

    private CountPlan(LawDiagrams diagrams, ImmutableArray<ApplicableLaw> laws, ImmutableArray<Demand> demands, ImmutableArray<VerdictSets> sets, Diagram possible)
    {
        _diagrams = diagrams;
        Laws = laws;
        Demands = demands;
        Verdicts = sets;
        Possible = possible;
        FactsThatMatter = [.. ChildrenFirst(Roots).Select(Manager.VariableOf).Distinct().Order().Select(f => Vocabulary.Facts[f])];
    }

    /// <summary>One law, or two that are compared.</summary>
    public ImmutableArray<ApplicableLaw> Laws { get; }

    public ImmutableArray<Demand> Demands { get; }

    /// <summary>For each demand in turn its sets under each law.</summary>
    public ImmutableArray<VerdictSets> Verdicts { get; }

    /// <summary>The situations that can be; a case with none contradicts itself.</summary>
    public Diagram Possible { get; }

    public DiagramManager Manager => _diagrams.Manager;

    public Vocabulary Vocabulary => Laws[0].Vocabulary;

    /// <summary>The facts on which any answer turns, in the order of the vocabulary.</summary>
    public ImmutableArray<Fact> FactsThatMatter { get; }

    /// <summary>All sets of all verdicts, and what is possible.</summary>
    public IEnumerable<Diagram> Roots => Verdicts.SelectMany(v => v.Sets).Prepend(Possible);

    /// <summary>Values of a fact that no question tells apart, as sets of value indexes.</summary>
    public IReadOnlyList<ulong> ClassesOf(Fact fact) => _diagrams.ClassesOf(fact);

    /// <summary>The classes that some values of a fact belong to, as a set of class indexes.</summary>
    public ulong ClassesWithin(Fact fact, ValueSet values)
    {
        var classes = ClassesOf(fact);
        var within = 0UL;
        for (var c = 0; c < classes.Count; c++)
        {
            if ((classes[c] & values.Bits) != 0)
                within |= 1UL << c;
        }
        return within;
    }

    /// <summary>For a node: the values of its variable, grouped by the child they lead to; those that lead to nothing are left out.</summary>
    public IEnumerable<(ulong Classes, Diagram Child)> BranchesOf(Diagram node)
    {
        var classes = ClassesOf(Vocabulary.Facts[Manager.VariableOf(node)]).Count;
        return Enumerable.Range(0, classes).Select(v => (Value: v, Child: WithoutIdle(Manager.ChildOf(node, v))))
            .Where(b => b.Child != Diagram.False).GroupBy(b => b.Child)
            .Select(g => (g.Aggregate(0UL, (set, b) => set | 1UL << b.Value), g.Key));
    }

    /// <summary>The same set without asking, first of all, a fact that nothing tells apart: it has one class, and a second value that is never used.</summary>
    public Diagram WithoutIdle(Diagram node)
    {
        while (!node.IsConstant && ClassesOf(Vocabulary.Facts[Manager.VariableOf(node)]).Count == 1)
            node = Manager.ChildOf(node, 0);
        return node;
    }

    /// <summary>Every node that is asked to find these sets, children before parents.</summary>
    /// <remarks>Depth first from each set in turn, so that what one needs stands close together.</remarks>
    public ImmutableArray<Diagram> ChildrenFirst(IEnumerable<Diagram> sets)
    {
        var order = ImmutableArray.CreateBuilder<Diagram>();
        var seen = new HashSet<Diagram>();
        foreach (var set in sets)
            Visit(set);
        return order.ToImmutable();

        void Visit(Diagram node)
        {
            if (node.IsConstant || !seen.Add(node))
                return;
            foreach (var (_, child) in BranchesOf(node))
                Visit(child);
            order.Add(node);
        }
    }

    /// <param name="laws">One law, or two of the same library.</param>
    /// <exception cref="ArgumentException">There are no laws, or more than two.</exception>
    public static CountPlan Of(IReadOnlyList<ApplicableLaw> laws, IReadOnlyList<Demand> demands)
    {
        if (laws.Count is 0 or > 2)
            throw new ArgumentException("one law is counted, or two are compared", nameof(laws));
        var compiled = new List<CompiledLaw> { new(laws[0]) };
        foreach (var other in laws.Skip(1))
            compiled.Add(compiled[^1].Beside(other));
        foreach (var (law, demand) in compiled.SelectMany(l => demands.Select(d => (l, d))))
        {
            law.FactsOnly(demand.Premise);
            law.Holds(demand.Expected);
        }
        var diagrams = new LawDiagrams(compiled[^1]);
        var sets = demands.SelectMany(d => compiled.Select((law, index) => SetsOf(diagrams, law, index, d))).ToImmutableArray();
        // No other diagram is asked for from here on, so only these need to survive the sifting.
        diagrams.Manager.Reorder([.. sets.SelectMany(s => s.Sets).Prepend(diagrams.Possible).Distinct()]);
        var plan = new CountPlan(diagrams, [.. laws], [.. demands], sets, diagrams.Possible);
        return new CountPlan(diagrams, plan.Laws, plan.Demands,
            [.. sets.Select(s => s with { Sets = [.. s.Sets.Select(plan.WithoutIdle)] })], plan.WithoutIdle(diagrams.Possible));
    }

    /// <summary>A plan that asks of each case whether it is of some kinds of situation: yes, no (told as "does not apply"), or perhaps (both).</summary>
    /// <param name="diagrams">In which the kinds are; they are not changed.</param>
    /// <param name="kinds">Each with the demand it is told under.</param>
    public static CountPlan OfKinds(LawDiagrams diagrams, ApplicableLaw law, IReadOnlyList<(Demand Demand, Diagram Situations)> kinds)
    {
        var sets = kinds.Select(k => new VerdictSets(0, k.Demand,
            [k.Situations, Diagram.False, Diagram.False, Diagram.False, diagrams.Manager.Difference(diagrams.Possible, k.Situations)])).ToImmutableArray();
        var plan = new CountPlan(diagrams, [law], [.. kinds.Select(k => k.Demand)], sets, diagrams.Possible);
        return new CountPlan(diagrams, plan.Laws, plan.Demands,
            [.. sets.Select(s => s with { Sets = [.. s.Sets.Select(plan.WithoutIdle)] })], plan.WithoutIdle(diagrams.Possible));
    }

    private static VerdictSets SetsOf(LawDiagrams diagrams, CompiledLaw law, int index, Demand demand)
    {
        var regions = Regions.Of(diagrams, law, demand);
        var elsewhere = diagrams.Manager.Difference(diagrams.Possible, regions.Premise);
        return new VerdictSets(index, demand, [regions.Met, regions.Arguable, regions.NotMet, regions.NotKnown, elsewhere]);
    }
}
