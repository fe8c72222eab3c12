using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>What one piece of a file came to. Pieces are added up in their order.</summary>
/// <param name="Lines">Lines (of a Parquet file: rows) in the piece.</param>
/// <param name="BadRows">Rows not counted; their lines are counted from 0, the first of the piece. Not all where there are very many and nobody wants them.</param>
/// <param name="BadRowCount">How many rows were not counted.</param>
public sealed record PieceResult(VerdictCounts Counts, long Lines, IReadOnlyList<BadRow> BadRows, long BadRowCount);

/// <summary>A file of cases that can be read piece by piece, each piece by itself and by any thread.</summary>
/// <remarks>INVARIANT: every row lies in exactly one piece, whichever the others are.</remarks>
internal interface ICaseSource : IDisposable
{
    CaseColumns Columns { get; }

    int Pieces { get; }

    /// <summary>The line of the first row of the first piece; one-based.</summary>
    long FirstLine { get; }

    /// <summary>Stands for the file as it is: another text means that the file was changed.</summary>
    string Stamp { get; }

    /// <summary>Gives every row of a piece to a worker.</summary>
    void Read(int piece, CaseWorker worker);
}
