using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>
/// Finds the cheapest sets of edits that close the gaps of some demands and open none. Sets are tried in the order of
/// their cost. Where a set fails, one situation shows it, and that situation tells which further edits could mend it:
/// every set that does is tried in its turn, so the first that holds everywhere is a cheapest one.
/// </summary>
/// <remarks>
/// Counterexample-guided inductive synthesis (Solar-Lezama et al., "Combinatorial sketching for finite programs", 2006)
/// with best-first search in place of a solver. Exponential at worst in the number of edits; a budget bounds it.
/// </remarks>
public sealed class ReformSearch
{
    /// <summary>Sets of edits tried before the search gives up, unless said otherwise.</summary>
    public const int Budget = 4_000;

    private readonly CompiledLaw _before;
    private readonly IReadOnlyList<ApplicableLaw> _others;
    private readonly int _budget;

    /// <param name="law">The law to be amended.</param>
    /// <param name="others">Other jurisdictions' laws, whose rules may be adopted.</param>
    public ReformSearch(ApplicableLaw law, IEnumerable<ApplicableLaw> others, int budget = Budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        _before = new CompiledLaw(law);
        _others = [.. others];
        _budget = budget;
    }

    /// <summary>Reforms that make the demands met wherever they are not met, or only arguably, today. What is not known stays as it is, or better.</summary>
    /// <param name="alternatives">How many to look for.</param>
    public ReformResult Find(IReadOnlyList<Demand> demands, int alternatives = 3)
    {
        var finder = new GapFinder(_before);
        var edits = demands.SelectMany(d => EditCatalog.For(_before, d, ValuesOf(finder, d), _others)).Distinct().ToImmutableArray();
        return new Run(_before.Law, [.. demands], edits, alternatives, _budget).Find();
    }

    /// <summary>
    /// One reform that closes the gaps of all the demands: demand after demand on the law as amended so far; then every edit
    /// that the others make needless is taken back. It is irredundant; that none is cheaper is not claimed.
    /// </summary>
    public ReformResult FindTogether(IReadOnlyList<Demand> demands)
    {
        var edits = new List<Edit>();
        var (tried, steps) = (0, 0);
        var closed = new List<Demand>();
        foreach (var demand in demands)
        {
            var amended = EditedLaw.With(_before.Law, edits);
            if (new ReformProof(_before.Law, [demand]).Holds(amended))
            {
                closed.Add(demand);
                continue;
            }
            var result = new ReformSearch(amended, _others, _budget).Find([demand], alternatives: 1);
            tried += result.EditsTried;
            steps += result.Steps;
            if (result.Proposals.IsEmpty)
                return result with { Demands = [.. demands], EditsTried = tried, Steps = steps };
            edits = Merge(_before.Law, edits, result.Proposals[0].Edits);
            closed.Add(demand);
        }
        var proof = new ReformProof(_before.Law, [.. demands]);
        for (var i = edits.Count - 1; i >= 0; i--)
        {
            List<Edit> without = [.. edits.Where((_, j) => j != i)];
            if (proof.Holds(EditedLaw.With(_before.Law, without)))
                edits = without;
        }
        var after = EditedLaw.With(_before.Law, edits);
        return proof.Holds(after)
            ? new ReformResult([.. demands], [new ReformProposal([.. edits], after)], false, tried, steps, null)
            : new ReformResult([.. demands], [], false, tried, steps, null);
    }

    /// <summary>Edits of a law already amended, told as edits of the law before: places shift where conditions were dropped.</summary>
    private static List<Edit> Merge(ApplicableLaw law, List<Edit> first, IEnumerable<Edit> then)
    {
        var merged = first.ToList();
        foreach (var edit in then)
        {
            if (edit is not Edit.OfRule of || of.Rule.Index >= law.Rules.Length)
            {
                merged.Add(edit);
                continue;
            }
            var rule = law.Rules[of.Rule.Index];
            var before = first.OfType<Edit.OfRule>().Where(e => e.Rule.Index == rule.Index).ToList();
            merged.Add(edit switch
            {
                Edit.Widen widen => widen with { Rule = rule, Part = Original(widen.Part, before.OfType<Edit.DropCondition>().Select(e => e.Part)) },
                Edit.DropCondition drop => drop with { Rule = rule, Part = Original(drop.Part, before.OfType<Edit.DropCondition>().Select(e => e.Part)) },
                Edit.DropException drop => drop with { Rule = rule, Exception = Original(drop.Exception, before.OfType<Edit.DropException>().Select(e => e.Exception)) },
                Edit.MayToMust must => must with { Rule = rule },
                Edit.AddDeadline add => add with { Rule = rule },
                _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
            });
        }
        return merged;
    }

