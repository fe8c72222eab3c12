using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>
/// Verdicts for one case, with unknown facts treated exactly: a formula is evaluated in three values over the whole case,
/// and where that leaves it open the case is split on a fact that matters, until every part has one answer.
/// </summary>
/// <remarks>Exponential at worst in the unknown facts that matter; not safe for several threads.</remarks>
public sealed class CaseEvaluator : ICaseVerdicts
{
    private const sbyte False = 0;
    private const sbyte True = 1;
    private const sbyte Open = 2;

    private readonly CompiledLaw _law;
    private readonly Dictionary<(Formula Premise, Formula Wanted), Question> _questions = [];
    private sbyte[] _values = [];
    private readonly bool?[] _readings;
    private readonly bool?[] _unread;
    private readonly ulong[][] _classes;

    public CaseEvaluator(CompiledLaw law)
    {
        _law = law;
        _readings = new bool?[law.FirstReading + law.Law.Readings.Length];
        _unread = new bool?[law.FirstUnread + law.Law.UnreadRules.Length];
        _classes = new ulong[law.Law.Vocabulary.Facts.Length][];
    }

    public CompiledLaw Law => _law;

    /// <summary>A question as the evaluator works on it: its formulas, and all they are made of, parts first.</summary>
    private sealed record Question(Formula Premise, Formula Wanted, int[] Cone, int[] Premises);

    /// <summary>Whether any situation at all fits the case.</summary>
    public bool IsPossible(Case @case) => CanBe(@case.Possible.ToArray());

    /// <summary>The verdict on a demand.</summary>
    public Verdict Of(Case @case, Demand demand) => Of(@case, _law.FactsOnly(demand.Premise), _law.Holds(demand.Expected));

    public Verdict Of(Case @case, Expectation expectation) => Of(@case, Formula.True, _law.Holds(expectation));

    /// <summary>The verdicts over every situation of the case.</summary>
    public Verdict Of(Case @case, Formula premise, Formula wanted)
    {
        if (!_questions.TryGetValue((premise, wanted), out var question))
        {
            question = new Question(premise, wanted, _law.Formulas.Cone(premise, wanted), _law.Formulas.Cone(premise));
            _questions[(premise, wanted)] = question;
        }
        return Explore(@case.Possible.ToArray(), question, Verdict.None);
    }

    /// <summary>Three-valued evaluation over a whole case: true, false, or null where it is open.</summary>
    public bool? Evaluate(Case @case, Formula formula)
    {
        var values = Evaluate(@case.Possible.ToArray(), ConeOf(formula), formula);
        return values == Open ? null : values == True;
    }

    /// <summary>The facts, readings and unread texts that leave a formula open over a case.</summary>
    public IEnumerable<FormulaNode> OpenAtomsOf(Case @case, Formula formula)
    {
        Evaluate(@case.Possible.ToArray(), ConeOf(formula), formula);
        return OpenAtoms(formula);
    }

    private Verdict Explore(ulong[] box, Question question, Verdict found)
    {
        if (found == (Verdict.Yes | Verdict.Arguable | Verdict.No | Verdict.NotKnown | Verdict.DoesNotApply))
            return found;
        var premise = Evaluate(box, question.Premises, question.Premise);
        if (premise == False)
            return Add(box, found, Verdict.DoesNotApply);
        if (premise == True)
        {
            var wanted = Evaluate(box, question.Cone, question.Wanted);
            if (wanted != Open)
                return Add(box, found, wanted == True ? Verdict.Yes : Verdict.No);
        }
        else
        {
            Evaluate(box, question.Cone, question.Wanted);
        }
        var fact = FactToSplit(box, premise == Open ? question.Premise : question.Wanted);
        if (fact < 0)
            return Add(box, found, Quantified(box, question));
        foreach (var part in Parts(fact, box[fact]))
        {
            var inner = (ulong[])box.Clone();
            inner[fact] = part;
            // A quick look only: whether the part holds any situation is settled where its verdict is added.
            if (Evaluate(inner, ConeOf(_law.Possible), _law.Possible) != False)
                found = Explore(inner, question, found);
        }
        return found;
    }

