using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Pages;

/// <summary>A difference of two laws as a page shows it.</summary>
/// <param name="Lead">How each part is introduced.</param>
/// <param name="First">What the first law is called.</param>
public sealed record DifferenceView(DemandDifference Difference, Func<DifferencePart, string> Lead, LawDesk Desk, string First, string Second);
