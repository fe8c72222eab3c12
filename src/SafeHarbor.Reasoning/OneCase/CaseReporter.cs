using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>Answers every question about one child: demands, statuses, duties, bars, and what to ask next.</summary>
/// <remarks>
/// A child of whom everything is known is looked at directly. Where much is unknown, the verdicts are read off the diagrams of every child.
/// </remarks>
public sealed class CaseReporter(CompiledLaw law)
{
    private readonly CaseEvaluator _evaluator = new(law);
    private DiagramVerdicts? _diagrams;

    public CaseEvaluator Evaluator => _evaluator;

    private Explainer Explainer => new(_evaluator);

    public CaseReport Report(Case @case)
    {
        var demands = law.Law.Library.Demands.Select(d => Answer(@case, d)).ToImmutableArray();
        var statuses = law.Law.Vocabulary.Statuses.Where(s => law.EffectsOn(s).Any())
            .Select(s => (s, Answer(@case, Formula.True, new Expectation.Has(s)))).ToImmutableArray();
        var duties = Norms(@case, Modality.Must)
            .Select(n => EarliestDeadlines(@case, n.Party, n.Act, n.Answer.Verdict) is var (sure, perhaps)
                ? new Duty(n.Party, n.Act, sure, n.Answer.Verdict, n.Rules, n.Answer) { PerhapsSooner = perhaps } : throw new System.Diagnostics.UnreachableException())
            .OrderBy(d => d.Deadline?.LongestHours ?? int.MaxValue).ThenBy(d => d.Verdict != Verdict.Yes).ToImmutableArray();
        var bars = Norms(@case, Modality.MustNot).Select(n => new Bar(n.Party, n.Act, n.Answer.Verdict, n.Rules, n.Answer)).ToImmutableArray();
        var permissions = Norms(@case, Modality.May)
            .Where(n => !duties.Any(d => d.Party == n.Party && d.Act == n.Act && d.Verdict == n.Answer.Verdict))
            .Select(n => new Permission(n.Party, n.Act, n.Answer.Verdict, n.Rules)).ToImmutableArray();
        return new CaseReport(law.Law, @case, demands, statuses, duties, bars, permissions, Conflicts(@case), NextQuestions(@case, demands, statuses, duties));
    }

    public DemandAnswer Answer(Case @case, Demand demand) =>
        new(demand, Answer(@case, law.FactsOnly(demand.Premise), demand.Expected));

    /// <summary>The rules that bear on a demand and how they stand, without what would change the answer.</summary>
    public Explanation Explain(Case @case, Demand demand) => Explainer.Explain(@case, demand.Expected);

    /// <summary>The verdict alone, without reasons.</summary>
    public Verdict VerdictOn(Case @case, Demand demand) => VerdictsFor(@case).Of(@case, law.FactsOnly(demand.Premise), law.Holds(demand.Expected));

    public CaseAnswer Answer(Case @case, Expectation expectation) => Answer(@case, Formula.True, expectation);

    private CaseAnswer Answer(Case @case, Formula premise, Expectation expectation)
    {
        var wanted = law.Holds(expectation);
        var verdict = VerdictsFor(@case).Of(@case, premise, wanted);
        var settled = verdict.IsSettled();
        return new CaseAnswer(expectation, verdict, Explainer.Explain(@case, expectation),
            settled ? [] : SettlingSets.Find(_evaluator, VerdictsFor(@case), @case, premise, wanted),
            settled && verdict != Verdict.DoesNotApply ? Explainer.NearMisses(VerdictsFor(@case), @case, premise, wanted, verdict) : []);
    }

    private IEnumerable<(Party Party, Act Act, CaseAnswer Answer, ImmutableArray<ApplicableRule> Rules)> Norms(Case @case, Modality modality)
    {
        foreach (var (party, act) in law.Norms)
        {
            var expectation = new Expectation.Norm(party, modality, act, TimeLimit.None);
            var verdict = VerdictsFor(@case).Of(@case, Formula.True, law.Holds(expectation));
            if (verdict is Verdict.No or Verdict.None)
                continue;
            var answer = modality == Modality.May ? new CaseAnswer(expectation, verdict, Explainer.Explain(@case, expectation), [], []) : Answer(@case, expectation);
            var rules = answer.Explanation.Findings
                .Where(f => f.State is RuleState.Stands or RuleState.Open && f.Effect is Effect.Norm n && n.Party == party && n.Act == act && n.Modality == modality)
                .Select(f => f.Rule).Distinct().ToImmutableArray();
            yield return (party, act, answer, rules);
        }
    }

