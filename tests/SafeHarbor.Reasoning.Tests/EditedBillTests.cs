using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Writing;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Reasoning.Tests;

/// <summary>The bill that edits come to, written in the law language and read again, does for every child what the edits do.</summary>
public class EditedBillTests
{
    private static readonly NodaTime.LocalDate On = new(2026, 11, 24);

    [Theory]
    [InlineData("US-KY")]
    [InlineData("US-ID")]
    [InlineData("US-DC")]
    [InlineData("US-WY")]
    public void TheBillDoesWhatTheEditsDo(string id)
    {
        var library = RealLibrary.Library;
        var law = ApplicableLaw.Of(library, new LawQuestion(id, On));
        var others = new[] { "US-WA", "US-CA" }.Where(o => o != id).Select(o => ApplicableLaw.Of(library, new LawQuestion(o, On))).ToList();
        var search = new ReformSearch(law, others);
        var random = new Random(7);
        var tried = 0;
        foreach (var demand in library.Demands)
        {
            var edits = search.EditsFor(demand);
            foreach (var chosen in edits.GroupBy(e => e.GetType()).Select(g => g.ElementAt(random.Next(g.Count()))).Select(e => new[] { e }))
            {
                var bill = EditedBill.Of(law, chosen, "Edits", On, new Source("draft", On, ReadAs.Text));
                var draft = DraftReader.Read(library, library.Find(id)!, "draft", LawWriter.Write(bill));
                // A section that would have to prevail in a circle is refused, in words; it is never laid over the law.
                if (draft.Findings.Any(f => f.Kind == DiagnosticKinds.PrecedenceCycle))
                    continue;
                Assert.True(!draft.HasErrors, DiagnosticWriter.ToText(draft.Findings));
                var comparer = new Comparer(EditedLaw.With(law, chosen), ApplicableLaw.Of(draft.Library, new LawQuestion(id, On, ["Edits"])));
                Assert.All(library.Demands, d => Assert.True(comparer.Compare(d).Parts.IsEmpty, $"{d.Id} after {chosen[0].GetType().Name}\n{LawWriter.Write(bill)}"));
                tried++;
            }
        }
        Assert.True(tried > 20, $"only {tried} were tried");
    }
}
