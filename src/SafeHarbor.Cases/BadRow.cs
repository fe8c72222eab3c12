namespace SafeHarbor.Cases;

/// <summary>A row that is not counted, and why. It stops nothing and spoils no other row.</summary>
/// <param name="Line">One-based: the line of a CSV file, of which the header is the first; the row of a Parquet file.</param>
/// <param name="Column">The column at fault; null where it is the row as a whole.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Help">What to write instead.</param>
public sealed record BadRow(long Line, string? Column, string What, string Help)
{
    public override string ToString() => $"line {Line}{(Column is null ? "" : $", column `{Column}`")}: {What}; {Help}";
}
