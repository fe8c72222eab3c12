using SafeHarbor.Law;

namespace SafeHarbor.Cases;

/// <summary>How a file is counted. None of it changes a number.</summary>
/// <param name="By">The fact by which counts are broken down; null for none.</param>
/// <param name="Ignored">Columns that are not to be read.</param>
/// <param name="Threads">How many threads count; at least 1.</param>
public sealed record CountOptions(Fact? By, IReadOnlyCollection<string> Ignored, int Threads)
{
    /// <summary>Where the checkpoint is kept; null for none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>How long to wait before the first checkpoint and between two.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A file for every bad row; null for none.</summary>
    public string? BadRowsPath { get; init; }

    /// <summary>Bytes of a piece of a CSV file: what a thread takes at a time.</summary>
    public int PieceBytes { get; init; } = CsvSource.PieceBytes;

    /// <summary>Told how many pieces are done, of how many.</summary>
    public Action<int, int>? Progress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
