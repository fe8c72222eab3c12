using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SafeHarbor.Documents.Tables;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    Text,
    Whole,
    Day,
}

/// <param name="Name">As machines name it: small letters and underscores.</param>
/// <param name="About">What it tells, in a sentence.</param>
/// <param name="Required">Whether every row has a value.</param>
public sealed record Column(string Name, string About, CellKind Kind = CellKind.Text, bool Required = true)
{
    /// <summary>The only values it may have; null where any will do.</summary>
    public ImmutableArray<string>? OneOf { get; init; }
}

/// <summary>A column whose values are the keys of another table's rows.</summary>
public sealed record ForeignKey(ImmutableArray<string> Columns, string Table, ImmutableArray<string> Keys);

/// <summary>A table that goes out as CSV, as a sheet and as Parquet, with the same content in each.</summary>
/// <param name="Key">The columns that together tell rows apart.</param>
/// <param name="Rows">Each as long as the columns; a cell is a string, a long, a <see cref="LocalDate"/>, or null where nothing is known or there is nothing.</param>
public sealed record DataTable(string Name, string Title, string About, ImmutableArray<Column> Columns, ImmutableArray<string> Key, ImmutableArray<ImmutableArray<object?>> Rows)
{
    public ImmutableArray<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Several values in one cell.</summary>
    public static string Several(IEnumerable<string> values) => string.Join(" | ", values);

    /// <summary>A cell as text; empty where there is nothing.</summary>
    public static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        _ => throw new System.Diagnostics.UnreachableException(cell.GetType().Name),
    };

    /// <summary>What repeats the answer, and what its words mean, as a table like the others.</summary>
    public static DataTable AboutThese(Receipt receipt, IEnumerable<(string What, string Text)> more) => new("about", "About these tables", "What is needed to repeat them, and what their words mean",
        [new("what", "what is told"), new("text", "what there is to say of it")], ["what"],
        [
            ["engine", $"SafeHarbor {Receipt.EngineVersion}"], ["law", receipt.LawHash], ["as of", LocalDatePattern.Iso.Format(receipt.On)],
            .. more.Select(m => ImmutableArray.Create<object?>(m.What, m.Text)),
            ["caution", "This informs; it is not legal advice."],
        ]);
}
