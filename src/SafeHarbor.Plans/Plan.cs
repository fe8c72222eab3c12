using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Plans;

/// <summary>
/// A government's goal and plan to end the criminalization of exploited children, as data beside the law. What it does not say is
/// null or empty: the check tells what is missing, and nothing is made up in its place.
/// </summary>
/// <param name="Jurisdiction">The id of the government whose plan it is.</param>
/// <param name="Location">Where it was read.</param>
public sealed record Plan(string Name, string Jurisdiction, PlanGoal Goal, PlanScope Scope, Location Location)
{
    public Adoption? Adopted { get; init; }

    /// <summary>Where it is published; null where it is not.</summary>
    public string? Published { get; init; }

    public ImmutableArray<Source> Sources { get; init; } = [];

    public ImmutableArray<PlanAction> Actions { get; init; } = [];

    public ImmutableArray<PlanMeasure> Measures { get; init; } = [];

    /// <summary>The days on which it is looked at again.</summary>
    public ImmutableArray<LocalDate> Reviews { get; init; } = [];

    /// <summary>What part survivors have in it; null where it does not say.</summary>
    public string? Survivors { get; init; }

    /// <summary>What only people can decide, and have not yet.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    public ImmutableArray<ProgressEntry> Progress { get; init; } = [];
}

/// <summary>What is to be eliminated, by when.</summary>
public sealed record PlanGoal(string? Says, LocalDate? By);

/// <summary>The demands that the plan is to meet, and those left for later with the reason.</summary>
public sealed record PlanScope(ImmutableArray<string> Demands, ImmutableArray<LeftForLater> Later);

/// <summary>A demand that is left for later, and why.</summary>
public sealed record LeftForLater(string Demand, string? Because);

/// <summary>Who adopted a plan, and when.</summary>
public sealed record Adoption(string By, LocalDate? On);

/// <summary>What kind of thing an action is.</summary>
public enum ActionKind
{
    Bill,
    Ordinance,
    Policy,
    Training,
    Funding,
    Service,
    Data,
}

/// <summary>What became of an action.</summary>
public enum ActionState
{
    Planned,
    Begun,
    Done,

    /// <summary>It will not be done: a bill that died.</summary>
    Failed,
}

/// <summary>One thing that is to be done.</summary>
/// <param name="Id">A short name, of letters, digits and hyphens, by which others refer to it.</param>
public sealed record PlanAction(string Id, ActionKind Kind, string Title, Location Location)
{
    public string? Owner { get; init; }

    public LocalDate? Starts { get; init; }

    /// <summary>By when it is to be done: for a bill, passed.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>For what changes the law or a policy, the day from which it stands.</summary>
    public LocalDate? InForce { get; init; }

    /// <summary>The ids of actions that must be done before.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>The demands that it serves.</summary>
    public ImmutableArray<string> Serves { get; init; } = [];

    public string? Cost { get; init; }

    public string? Funding { get; init; }

    /// <summary>The title of a bill in the library; null where it has none.</summary>
    public string? Bill { get; init; }

    /// <summary>A bill in the law language; null where it changes no law, or names one in the library.</summary>
    public string? Text { get; init; }

    public ActionState State { get; init; }

    /// <summary>Whether it changes the law that is reasoned with.</summary>
    public bool IsLegal => Bill is not null || Text is not null;
}

/// <summary>What is counted to see whether the plan works.</summary>
public sealed record PlanMeasure(string Id, string Says, Location Location)
{
    /// <summary>The value before the plan; null where it is not known.</summary>
    public Measurement? Baseline { get; init; }

    public Measurement? Target { get; init; }

    /// <summary>How often it is counted, such as "each year".</summary>
    public string? Period { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string? Source { get; init; }

    /// <summary>The demands that it follows.</summary>
    public ImmutableArray<string> Follows { get; init; } = [];
}

/// <summary>A figure and its day.</summary>
public sealed record Measurement(decimal Value, LocalDate On);

/// <summary>What was done or counted, with evidence.</summary>
/// <param name="About">The id of an action or a measure.</param>
public sealed record ProgressEntry(LocalDate On, string About, string Says, Location Location)
{
    public ActionState? State { get; init; }

    public decimal? Value { get; init; }

    public string? Evidence { get; init; }
}