    /// <summary>Adds a verdict if it is new and the box holds a possible situation.</summary>
    private Verdict Add(ulong[] box, Verdict found, Verdict verdict) =>
        found.HasFlag(verdict) || CanBe(box) ? found | verdict : found;

    /// <summary>The verdict where only readings and unread text are open (point 6 of the meaning).</summary>
    /// <remarks>
    /// What can only help is tried at its best and at its worst, for all between lies between; what may do either is tried both ways.
    /// </remarks>
    private Verdict Quantified(ulong[] box, Question question)
    {
        Evaluate(box, question.Cone, question.Wanted);
        var (readings, unread) = OpenVariables(question.Wanted);
        Verdict? common = null;
        try
        {
            foreach (var verdict in unread.Ways(_unread, [false, true]).Select(_ => OverReadings(box, question, readings)))
            {
                if (common is { } earlier && earlier != verdict)
                    return Verdict.NotKnown;
                common = verdict;
            }
        }
        finally
        {
            Array.Clear(_unread);
            Array.Clear(_readings);
        }
        return common!.Value;
    }

    private Verdict OverReadings(ulong[] box, Question question, OpenAtomsByDirection readings)
    {
        var all = readings.Ways(_readings, [false]).All(_ => Evaluate(box, question.Cone, question.Wanted) == True);
        return all ? Verdict.Yes : readings.Ways(_readings, [true]).Any(_ => Evaluate(box, question.Cone, question.Wanted) == True) ? Verdict.Arguable : Verdict.No;
    }

    /// <summary>Open readings, or unread texts: those that can only help a formula to hold, those that can only hinder it, and those that may do either.</summary>
    private sealed record OpenAtomsByDirection(List<int> Helpful, List<int> Harmful, List<int> Either)
    {
        public static OpenAtomsByDirection Of(IReadOnlySet<int> helpful, IReadOnlySet<int> harmful) =>
            new([.. helpful.Except(harmful)], [.. harmful.Except(helpful)], [.. helpful.Intersect(harmful)]);

        /// <summary>Gives the variables each combination of values in turn that need be tried.</summary>
        /// <param name="atBest">Whether those with one direction are at their best; several for one after the other.</param>
        public IEnumerable<bool> Ways(bool?[] variables, bool[] atBest)
        {
            foreach (var best in Helpful.Count + Harmful.Count == 0 ? atBest[..1] : atBest)
            {
                Helpful.ForEach(v => variables[v] = best);
                Harmful.ForEach(v => variables[v] = !best);
                for (var bits = 0L; bits < 1L << Either.Count; bits++)
                {
                    for (var i = 0; i < Either.Count; i++)
                        variables[Either[i]] = (bits >> i & 1) != 0;
                    yield return best;
                }
            }
        }
    }

    /// <summary>Whether the box holds a situation that `never` allows.</summary>
    private bool CanBe(ulong[] box)
    {
        var value = Evaluate(box, ConeOf(_law.Possible), _law.Possible);
        if (value != Open)
            return value == True;
        var fact = FactToSplit(box, _law.Possible);
        foreach (var part in Parts(fact, box[fact]))
        {
            var inner = (ulong[])box.Clone();
            inner[fact] = part;
            if (CanBe(inner))
                return true;
        }
        return false;
    }

    private readonly Dictionary<Formula, int[]> _cones = [];

    private int[] ConeOf(Formula formula)
    {
        if (!_cones.TryGetValue(formula, out var cone))
            _cones[formula] = cone = _law.Formulas.Cone(formula);
        return cone;
    }

    private sbyte Evaluate(ulong[] box, int[] cone, Formula root)
    {
        if (_values.Length < _law.Formulas.Count)
            _values = new sbyte[Math.Max(_law.Formulas.Count, _values.Length * 2)];
        foreach (var id in cone)
        {
            var node = _law.Formulas.NodeAt(id);
            _values[id] = node.Kind switch
            {
                FormulaKind.Constant => (sbyte)node.Left,
                FormulaKind.Fact => (box[node.Left] & node.Values) == 0 ? False : (box[node.Left] & ~node.Values) == 0 ? True : Open,
                FormulaKind.Reading => Known(_readings[node.Left]),
                FormulaKind.Unread => Known(_unread[node.Left]),
                FormulaKind.Not => _values[node.Left] == Open ? Open : (sbyte)(1 - _values[node.Left]),
                FormulaKind.And => And(_values[node.Left], _values[node.Right]),
                FormulaKind.Or => Or(_values[node.Left], _values[node.Right]),
                _ => throw new System.Diagnostics.UnreachableException(node.Kind.ToString()),
            };
        }
        return _values[root.Id];
    }

