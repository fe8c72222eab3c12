using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>
/// Finds the cheapest sets of edits that close the gaps of some demands and open none. The cheapest set is tried. Where it
/// fails, one situation shows it, and all sets that fail in that situation are ruled out with it; the cheapest of the rest is
/// tried next, so the first that holds everywhere is a cheapest one.
/// </summary>
/// <remarks>
/// Counterexample-guided inductive synthesis (Solar-Lezama et al., "Combinatorial sketching for finite programs", 2006),
/// with the sets that are left as one diagram and a shortest path in it as the next to try: the implicit hitting sets of
/// Moreno-Centeno and Karp (2013). Exponential at worst in the number of edits; a budget bounds it.
/// </remarks>
public sealed class ReformSearch
{
    /// <summary>Sets of edits tried before the search gives up, unless said otherwise.</summary>
    public const int Budget = 4_000;

    private readonly CompiledLaw _before;
    private readonly GapFinder _finder;
    private readonly IReadOnlyList<ApplicableLaw> _others;
    private readonly int _budget;

    /// <param name="law">The law to be amended.</param>
    /// <param name="others">Other jurisdictions' laws, whose rules may be adopted.</param>
    public ReformSearch(ApplicableLaw law, IEnumerable<ApplicableLaw> others, int budget = Budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        _before = new CompiledLaw(law);
        _finder = new GapFinder(_before);
        _others = [.. others];
        _budget = budget;
    }

    /// <summary>Reforms that make the demands met wherever they are not met, or only arguably, today. What is not known stays as it is, or better.</summary>
    /// <param name="alternatives">How many to look for.</param>
    public ReformResult Find(IReadOnlyList<Demand> demands, int alternatives = 3)
    {
        var edits = demands.SelectMany(d => Catalog(d)).Distinct().ToImmutableArray();
        return Find([.. demands], [], edits, alternatives);
    }

    /// <summary>
    /// One reform that closes the gaps of all the demands: demand after demand, each with the edits made for those before it;
    /// then every edit that the others make needless is taken back. It is irredundant; that none is cheaper is not claimed.
    /// </summary>
    public ReformResult FindTogether(IReadOnlyList<Demand> demands)
    {
        var made = ImmutableArray<Edit>.Empty;
        var (weighed, steps) = (new HashSet<Edit>(), 0);
        for (var i = 0; i < demands.Count; i++)
        {
            ImmutableArray<Demand> soFar = [.. demands.Take(i + 1)];
            if (new ReformProof(_before.Law, soFar).Holds(EditedLaw.With(_before.Law, made)))
                continue;
            var result = Find(soFar, made, [.. made.Concat(Catalog(demands[i])).Distinct()], alternatives: 1);
            weighed.UnionWith(result.Edits);
            steps += result.Steps;
            if (result.Proposals.IsEmpty)
                return result with { Demands = [.. demands], Edits = [.. weighed], Steps = steps };
            made = result.Proposals[0].Edits;
        }
        var proof = new ReformProof(_before.Law, [.. demands]);
        foreach (var edit in made.ToArray().Reverse())
        {
            if (proof.Holds(EditedLaw.With(_before.Law, made.Remove(edit))))
                made = made.Remove(edit);
        }
        return new ReformResult([.. demands], [new ReformProposal(made, EditedLaw.With(_before.Law, made))], false, [.. weighed], steps, null);
    }

    private ImmutableArray<Edit> Catalog(Demand demand) => EditCatalog.For(_before, demand, ValuesOf(_finder, demand), _others);

