using NodaTime;

namespace SafeHarbor.Workbench.Answers;

/// <summary>A law as it stands from one day on until it next changes: every day between has the same answers.</summary>
/// <param name="First">The first day of this version; the library's first day for the oldest.</param>
public readonly record struct LawVersion(string Jurisdiction, LocalDate First);