    private static int Original(int place, IEnumerable<int> dropped)
    {
        foreach (var gone in dropped.Order())
        {
            if (gone <= place)
                place++;
        }
        return place;
    }

    /// <summary>For each fact the values it has in some situation of the gap.</summary>
    private static ValueSet[] ValuesOf(GapFinder finder, Demand demand)
    {
        var (diagrams, regions) = (finder.Diagrams, finder.RegionsOf(demand));
        var gap = diagrams.Manager.Or(regions.NotMet, regions.Arguable);
        return [.. finder.Vocabulary.Facts.Select(fact => diagrams.ClassesOf(fact)
            .Where((_, c) => diagrams.Manager.And(gap, diagrams.Manager.Literal(fact.Index, 1UL << c)) != Diagram.False)
            .Aggregate(ValueSet.Empty, (all, values) => all | new ValueSet(values)))];
    }

    /// <summary>One search: the edits, the law with a choice for each, and what every set of edits is held to.</summary>
    private sealed class Run
    {
        private readonly ApplicableLaw _law;
        private readonly ImmutableArray<Demand> _demands;
        private readonly ImmutableArray<Edit> _edits;
        private readonly int[] _costs;
        private readonly int _alternatives;
        private readonly int _budget;
        private readonly ChoiceDiagrams _choices;
        private readonly List<Requirement> _requirements = [];
        private readonly TermWriter _terms;

        /// <summary>For each failure seen the sets of edits by which it does not arise: asked before all situations are.</summary>
        private readonly List<(Requirement Requirement, Diagram By)> _lessons = [];

        public Run(ApplicableLaw law, ImmutableArray<Demand> demands, ImmutableArray<Edit> edits, int alternatives, int budget)
        {
            (_law, _demands, _edits, _alternatives, _budget) = (law, demands, edits, alternatives, budget);
            _costs = [.. edits.Select(e => e.Cost)];
            var (withChoices, first) = EditedLaw.WithChoices(law, edits);
            var compiled = new CompiledLaw(withChoices);
            foreach (var demand in law.Library.Demands)
            {
                compiled.FactsOnly(demand.Premise);
                compiled.Holds(demand.Expected);
            }
            var conflicts = compiled.Formulas.OrAll([.. compiled.Norms.Select(n => compiled.Conflict(n.Party, n.Act)), .. law.Vocabulary.Statuses.Select(compiled.Conflict)]);
            var noConflict = compiled.Formulas.Not(conflicts);
            _choices = new ChoiceDiagrams(compiled, first, edits.Length);
            _terms = new TermWriter(_choices.Situations, law.Vocabulary);
            AddRequirements(compiled, noConflict);
        }

        private DiagramManager Manager => _choices.Situations.Manager;

        public ReformResult Find()
        {
            var proposals = new List<ReformProposal>();
            var found = new List<HashSet<int>>();
            var queue = new PriorityQueue<HashSet<int>, (int Cost, int Count, string Order)>();
            var seen = new HashSet<string>();
            (Demand, Case)? unclosable = null;
            Push([]);
            var steps = 0;
            while (proposals.Count < _alternatives && steps < _budget && queue.TryDequeue(out var made, out _))
            {
                if (found.Exists(f => f.IsSubsetOf(made)))
                    continue;
                steps++;
                if (FirstFailure(made) is not { } failure)
                {
                    found.Add(made);
                    proposals.Add(Propose(made));
                    continue;
                }
                var further = EditSets.Smallest(_choices.Edits, failure.By, made, _costs, MostExpensive);
                if (further.Count == 0 && made.Count == 0 && failure.Requirement.Demand is { } demand)
                    unclosable = (demand, failure.Example!);
                foreach (var set in further)
                    Push([.. made, .. set]);
            }
            var exhausted = queue.Count == 0 && steps < _budget;
            return new ReformResult(_demands, [.. proposals], proposals.Count > 0 || exhausted, _edits.Length, steps, unclosable);

            void Push(HashSet<int> set)
            {
                var key = string.Join(',', set.Order());
                if (seen.Add(key))
                    queue.Enqueue(set, (set.Sum(e => _costs[e]), set.Count, key));
            }
        }

