using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>One situation and, where something must hold in every way to read the law, one of those ways: enough to show that a set of edits fails.</summary>
/// <param name="Situation">For each fact the index of its value.</param>
/// <param name="Readings">The readings that are answered yes, by index; of use only where it must hold under all.</param>
/// <param name="Unread">The unread texts that say what they could, by index; not of use where some way will do.</param>
internal sealed record Counterexample(IReadOnlyList<int> Situation, IReadOnlySet<int> Readings, IReadOnlySet<int> Unread);

/// <summary>
/// The formulas of a law with choices, asked in two directions: with a set of edits fixed, in which situations something
/// holds; with a situation fixed, by which sets of edits.
/// </summary>
internal sealed class ChoiceDiagrams
{
    private readonly CompiledLaw _law;
    private readonly int _firstChoice;
    private readonly int _choices;
    private readonly List<bool> _dependsOnChoice = [];
    private readonly DiagramManager _ways;
    private readonly int _readings;
    private readonly Dictionary<Formula, (HashSet<FormulaNode> Helpful, HashSet<FormulaNode> Harmful)> _directions = [];

    private readonly Dictionary<Formula, int[]> _cones = [];

    /// <summary>The formulas as diagrams with the edits of <see cref="_withMade"/>: most of what one requirement is made of is part of another.</summary>
    private readonly Dictionary<int, Diagram> _with = [];
    private HashSet<int> _withMade = [-1];

    /// <param name="law">The compiled law with choices; every formula that will be asked for has been made.</param>
    /// <param name="firstChoice">The reading that stands for the first edit.</param>
    public ChoiceDiagrams(CompiledLaw law, int firstChoice, int choices)
    {
        (_law, _firstChoice, _choices) = (law, firstChoice, choices);
        Situations = new LawDiagrams(law);
        _readings = firstChoice;
        // Of the ways to read the law and to amend it: the edits stand first, so that what is quantified is below.
        _ways = new DiagramManager([.. Enumerable.Repeat(2, Math.Max(1, choices + _readings + law.Law.UnreadRules.Length))]);
        OpenVariables = Enumerable.Range(choices, _readings + law.Law.UnreadRules.Length).ToHashSet();
        for (var id = 0; id < law.Formulas.Count; id++)
        {
            var node = law.Formulas.NodeAt(id);
            _dependsOnChoice.Add(node.Kind switch
            {
                FormulaKind.Reading => IsChoice(node.Left),
                FormulaKind.Not => _dependsOnChoice[node.Left],
                FormulaKind.And or FormulaKind.Or => _dependsOnChoice[node.Left] || _dependsOnChoice[node.Right],
                _ => false,
            });
        }
    }

    public LawDiagrams Situations { get; }

    /// <summary>The manager of functions over the edits: variable <em>i</em> is edit <em>i</em>, with the values not made and made.</summary>
    public DiagramManager Edits => _ways;

    private HashSet<int> OpenVariables { get; }

    private bool IsChoice(int reading) => reading >= _firstChoice && reading < _firstChoice + _choices;

    /// <summary>The situations in which a formula holds in the ways asked, with exactly these edits made.</summary>
    public Diagram Where(Formula formula, Ways ways, IReadOnlySet<int> made) =>
        InWays(Situations.Manager, With(formula, made), ways, Situations.ReadingVariables, Situations.UnreadVariables);

    /// <summary>The situations in which a formula holds under every reading, if the unread text says the right thing.</summary>
    public Diagram WhereKnownToHold(Formula formula, IReadOnlySet<int> made) =>
        Situations.Manager.Exists(Situations.Manager.ForAll(With(formula, made), Situations.ReadingVariables), Situations.UnreadVariables);

    private int[] ConeOf(Formula formula)
    {
        if (!_cones.TryGetValue(formula, out var cone))
            _cones[formula] = cone = _law.Formulas.Cone(formula);
        return cone;
    }

    private Diagram With(Formula formula, IReadOnlySet<int> made)
    {
        var manager = Situations.Manager;
        if (!_withMade.SetEquals(made))
        {
            _withMade = [.. made];
            _with.Clear();
        }
        var known = _with;
        foreach (var id in ConeOf(formula))
        {
            if (known.ContainsKey(id))
                continue;
            var node = _law.Formulas.NodeAt(id);
            known[id] = !_dependsOnChoice[id] ? Situations.Of(new Formula(id)) : node.Kind switch
            {
                FormulaKind.Reading => made.Contains(node.Left - _firstChoice) ? Diagram.True : Diagram.False,
                FormulaKind.Not => manager.Not(known[node.Left]),
                FormulaKind.And => manager.And(known[node.Left], known[node.Right]),
                FormulaKind.Or => manager.Or(known[node.Left], known[node.Right]),
                _ => throw new System.Diagnostics.UnreachableException(node.Kind.ToString()),
            };
        }
        return known[formula.Id];
    }