    /// <summary>
    /// The earliest time within which the duty surely binds, none where it surely binds without one; and an earlier time that
    /// may bind too. Where the duty is not sure itself, the earliest time that may bind.
    /// </summary>
    private (Deadline? Sure, Deadline? Perhaps) EarliestDeadlines(Case @case, Party party, Act act, Verdict duty)
    {
        var times = DeadlinesOf(party, act)
            .Select(d => (Deadline: d, Verdict: VerdictsFor(@case).Of(@case, Formula.True, law.Holds(party, Modality.Must, act, new TimeLimit(true, d)))))
            .Where(d => d.Verdict is not (Verdict.No or Verdict.None)).ToList();
        var earliest = times.Select(d => d.Deadline).FirstOrDefault();
        if (duty != Verdict.Yes)
            return (earliest, null);
        var sure = times.Where(d => d.Verdict == Verdict.Yes).Select(d => d.Deadline).FirstOrDefault();
        return (sure, earliest == sure || (sure is not null && earliest!.LongestHours >= sure.LongestHours) ? null : earliest);
    }

    private ImmutableArray<NormConflict> Conflicts(Case @case)
    {
        var conflicts = ImmutableArray.CreateBuilder<NormConflict>();
        foreach (var (party, act) in law.Norms)
        {
            var verdict = VerdictsFor(@case).Of(@case, Formula.True, law.Conflict(party, act));
            if (verdict is Verdict.No or Verdict.None)
                continue;
            var rules = law.EffectsOn(party, act)
                .Where(e => e.Effect is Effect.Norm { Modality: not Modality.May } && _evaluator.Evaluate(@case, law.Stands(e)) != false)
                .Select(e => law.Law.Rules[e.Rule]).Distinct().ToImmutableArray();
            conflicts.Add(new NormConflict(party, act, verdict == Verdict.Yes, rules));
        }
        return conflicts.ToImmutable();
    }

    private ImmutableArray<NextQuestion> NextQuestions(Case @case, IEnumerable<DemandAnswer> demands, IEnumerable<(Status Status, CaseAnswer Answer)> statuses, IEnumerable<Duty> duties)
    {
        var open = demands.Where(d => !d.Answer.Verdict.IsSettled()).Select(d => (law.FactsOnly(d.Demand.Premise), law.Holds(d.Demand.Expected)))
            .Concat(statuses.Where(s => !s.Answer.Verdict.IsSettled()).Select(s => (Formula.True, law.Holds(s.Status, granted: true))))
            .Concat(duties.Where(d => !d.Verdict.IsSettled()).Select(d => (Formula.True, law.Holds(d.Answer.Question))))
            .Distinct().ToList();
        return QuestionRanking.Rank(_evaluator, VerdictsFor(@case), @case, open);
    }

    /// <summary>How many facts may be unknown before the diagrams are the quicker way.</summary>
    private const int UnknownFactsLookedAtDirectly = 3;

    private ICaseVerdicts VerdictsFor(Case @case)
    {
        if (_diagrams is null)
        {
            if (@case.Vocabulary.Facts.Count(f => !@case.IsKnown(f)) <= UnknownFactsLookedAtDirectly)
                return _evaluator;
            MakeEveryQuestion();
            _diagrams = new DiagramVerdicts(law);
        }
        return _diagrams;
    }

    /// <summary>Makes the formula of every question that can be asked of this law, so that one set of diagrams serves them all.</summary>
    private void MakeEveryQuestion()
    {
        foreach (var demand in law.Law.Library.Demands)
        {
            law.FactsOnly(demand.Premise);
            law.Holds(demand.Expected);
        }
        foreach (var status in law.Law.Vocabulary.Statuses)
            law.Holds(status, granted: true);
        foreach (var (party, act) in law.Norms)
        {
            foreach (var modality in Enum.GetValues<Modality>())
                law.Holds(party, modality, act, TimeLimit.None);
            foreach (var deadline in DeadlinesOf(party, act))
                law.Holds(party, Modality.Must, act, new TimeLimit(true, deadline));
            law.Conflict(party, act);
        }
    }

    /// <summary>The times within which some rule wants the act done, the shortest first.</summary>
    private IEnumerable<Deadline> DeadlinesOf(Party party, Act act) =>
        law.EffectsOn(party, act).Select(e => e.Effect).OfType<Effect.Norm>().Where(n => n.Modality == Modality.Must).Select(n => n.Deadline).OfType<Deadline>()
            .Distinct().OrderBy(d => d.LongestHours);
}
