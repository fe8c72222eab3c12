using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>A government whose law is held: the federation, a state, a county, a city, a tribe.</summary>
/// <param name="Id">For example <c>US-DC</c>.</param>
/// <param name="Within">The id of the jurisdiction it lies within; null for the federation and the baseline.</param>
/// <param name="Division">Its Open Civic Data division id; null where none is given.</param>
public sealed record Jurisdiction(
    string Id,
    string Name,
    string? Within,
    string? Division,
    ImmutableArray<Provision> Provisions,
    ImmutableArray<Unread> Unread,
    ImmutableArray<Scenario> Scenarios,
    ImmutableArray<Bill> Bills,
    Location Location)
{
    /// <summary>What somebody answered from the sources who had not seen the encoding. It tests the law as scenarios do, and each difference is settled.</summary>
    public ImmutableArray<Scenario> SecondReading { get; init; } = [];

    /// <summary>Every open question of law that its provisions name.</summary>
    public IEnumerable<Reading> Readings => Provisions.SelectMany(p => p.Readings);
}

/// <summary>A named set of demands.</summary>
public sealed record Framework(string Name, ImmutableArray<Source> Sources, ImmutableArray<Demand> Demands, Location Location);

/// <summary>A statement that must hold in every situation where its premise does.</summary>
/// <param name="Id">For example <c>R4.victim</c>.</param>
/// <param name="Fails">What is so of the child where it is not met, in plain words.</param>
public sealed record Demand(string Id, string Title, string Fails, Condition Premise, Expectation Expected, Location Location);

/// <summary>A question to which a scenario expects an answer.</summary>
public abstract record Asked
{
    private Asked()
    {
    }

    public sealed record Of(Expectation Expectation) : Asked;

    public sealed record OfDemand(string DemandId) : Asked;
}

/// <summary>What a scenario expects to be answered.</summary>
public enum Answer
{
    Yes,
    No,
    Arguable,
    NotKnown,
    Depends,
    DoesNotApply,
}

/// <summary>An answer expected of the law, written from the source before the rules were run.</summary>
/// <param name="Because">The provision that decides, and why.</param>
public sealed record Expected(Asked Asked, Answer Answer, string Because, Location Location)
{
    /// <summary>In a second reading: how a difference between this answer and the encoding was settled; null where there was none.</summary>
    public string? Settled { get; init; }
}

/// <summary>A made-up case with the answers that the law must give.</summary>
public sealed record Scenario(
    string Name, string Jurisdiction, LocalDate On, ImmutableArray<(Fact Fact, ValueSet Values)> Given,
    ImmutableArray<Expected> Expected, Location Location);

/// <summary>Provisions added, replaced or repealed from a day.</summary>
public sealed record Bill(
    string Jurisdiction, string Title, ImmutableArray<Source> Sources, LocalDate From, string? Outcome,
    ImmutableArray<BillChange> Changes, Location Location)
{
    /// <summary>Whether its outcome says that it became law.</summary>
    public bool WasEnacted => Outcome?.StartsWith("enacted", StringComparison.OrdinalIgnoreCase) ?? false;
}

/// <summary>One change that a bill makes.</summary>
public abstract record BillChange
{
    private BillChange()
    {
    }

    public sealed record Add(Provision Provision) : BillChange;

    public sealed record Replace(Provision Provision) : BillChange;

    public sealed record Repeal(string Citation, Location Location) : BillChange;
}
