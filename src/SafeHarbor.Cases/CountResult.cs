using SafeHarbor.Law;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>What a file of cases came to.</summary>
/// <param name="Lines">Lines after the header (of a Parquet file: rows), blank ones too.</param>
/// <param name="BadRowCount">How many rows were not counted.</param>
/// <param name="BadRows">The first of them.</param>
/// <param name="Lacking">Facts without a column: unknown in every case.</param>
/// <param name="ResumedAtLine">Where an earlier run that was stopped had come to; null where there was none.</param>
public sealed record CountResult(
    VerdictCounts Counts, long Lines, long BadRowCount, IReadOnlyList<BadRow> BadRows, IReadOnlyList<Fact> Lacking, long? ResumedAtLine);