    /// <summary>Where a requirement is not kept with exactly these edits made, each situation with the ways to read the law in which it is not.</summary>
    public Diagram Failing(Requirement requirement, IReadOnlySet<int> made)
    {
        var holds = With(requirement.Holds, made);
        // What must hold in every way fails in the ways in which it does not hold: nothing need be quantified.
        if (requirement.Ways != Ways.All)
            holds = Situations.Manager.Exists(holds, Situations.ReadingVariables);
        if (requirement.Ways == Ways.Some)
            holds = Situations.Manager.Exists(holds, Situations.UnreadVariables);
        return Situations.Manager.Difference(requirement.Where, holds);
    }

    /// <summary>One example of what <see cref="Failing"/> gives, as a plain case.</summary>
    public (Counterexample Example, Case Case) Example(Diagram failing, TermWriter terms)
    {
        var plain = terms.Example(failing);
        int[] situation = [.. plain.Possible.ToArray().Select(System.Numerics.BitOperations.TrailingZeroCount)];
        var manager = Situations.Manager;
        var facts = _law.Law.Vocabulary.Facts;
        ulong[] box = [.. Enumerable.Range(0, manager.VariableCount).Select(v => v < facts.Length ? 1UL << Situations.ClassOf(facts[v], situation[v]) : manager.AllValues(v))];
        var values = manager.FindOne(manager.RestrictTo(failing, box))!;
        HashSet<int> Yes(IReadOnlySet<int> variables) => [.. variables.Where(v => values[v] == 1).Select(v => v - variables.Min())];
        return (new Counterexample(situation, Yes(Situations.ReadingVariables), Yes(Situations.UnreadVariables)), plain);
    }

    /// <summary>The sets of edits by which a formula holds in one situation: in the way given where it must in every way, else in the ways asked.</summary>
    /// <remarks>
    /// Where some reading will do, one that can only help is taken as answered yes; so is what an unread text may say. Only what
    /// can do either is quantified. Where it must hold in every way, that would need a diagram over all readings and edits at
    /// once, a thousand times as large as what is left of it: one way in which it fails is enough to learn from.
    /// </remarks>
    public Diagram By(Formula formula, Ways ways, Counterexample example)
    {
        var known = new Dictionary<int, Diagram>();
        var (helpful, harmful) = Directions(formula);
        Diagram Open(FormulaNode node, int variable) => (helpful.Contains(node), harmful.Contains(node)) switch
        {
            (true, true) => _ways.Literal(variable, 0b10),
            (var helps, _) => Constant(helps),
        };
        foreach (var id in ConeOf(formula))
        {
            var node = _law.Formulas.NodeAt(id);
            known[id] = node.Kind switch
            {
                FormulaKind.Constant => Constant(node.Left == 1),
                FormulaKind.Fact => (node.Values >> example.Situation[node.Left] & 1) != 0 ? Diagram.True : Diagram.False,
                FormulaKind.Reading when IsChoice(node.Left) => _ways.Literal(node.Left - _firstChoice, 0b10),
                FormulaKind.Reading => ways == Ways.All ? Constant(example.Readings.Contains(node.Left)) : Open(node, _choices + node.Left),
                FormulaKind.Unread => ways != Ways.Some ? Constant(example.Unread.Contains(node.Left)) : Open(node, _choices + _readings + node.Left),
                FormulaKind.Not => _ways.Not(known[node.Left]),
                FormulaKind.And => _ways.And(known[node.Left], known[node.Right]),
                FormulaKind.Or => _ways.Or(known[node.Left], known[node.Right]),
                _ => throw new System.Diagnostics.UnreachableException(node.Kind.ToString()),
            };
        }
        return _ways.Exists(known[formula.Id], OpenVariables);
    }

    private static Diagram Constant(bool value) => value ? Diagram.True : Diagram.False;

    /// <summary>The readings and unread texts that can help a formula to hold, and those that can hinder it.</summary>
    private (HashSet<FormulaNode> Helpful, HashSet<FormulaNode> Harmful) Directions(Formula formula)
    {
        if (_directions.TryGetValue(formula, out var known))
            return known;
        var (helpful, harmful) = (new HashSet<FormulaNode>(), new HashSet<FormulaNode>());
        var seen = new HashSet<(int, bool)>();
        var stack = new Stack<(int Id, bool Helps)>([(formula.Id, true)]);
        while (stack.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;
            var node = _law.Formulas.NodeAt(next.Id);
            if (node.Kind is FormulaKind.Reading or FormulaKind.Unread)
                (next.Helps ? helpful : harmful).Add(node);
            else if (node.Kind == FormulaKind.Not)
                stack.Push((node.Left, !next.Helps));
            else if (node.Kind is FormulaKind.And or FormulaKind.Or)
            {
                stack.Push((node.Left, next.Helps));
                stack.Push((node.Right, next.Helps));
            }
        }
        return _directions[formula] = (helpful, harmful);
    }

    private static Diagram InWays(DiagramManager manager, Diagram holds, Ways ways, IReadOnlySet<int> readings, IReadOnlySet<int> unread) => ways switch
    {
        Ways.All => manager.ForAll(manager.ForAll(holds, readings), unread),
        Ways.SomeReading => manager.ForAll(manager.Exists(holds, readings), unread),
        Ways.Some => manager.Exists(manager.Exists(holds, readings), unread),
        _ => throw new System.Diagnostics.UnreachableException(ways.ToString()),
    };
}
