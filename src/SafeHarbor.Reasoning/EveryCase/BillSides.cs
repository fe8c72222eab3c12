using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>The two laws between which a bill makes the difference.</summary>
/// <param name="AsEnacted">Whether the bill was enacted and stands in the law of the day already, so that its effect shows against the day before.</param>
public sealed record BillSides(ApplicableLaw Without, ApplicableLaw With, bool AsEnacted)
{
    /// <summary>
    /// A bill that was enacted is set against the law of the day before it began; other acts that began on that day count with it.
    /// Any other is laid over the law of the day that is asked about, or of the day it would begin if that is later.
    /// </summary>
    public static BillSides Of(LawLibrary library, Jurisdiction jurisdiction, Bill bill, NodaTime.LocalDate on)
    {
        var enacted = bill.WasEnacted && bill.From <= on;
        var day = enacted || bill.From > on ? bill.From : on;
        return new BillSides(
            ApplicableLaw.Of(library, new LawQuestion(jurisdiction.Id, enacted ? day.PlusDays(-1) : day)),
            ApplicableLaw.Of(library, new LawQuestion(jurisdiction.Id, day, [bill.Title])), enacted);
    }
}