        /// <summary>No single situation is worth more than this many edits at once.</summary>
        private const int MostExpensive = 24;

        private void AddRequirements(CompiledLaw compiled, Formula noConflict)
        {
            var none = new HashSet<int>();
            foreach (var demand in _law.Library.Demands)
            {
                var premise = Manager.And(_choices.Situations.Possible, _choices.Situations.Of(compiled.FactsOnly(demand.Premise)));
                var wanted = compiled.Holds(demand.Expected);
                var met = Manager.And(premise, _choices.Where(wanted, Ways.All, none));
                var atLeastArguable = Manager.And(premise, _choices.Where(wanted, Ways.SomeReading, none));
                var atAll = Manager.And(premise, _choices.Where(wanted, Ways.Some, none));
                var notMet = Manager.Difference(premise, atAll);
                // Arguable is what holds under some reading and under no way of the unread text under all (point 6 of the meaning).
                var arguable = Manager.Difference(atLeastArguable, _choices.WhereKnownToHold(wanted, none));
                if (_demands.Contains(demand))
                    Require(demand, wanted, Ways.All, Manager.Or(notMet, arguable));
                Require(demand, wanted, Ways.All, met);
                Require(demand, wanted, Ways.SomeReading, Manager.Difference(atLeastArguable, met));
                Require(demand, wanted, Ways.Some, Manager.Difference(atAll, atLeastArguable));
            }
            var inConflict = Manager.Difference(_choices.Situations.Possible, _choices.Where(noConflict, Ways.All, none));
            Require(null, noConflict, Ways.All, Manager.Difference(_choices.Situations.Possible, inConflict));
        }

        private void Require(Demand? demand, Formula holds, Ways ways, Diagram where)
        {
            if (where != Diagram.False)
                _requirements.Add(new Requirement(demand, holds, ways, where));
        }

        /// <summary>One thing that a set of edits does not achieve or does not keep, with the sets of edits by which it would be.</summary>
        private (Requirement Requirement, Diagram By, Case? Example)? FirstFailure(HashSet<int> made)
        {
            foreach (var (requirement, by) in _lessons)
            {
                if (!Allows(by, made))
                    return (requirement, by, null);
            }
            foreach (var requirement in _requirements)
            {
                var failing = Manager.Difference(requirement.Where, _choices.Where(requirement.Holds, requirement.Ways, made));
                if (failing == Diagram.False)
                    continue;
                var example = _terms.Example(failing);
                var by = _choices.By(requirement.Holds, requirement.Ways, [.. example.Possible.ToArray().Select(System.Numerics.BitOperations.TrailingZeroCount)]);
                _lessons.Add((requirement, by));
                return (requirement, by, example);
            }
            return null;
        }

        private bool Allows(Diagram by, HashSet<int> made)
        {
            var values = new int[_choices.Edits.VariableCount];
            foreach (var edit in made)
                values[edit] = 1;
            return _choices.Edits.Evaluate(by, values);
        }

        /// <summary>Takes away what the gap does not need: whole edits first, then single values that a condition was widened by.</summary>
        private ReformProposal Propose(HashSet<int> made)
        {
            var edits = made.Order().Select(e => _edits[e]).ToList();
            var proof = new ReformProof(_law, _demands);
            for (var i = 0; i < edits.Count; i++)
            {
                if (edits[i] is not Edit.Widen widen)
                    continue;
                foreach (var value in widen.Added.Values())
                {
                    var narrower = ((Edit.Widen)edits[i]).Added - ValueSet.Of(value);
                    if (narrower.IsEmpty)
                        continue;
                    var tried = edits.ToList();
                    tried[i] = widen with { Added = narrower };
                    if (proof.Holds(EditedLaw.With(_law, tried)))
                        edits = tried;
                }
            }
            var after = EditedLaw.With(_law, edits);
            return proof.Holds(after)
                ? new ReformProposal([.. edits], after)
                : throw new InvalidOperationException("the search for reforms and the ordinary reasoning differ");
        }
    }
}