    /// <param name="made">Edits that are made in any case; they are among <paramref name="edits"/>.</param>
    private ReformResult Find(ImmutableArray<Demand> demands, ImmutableArray<Edit> made, ImmutableArray<Edit> edits, int alternatives)
    {
        // A law that makes every child a victim closes every gap. So what is asked may hold newly only where some demand asks it;
        // only if nothing else helps may a reform reach further, and then it says so.
        var result = new Run(_before.Law, demands, edits, alternatives, _budget, within: true).Find(made);
        if (result.Proposals.Length > 0)
            return result;
        // Nor is a section written from the demand itself an edit of the stated list: it is offered where the list does not help.
        var written = edits.AddRange(demands.SelectMany(d => EditCatalog.Written(_before, d, _others)).Except(edits));
        var own = new Run(_before.Law, demands, written, alternatives, _budget, within: true).Find(made);
        if (own.Proposals.Length > 0)
            return own with { NoneFromTheList = result.IsCheapestProved };
        return new Run(_before.Law, demands, edits, alternatives, _budget, within: false).Find(made) with { ReachesFurther = true };
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
        private readonly int _alternatives;
        private readonly int _budget;
        private readonly bool _within;
        private readonly int _firstChoice;
        private readonly ChoiceDiagrams _choices;
        private readonly List<Requirement> _requirements = [];
        private readonly TermWriter _terms;

        /// <param name="within">Whether what the demands ask may not newly hold where no demand asks it.</param>
        public Run(ApplicableLaw law, ImmutableArray<Demand> demands, ImmutableArray<Edit> edits, int alternatives, int budget, bool within)
        {
            (_law, _demands, _edits, _alternatives, _budget, _within) = (law, demands, edits, alternatives, budget, within);
            (var withChoices, _firstChoice, var ruleOf) = EditedLaw.WithChoices(law, edits);
            var compiled = new CompiledLaw(withChoices);
            foreach (var demand in law.Library.Demands)
            {
                compiled.FactsOnly(demand.Premise);
                compiled.Holds(demand.Expected);
            }
            // Each contradiction by itself: all of them in one formula would be far larger than their sum.
            ImmutableArray<Formula> harmonies = [.. compiled.Norms.Select(n => compiled.Conflict(n.Party, n.Act)).Concat(law.Vocabulary.Statuses.Select(compiled.Conflict)).Select(compiled.Formulas.Not)];
            for (var edit = 0; edit < edits.Length && within; edit++)
            {
                foreach (var (effect, i) in withChoices.Rules[ruleOf[edit]].Rule.Effects.Select((e, i) => (e, i)))
                    compiled.Formulas.Not(compiled.Formulas.And(compiled.Formulas.Reading(_firstChoice + edit), compiled.Stands(new CompiledLaw.EffectPlace(ruleOf[edit], i, effect))));
            }
            _choices = new ChoiceDiagrams(compiled, _firstChoice, edits.Length);
            _terms = new TermWriter(_choices.Situations, law.Vocabulary);
            AddRequirements(compiled, harmonies, ruleOf);
        }

        private DiagramManager Manager => _choices.Situations.Manager;

        /// <param name="start">Edits that are made in any case.</param>
        public ReformResult Find(ImmutableArray<Edit> start)
        {
            var proposals = new List<ReformProposal>();
            var places = new HashSet<string>();
            var begun = start.Select(e => _edits.IndexOf(e)).ToHashSet();
            // The sets of edits that pass wherever a set has failed so far, and hold no reform that was found.
            var left = new SetsLeft(_choices.Edits, _edits.Select(e => e.Cost), begun);
            var failed = new List<Failure>();
            var (steps, exhausted) = (0, false);
            for (; proposals.Count < _alternatives && steps < _budget; steps++)
            {
                if (left.Cheapest() is not { } made)
                {
                    exhausted = true;
                    break;
                }
                if (FirstFailure(made) is { } failure)
                {
                    failed.Add(failure);
                    left.Learn(failure.By);
                    continue;
                }
                // To widen a condition and to drop it are one idea: the smaller was told already.
                if (places.Add(string.Join(' ', made.Select(e => PlaceOf(_edits[e])).Order(StringComparer.Ordinal))))
                    proposals.Add(Propose(made));
                left.Learn(_choices.Edits.Not(_choices.Edits.AndAll(made.Order().Reverse().Select(e => _choices.Edits.Literal(e, 0b10)))));
            }
            return new ReformResult(_demands, [.. proposals], proposals.Count > 0 || exhausted, _edits, steps,
                exhausted && proposals.Count == 0 ? Unclosable(failed, begun) : null);
        }

        /// <summary>One situation in which a demand is not met whatever edits are made; null where each can be mended by itself.</summary>
        private (Demand, Case)? Unclosable(List<Failure> failed, HashSet<int> begun)
        {
            // By its own: what was learnt keeps its handle only while it is one of the sets left.
            foreach (var inOne in failed.Where(f => f.Requirement.Demand is not null).GroupBy(f => (f.Requirement, string.Join(' ', f.Example.Situation))))
            {
                var passing = _choices.Edits.AndAll(inOne.Select(f => _choices.By(f.Requirement.Holds, f.Requirement.Ways, f.Example)));
                if (EditSets.Cheapest(_choices.Edits, passing, begun, [.. _edits.Select(e => e.Cost)]) is null)
                    return (inOne.Key.Requirement.Demand!, inOne.First().Case);
            }
            return null;
        }

        private static string PlaceOf(Edit edit) => edit switch
        {
            Edit.Widen widen => $"{widen.Rule.Index}.{widen.Part}",
            Edit.OfRule { DroppedPart: { } part } drop => $"{drop.Rule.Index}.{part}",
            Edit.DropException drop => $"{drop.Rule.Index}-{drop.Exception}",
            Edit.MayToMust must => $"{must.Rule.Index}!{must.Effect}",
            Edit.AddDeadline add => $"{add.Rule.Index}@{add.Effect}",
            Edit.Adopt adopt => $"{adopt.Precedent.Origin.Id} {adopt.Precedent.Index}",
            Edit.Write write => $"{write.Demand.Id} {write.Section.Rule.Effects[0]}",
            _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
        };

        private void AddRequirements(CompiledLaw compiled, ImmutableArray<Formula> harmonies, int[] ruleOf)
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
            if (_within)
                AddBounds(compiled, ruleOf);
            foreach (var harmony in harmonies)
                Require(null, harmony, Ways.All, Manager.And(_choices.Situations.Possible, _choices.Where(harmony, Ways.All, none)));
        }

