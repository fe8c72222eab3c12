using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Differential;

/// <summary>A reform written as a bill does to every child what the reform does.</summary>
public class AmendingBillTests(ITestOutputHelper output)
{
    private const int DemandsOfEach = 3;
    private const int Budget = 200;

    [Fact]
    public void AReformAsABillDecidesEverySituationAsTheReformDoes()
    {
        int bills = 0, edits = 0;
        var day = RealLibrary.Days[^1];
        foreach (var id in RealLibrary.Library.KnownIds.Where((_, i) => i % 3 == 0))
        {
            var law = RealLibrary.Compile(id, day).Law;
            var others = RealLibrary.Library.KnownIds.Where(o => o != id && o != "US").Take(12).Select(o => RealLibrary.Compile(o, day).Law).ToList();
            var search = new ReformSearch(law, others, Budget);
            foreach (var proposal in RealLibrary.Library.Demands.Where((_, i) => (i + id.Length) % 7 == 0).Take(DemandsOfEach).SelectMany(d => search.Find([d], alternatives: 1).Proposals).Where(p => !p.Edits.IsEmpty))
            {
                var bill = AmendingBill.Of(law, proposal.Edits, "a reform", "the act of 2027", day);
                var differences = Differences(proposal.After, With(law, bill));
                Assert.True(differences.Count == 0, $"{id}: {string.Join(", ", differences)} for {string.Join("; ", proposal.Edits.Select(AmendmentWords.Place))}");
                bills++;
                edits += proposal.Edits.Length;
            }
        }
        output.WriteLine($"{bills} reforms with {edits} edits as bills: no child's outcome differs");
        Assert.True(bills > 10);
    }

    private static List<string> Differences(ApplicableLaw edited, ApplicableLaw amended)
    {
        var comparer = new Comparer(edited, amended);
        return [.. RealLibrary.Library.Demands.Where(d => !comparer.Compare(d).Parts.IsEmpty).Select(d => d.Id)];
    }

    private static ApplicableLaw With(ApplicableLaw law, Bill bill)
    {
        var own = law.Jurisdiction with { Bills = law.Jurisdiction.Bills.Add(bill) };
        var library = law.Library with { Jurisdictions = [.. law.Library.Jurisdictions.Select(j => j.Id == own.Id ? own : j)] };
        return ApplicableLaw.Of(library, new LawQuestion(own.Id, law.On, [bill.Title]));
    }
}
