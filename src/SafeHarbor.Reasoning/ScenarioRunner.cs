using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Reasoning;

/// <summary>One expectation of a scenario, and what the law answers.</summary>
/// <param name="Asked">What was asked, in words.</param>
public sealed record ScenarioResult(Scenario Scenario, Expected Expected, string Asked, Verdict Got)
{
    private bool OfDemand => Expected.Asked is Law.Asked.OfDemand;

    public string GotWords => Got.InWords(OfDemand);

    public string ExpectedWords => Expected.Answer == Answer.Depends ? "depends" : Wanted(Expected.Answer).InWords(OfDemand);

    public bool Passed => Expected.Answer == Answer.Depends ? Got != Verdict.None && !Got.IsSettled() : Got == Wanted(Expected.Answer);

    private static Verdict Wanted(Answer answer) => answer switch
    {
        Answer.Yes => Verdict.Yes,
        Answer.No => Verdict.No,
        Answer.Arguable => Verdict.Arguable,
        Answer.NotKnown => Verdict.NotKnown,
        Answer.DoesNotApply => Verdict.DoesNotApply,
        _ => throw new System.Diagnostics.UnreachableException(answer.ToString()),
    };
}

/// <summary>Runs the scenarios that stand beside a jurisdiction's law.</summary>
public static class ScenarioRunner
{
    public static IEnumerable<ScenarioResult> Run(LawLibrary library, Jurisdiction jurisdiction) => Run(library, jurisdiction, jurisdiction.Scenarios);

    /// <summary>Runs the answers of the second reading.</summary>
    public static IEnumerable<ScenarioResult> RunSecondReading(LawLibrary library, Jurisdiction jurisdiction) => Run(library, jurisdiction, jurisdiction.SecondReading);

    private static IEnumerable<ScenarioResult> Run(LawLibrary library, Jurisdiction jurisdiction, IEnumerable<Scenario> scenarios)
    {
        foreach (var day in scenarios.GroupBy(s => s.On))
        {
            var evaluator = new CaseEvaluator(new CompiledLaw(ApplicableLaw.Of(library, new LawQuestion(jurisdiction.Id, day.Key))));
            foreach (var scenario in day)
            {
                var @case = Case.Of(library.Vocabulary, scenario.Given);
                foreach (var expected in scenario.Expected)
                    yield return Answer(library, evaluator, scenario, @case, expected);
            }
        }
    }

    private static ScenarioResult Answer(LawLibrary library, CaseEvaluator evaluator, Scenario scenario, Case @case, Expected expected) => expected.Asked switch
    {
        Asked.Of of => new ScenarioResult(scenario, expected, of.Expectation.ToString()!, evaluator.Of(@case, of.Expectation)),
        Asked.OfDemand demand => new ScenarioResult(scenario, expected, demand.DemandId, evaluator.Of(@case, library.Demands.First(d => d.Id == demand.DemandId))),
        _ => throw new System.Diagnostics.UnreachableException(expected.Asked.GetType().Name),
    };
}
