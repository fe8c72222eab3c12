using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Situations;

/// <summary>
/// Formulas as diagrams. Variables are the facts (each over its value classes: values that no formula tells apart are
/// one), then the readings, then the unread texts, then the question.
/// </summary>
public sealed class LawDiagrams
{
    private readonly CompiledLaw _law;
    private readonly ulong[][] _classes;
    private readonly Dictionary<int, Diagram> _known = new() { [0] = Diagram.False, [1] = Diagram.True };
    private readonly Dictionary<(int Id, bool Helps, bool ReadingsAtBest, bool UnreadAtBest), Diagram> _atBestOrWorst = [];

    /// <summary>Readings and unread texts, by their formulas, that may both help and hinder what was asked for so far.</summary>
    private readonly HashSet<int> _eitherWay = [];
    private readonly int _factCount;

    /// <param name="law">The law, or the last of several that share their formulas. Every formula that will be asked for must have been made before: classes are fixed here.</param>
    /// <param name="questions">How many questions may be told apart in one diagram, by a variable of its own.</param>
    /// <param name="limit">How much work the diagrams may take; null for as much as they need.</param>
    public LawDiagrams(CompiledLaw law, int questions = 0, WorkLimit? limit = null)
    {
        _law = law;
        var facts = law.Law.Vocabulary.Facts;
        _factCount = facts.Length;
        _classes = [.. facts.Select(f => ValueClasses.Of(law.Formulas, f))];
        var readings = law.FirstReading + law.Law.Readings.Length;
        var unread = law.FirstUnread + law.Law.UnreadRules.Length;
        QuestionVariable = _factCount + readings + unread;
        // A fact that nothing tells apart still needs two values to be a variable; the second is never used. The question stands on
        // top: below each of its values lies what is asked there, as small as by itself.
        Manager = new DiagramManager([.. _classes.Select(c => Math.Max(2, c.Length)), .. Enumerable.Repeat(2, readings + unread), Math.Clamp(questions, 2, MostQuestions)],
            [QuestionVariable, .. Enumerable.Range(0, QuestionVariable)], limit);
        ReadingVariables = Enumerable.Range(_factCount, readings).ToHashSet();
        UnreadVariables = Enumerable.Range(_factCount + readings, unread).ToHashSet();
        Real = Manager.AndAll(Enumerable.Range(0, _factCount).Where(f => _classes[f].Length < 2).Select(f => Manager.Literal(f, 1)));
        Possible = Manager.And(Of(law.Possible), Real);
    }

    /// <summary>A variable has no more values.</summary>
    public const int MostQuestions = 64;

    public DiagramManager Manager { get; }

    public IReadOnlySet<int> ReadingVariables { get; }

    public IReadOnlySet<int> UnreadVariables { get; }

    /// <summary>The variable that tells which question a diagram over several questions speaks of.</summary>
    public int QuestionVariable { get; }

    public int FactCount => _factCount;

    /// <summary>The situations that `never` leaves possible.</summary>
    public Diagram Possible { get; }

    private Diagram Real { get; }

    /// <summary>The classes of a fact's values.</summary>
    public IReadOnlyList<ulong> ClassesOf(Fact fact) => _classes[fact.Index];

    public Diagram Of(Formula formula)
    {
        foreach (var id in _law.Formulas.Cone(formula))
        {
            if (!_known.ContainsKey(id))
                _known[id] = Make(_law.Formulas.NodeAt(id));
        }
        return _known[formula.Id];
    }

    /// <summary>True where the fact has one of these values.</summary>
    public Diagram Of(Fact fact, ValueSet values) => Manager.Literal(fact.Index, ClassesWithin(fact.Index, values.Bits));

    /// <summary>Where a formula holds, the readings and what the unread text says being at their worst or at their best for it.</summary>
    /// <remarks>
    /// A reading that can only help is taken as answered no at worst and yes at best, one that can only hinder the other way
    /// round; so are unread texts. Only what may do either becomes a variable, and is quantified: a diagram that held every
    /// way to read the law would be far larger.
    /// </remarks>
    public Diagram Of(Formula formula, bool readingsAtBest, bool unreadAtBest)
    {
        var before = _eitherWay.Count;
        _eitherWay.UnionWith(AtomsOfBothDirections(formula));
        if (_eitherWay.Count > before)
            _atBestOrWorst.Clear();
        var set = Quantified(AtBestOrWorst((formula.Id, true, readingsAtBest, unreadAtBest)), ReadingVariables, readingsAtBest);
        return Quantified(set, UnreadVariables, unreadAtBest);
    }

