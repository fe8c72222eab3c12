using SafeHarbor.Law;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>What a stretch of text is, for colours.</summary>
public enum MarkKind
{
    Keyword,
    Operator,
    Fact,
    Value,
    Status,
    Party,
    Act,
    Event,
    Topic,
    Reading,
    Citation,
    Demand,
    Jurisdiction,
    Quotation,
    Address,
    Number,
    Comment,
}

/// <summary>A stretch of text, what it is, and what it names.</summary>
/// <param name="Names">What it names; null where it names nothing that is declared.</param>
public readonly record struct Mark(TextSpan Span, MarkKind Kind, Symbol? Names);

/// <summary>Something declared that a text names.</summary>
public abstract record Symbol
{
    private Symbol()
    {
    }

    /// <summary>The word that begins a line.</summary>
    public sealed record OfLine(StatementKind Kind) : Symbol;

    /// <param name="Values">The values that are meant; null where only the fact is named.</param>
    public sealed record OfFact(Fact Fact, ValueSet? Values) : Symbol;

    public sealed record OfStatus(Status Status) : Symbol;

    public sealed record OfParty(Party Party) : Symbol;

    public sealed record OfAct(Act Act) : Symbol;

    public sealed record OfEvent(Event Event) : Symbol;

    public sealed record OfTopic(Topic Topic) : Symbol;

    public sealed record OfReading(string Name) : Symbol;

    public sealed record OfCitation(string Citation) : Symbol;

    public sealed record OfDemand(Demand Demand) : Symbol;

    public sealed record OfJurisdiction(string Id) : Symbol;
}
