using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>Finds where what a text names is declared.</summary>
public static class Definitions
{
    /// <summary>The places, the likeliest first; none where nothing is named.</summary>
    public static IReadOnlyList<Location> At(ReadText text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.MarkAt(offset)?.Names switch
        {
            Symbol.OfFact of => [of.Fact.Location],
            Symbol.OfStatus of => [of.Status.Location],
            Symbol.OfParty of => [of.Party.Location],
            Symbol.OfAct of => [of.Act.Location],
            Symbol.OfEvent of => [of.Event.Location],
            Symbol.OfTopic of => [of.Topic.Location],
            Symbol.OfDemand of => [of.Demand.Location],
            Symbol.OfReading of => text.Jurisdiction is { } own ? [.. Lookup.ReadingsOf(own).Where(r => r.Name == of.Name).Select(r => r.Location)] : [],
            Symbol.OfCitation of => text.Library is { } library ? [.. Lookup.Cited(library, text.Jurisdiction, of.Citation).Select(p => p.Location)] : [],
            Symbol.OfJurisdiction of => text.Library?.Find(of.Id) is { } found ? [found.Location] : [],
            _ => [],
        };
    }
}
