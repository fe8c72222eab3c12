using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Pages;

/// <summary>A difference of two laws as a page shows it.</summary>
/// <param name="Lead">How each part is introduced.</param>
public sealed record DifferenceView(DemandDifference Difference, Func<DifferencePart, string> Lead, LawDesk Desk, DifferenceSide First, DifferenceSide Second);

/// <summary>One of the two laws.</summary>
/// <param name="Name">The name of its jurisdiction.</param>
/// <param name="Where">What tells it from the other, such as "in Texas" or "with the bill".</param>
public sealed record DifferenceSide(string Name, string Where);