    /// <summary>Sifts the variables into a better order. The diagrams of formulas keep their meaning; any made of them outside are lost.</summary>
    public void Reorder() => Manager.Reorder([.. _known.Values, .. _atBestOrWorst.Values, Possible, Real]);

    /// <summary>The values that a set of classes of a fact stands for.</summary>
    public ValueSet ValuesOf(Fact fact, ulong classes)
    {
        var values = ValueSet.Empty;
        for (var c = 0; c < _classes[fact.Index].Length; c++)
        {
            if ((classes >> c & 1) != 0)
                values |= new ValueSet(_classes[fact.Index][c]);
        }
        return values;
    }

    /// <summary>The class of a value.</summary>
    public int ClassOf(Fact fact, int value) => Array.FindIndex(_classes[fact.Index], c => (c >> value & 1) != 0);

    /// <summary>How many situations a set of assignments stands for, each class counting as many values as it has.</summary>
    public BigInteger CountSituations(Diagram set)
    {
        // Readings and unread text are not part of a situation: the set must not depend on them.
        var weights = _classes.Select(c => c.Select(v => BitOperations.PopCount(v)).ToArray()).ToList();
        return Manager.CountWeighted(set, variable => variable < _factCount ? weights[variable] : null);
    }

    private Diagram Quantified(Diagram set, IReadOnlySet<int> variables, bool atBest) =>
        atBest ? Manager.Exists(set, variables) : Manager.ForAll(set, variables);

    /// <summary>The diagram of a formula that helps the whole to hold, or hinders it, before what is a variable is quantified.</summary>
    private Diagram AtBestOrWorst((int Id, bool Helps, bool ReadingsAtBest, bool UnreadAtBest) key)
    {
        if (_atBestOrWorst.TryGetValue(key, out var known))
            return known;
        var node = _law.Formulas.NodeAt(key.Id);
        Diagram Part(int id, bool helps) => AtBestOrWorst(key with { Id = id, Helps = helps });
        Diagram Open(bool atBest) => _eitherWay.Contains(key.Id) ? Make(node) : key.Helps == atBest ? Diagram.True : Diagram.False;
        return _atBestOrWorst[key] = node.Kind switch
        {
            FormulaKind.Reading => Open(key.ReadingsAtBest),
            FormulaKind.Unread => Open(key.UnreadAtBest),
            FormulaKind.Not => Manager.Not(Part(node.Left, !key.Helps)),
            FormulaKind.And => Manager.And(Part(node.Left, key.Helps), Part(node.Right, key.Helps)),
            FormulaKind.Or => Manager.Or(Part(node.Left, key.Helps), Part(node.Right, key.Helps)),
            _ => Of(new Formula(key.Id)),
        };
    }

    /// <summary>The readings and unread texts, by their formulas, that stand in a formula both as they are and negated.</summary>
    private HashSet<int> AtomsOfBothDirections(Formula formula)
    {
        var seen = new HashSet<(int Id, bool Helps)>();
        var stack = new Stack<(int Id, bool Helps)>([(formula.Id, true)]);
        while (stack.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;
            var node = _law.Formulas.NodeAt(next.Id);
            if (node.Kind is FormulaKind.Not or FormulaKind.And or FormulaKind.Or)
                stack.Push((node.Left, next.Helps != (node.Kind == FormulaKind.Not)));
            if (node.Kind is FormulaKind.And or FormulaKind.Or)
                stack.Push((node.Right, next.Helps));
        }
        return [.. seen.Where(s => s.Helps && seen.Contains((s.Id, false)) && _law.Formulas.NodeAt(s.Id).Kind is (FormulaKind.Reading or FormulaKind.Unread)).Select(s => s.Id)];
    }

    private Diagram Make(FormulaNode node) => node.Kind switch
    {
        FormulaKind.Fact => Manager.Literal(node.Left, ClassesWithin(node.Left, node.Values)),
        FormulaKind.Reading => Manager.Literal(_factCount + node.Left, 0b10),
        FormulaKind.Unread => Manager.Literal(_factCount + ReadingVariables.Count + node.Left, 0b10),
        FormulaKind.Not => Manager.Not(_known[node.Left]),
        FormulaKind.And => Manager.And(_known[node.Left], _known[node.Right]),
        FormulaKind.Or => Manager.Or(_known[node.Left], _known[node.Right]),
        _ => throw new System.Diagnostics.UnreachableException(node.Kind.ToString()),
    };

    /// <summary>The classes of a fact that hold any of some values.</summary>
    public ulong ClassesWithin(int fact, ulong values)
    {
        var classes = 0UL;
        for (var c = 0; c < _classes[fact].Length; c++)
        {
            if ((_classes[fact][c] & values) != 0)
                classes |= 1UL << c;
        }
        return classes;
    }
}