    private static sbyte Known(bool? value) => value is { } known ? known ? True : False : Open;

    private static sbyte And(sbyte a, sbyte b) => a == False || b == False ? False : a == True && b == True ? True : Open;

    private static sbyte Or(sbyte a, sbyte b) => a == True || b == True ? True : a == False && b == False ? False : Open;

    /// <summary>The fact that most open atoms speak of; -1 where none is open. Uses the values of the last evaluation.</summary>
    private int FactToSplit(ulong[] box, Formula root)
    {
        var counts = new int[box.Length];
        foreach (var node in OpenAtoms(root))
        {
            if (node.Kind == FormulaKind.Fact)
                counts[node.Left]++;
        }
        var best = -1;
        for (var f = 0; f < counts.Length; f++)
        {
            if (counts[f] > 0 && (best < 0 || counts[f] > counts[best]))
                best = f;
        }
        return best;
    }

    /// <summary>The open readings and unread texts, by what they can do to a formula. Uses the values of the last evaluation.</summary>
    private (OpenAtomsByDirection Readings, OpenAtomsByDirection Unread) OpenVariables(Formula root)
    {
        var found = new HashSet<(FormulaKind Kind, int Variable, bool Helps)>();
        var seen = new HashSet<(int, bool)>();
        var stack = new Stack<(int Id, bool Helps)>([(root.Id, true)]);
        while (stack.TryPop(out var next))
        {
            if (_values[next.Id] != Open || !seen.Add(next))
                continue;
            var node = _law.Formulas.NodeAt(next.Id);
            if (node.Kind is FormulaKind.Reading or FormulaKind.Unread)
                found.Add((node.Kind, node.Left, next.Helps));
            else if (node.Kind == FormulaKind.Not)
                stack.Push((node.Left, !next.Helps));
            else if (node.Kind is FormulaKind.And or FormulaKind.Or)
            {
                stack.Push((node.Left, next.Helps));
                stack.Push((node.Right, next.Helps));
            }
        }
        HashSet<int> Of(FormulaKind kind, bool helps) => [.. found.Where(f => f.Kind == kind && f.Helps == helps).Select(f => f.Variable)];
        return (OpenAtomsByDirection.Of(Of(FormulaKind.Reading, true), Of(FormulaKind.Reading, false)), OpenAtomsByDirection.Of(Of(FormulaKind.Unread, true), Of(FormulaKind.Unread, false)));
    }

    private List<FormulaNode> OpenAtoms(Formula root)
    {
        var atoms = new List<FormulaNode>();
        var seen = new HashSet<int>();
        var stack = new Stack<int>([root.Id]);
        while (stack.TryPop(out var id))
        {
            if (_values[id] != Open || !seen.Add(id))
                continue;
            var node = _law.Formulas.NodeAt(id);
            if (node.Kind is FormulaKind.Not or FormulaKind.And or FormulaKind.Or)
                stack.Push(node.Left);
            else
                atoms.Add(node);
            if (node.Kind is FormulaKind.And or FormulaKind.Or)
                stack.Push(node.Right);
        }
        return atoms;
    }

    /// <summary>Divides the values of a fact into those that no formula tells apart.</summary>
    private IEnumerable<ulong> Parts(int fact, ulong values)
    {
        foreach (var part in Classes(fact))
        {
            if ((part & values) != 0)
                yield return part & values;
        }
    }

    private int _classesMadeAt;

    private ulong[] Classes(int fact)
    {
        if (_classesMadeAt != _law.Formulas.Count)
        {
            Array.Clear(_classes);
            _classesMadeAt = _law.Formulas.Count;
        }
        return _classes[fact] ??= ValueClasses.Of(_law.Formulas, _law.Law.Vocabulary.Facts[fact]);
    }
}
