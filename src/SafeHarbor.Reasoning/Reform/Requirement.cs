using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>Over which ways of reading the law, and of what the unread text may say, something must hold.</summary>
internal enum Ways
{
    /// <summary>Under every reading, whatever the unread text says.</summary>
    All,

    /// <summary>Under some reading, whatever the unread text says.</summary>
    SomeReading,

    /// <summary>In some way.</summary>
    Some,
}

/// <summary>What a reform must make or keep true: a formula over the edited law, in each of some situations.</summary>
/// <param name="Demand">The demand it comes from; null where it forbids a new conflict.</param>
/// <param name="OnlyWith">The edit that can break it; null where any can.</param>
/// <param name="Where">The situations, as the law stood before.</param>
internal sealed record Requirement(Demand? Demand, Formula Holds, Ways Ways, Diagram Where, int? OnlyWith = null);