        /// <summary>
        /// An edited rule must not newly give what some demand asks where no demand asks it. What other rules make of it there is
        /// the law's own.
        /// </summary>
        private void AddBounds(CompiledLaw compiled, int[] ruleOf)
        {
            var none = new HashSet<int>();
            var stood = new Dictionary<Formula, Diagram>();
            for (var edit = 0; edit < ruleOf.Length; edit++)
            {
                var rule = compiled.Law.Rules[ruleOf[edit]];
                for (var i = 0; i < rule.Rule.Effects.Length; i++)
                {
                    var effect = rule.Rule.Effects[i];
                    var asking = _law.Library.Demands.Where(d => Wanted.Asks(d, effect)).ToList();
                    if (asking.Count == 0)
                        continue;
                    var stands = compiled.Stands(new CompiledLaw.EffectPlace(rule.Index, i, effect));
                    if (!stood.TryGetValue(stands, out var before))
                        stood[stands] = before = _choices.Where(stands, Ways.Some, none);
                    var asked = Manager.OrAll(asking.Select(d => _choices.Situations.Of(compiled.FactsOnly(d.Premise))));
                    Require(null, compiled.Formulas.Not(compiled.Formulas.And(compiled.Formulas.Reading(_firstChoice + edit), stands)), Ways.All,
                        Manager.Difference(_choices.Situations.Possible, Manager.Or(asked, before)), edit);
                }
            }
        }


        private void Require(Demand? demand, Formula holds, Ways ways, Diagram where, int? onlyWith = null)
        {
            if (where != Diagram.False)
                _requirements.Add(new Requirement(demand, holds, ways, where, onlyWith));
        }

        /// <summary>One thing that a set of edits does not achieve or does not keep, where it does not, and the sets of edits by which it would there.</summary>
        private sealed record Failure(Requirement Requirement, Counterexample Example, Case Case, Diagram By);

        private Failure? FirstFailure(HashSet<int> made)
        {
            for (var i = 0; i < _requirements.Count; i++)
            {
                var requirement = _requirements[i];
                if (requirement.OnlyWith is { } edit && !made.Contains(edit))
                    continue;
                var failing = _choices.Failing(requirement, made);
                if (failing == Diagram.False)
                    continue;
                // What failed once will soon fail again: it is asked first.
                _requirements.RemoveAt(i);
                _requirements.Insert(0, requirement);
                var (example, plain) = _choices.Example(failing, _terms);
                return new Failure(requirement, example, plain, _choices.By(requirement.Holds, requirement.Ways, example));
            }
            return null;
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
