using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>Every gap of the real library has a reform, proved cheapest, or a proof that no set of the edits weighed closes it.</summary>
public class RealReformsTests(ITestOutputHelper output)
{
    private static readonly LocalDate Day = RealLibrary.Days[^1];

    private static readonly Dictionary<string, ApplicableLaw> Laws =
        RealLibrary.Library.Jurisdictions.ToDictionary(j => j.Id, j => ApplicableLaw.Of(RealLibrary.Library, new LawQuestion(j.Id, Day)));

    public static TheoryData<string> Jurisdictions => RealLibraryTests.Jurisdictions;

    [Theory, MemberData(nameof(Jurisdictions))]
    public void EveryGapHasAReformOrAProofThatNoneExists(string id)
    {
        var law = Laws[id];
        var compiled = new CompiledLaw(law);
        var finder = new GapFinder(compiled);
        var search = new ReformSearch(law, RealLibrary.Library.OthersThan(law.Jurisdiction).Select(j => Laws[j.Id]));
        int gaps = 0, written = 0, none = 0, edits = 0, children = 0;
        foreach (var demand in RealLibrary.Library.Demands.Where(d => IsOpen(finder, d)))
        {
            var result = search.Find([demand], alternatives: 1);
            Assert.True(result.IsCheapestProved, $"{id} {demand.Id}: the search stopped after {result.Steps} sets of edits");
            if (result.Proposals.IsEmpty)
            {
                Assert.NotEmpty(result.Edits);
                none++;
            }
            foreach (var proposal in result.Proposals)
                children += ChildrenHelped(finder.Find(demand), proposal.After, $"{id} {demand.Id}");
            gaps++;
            written += result.NoneFromTheList ? 1 : 0;
            edits += result.Proposals.Sum(p => p.Edits.Length);
        }
        output.WriteLine($"{id}: {gaps} gaps, {gaps - none} closed by {edits} edits in sum, each proved cheapest; for {written} of them it is proved that only a section written from the demand will do; "
            + $"for {none} it is proved that nothing does; {children} children asked one by one");
    }

    private static bool IsOpen(GapFinder finder, Demand demand) => finder.RegionsOf(demand) is var regions && (regions.NotMet != Diagram.False || regions.Arguable != Diagram.False);

    /// <summary>Asks the evaluator of one child about the example of each line of the gap, under the law as amended.</summary>
    private static int ChildrenHelped(DemandGap before, ApplicableLaw after, string where)
    {
        var evaluator = new CaseEvaluator(new CompiledLaw(after));
        var examples = before.Parts.Where(p => p.Verdict is Verdict.No or Verdict.Arguable).SelectMany(p => p.Lines).Select(l => l.Example).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.True(evaluator.Of(example, before.Demand) == Verdict.Yes, $"{where}: {string.Join(", ", example.Given.Select(g => g.Fact.SayByName(g.Values)))}"));
        return examples.Count;
    }
}
