using System.Collections.Immutable;

namespace SafeHarbor.Reasoning.ManyCases.Sql;

/// <summary>Where one database's SQL differs from another's.</summary>
public abstract record SqlDialect
{
    private SqlDialect(string name) => Name = name;

    public static SqlDialect DuckDb { get; } = new Duck();

    public static SqlDialect PostgreSql { get; } = new Postgres();

    /// <summary>Text only: it is written as the other two are, and not run by the tests of this project.</summary>
    public static SqlDialect Spark { get; } = new SparkSql();

    public static ImmutableArray<SqlDialect> All { get; } = [DuckDb, PostgreSql, Spark];

    /// <summary>For example <c>postgresql</c>.</summary>
    public string Name { get; }

    /// <summary>A name as it is written in a query.</summary>
    public abstract string Quote(string name);

    public abstract string Text(string text);

    /// <summary>The place of one text in another, from 1; 0 where it is not.</summary>
    public abstract string PlaceOf(string part, string whole);

    /// <summary>What the type of a text is called.</summary>
    public abstract string TextType { get; }

    /// <summary>What ends a layer, so that the planner does not write its expressions into the next: they would double each time.</summary>
    public abstract string Fence { get; }

    /// <summary>What follows the name of a common table, so that it is computed once.</summary>
    public virtual string Once => "";

    /// <summary>Counts by demand. <c>verdicts</c> names a table with a column of verdicts for each demand and law, and the columns <c>grp</c> and <c>counted</c>.</summary>
    public abstract string Totals(IReadOnlyList<(string Demand, ImmutableArray<string> Columns)> demands);

    private static string UnionOfTotals(SqlDialect dialect, IEnumerable<(string Demand, ImmutableArray<string> Columns)> demands) =>
        string.Join("\nunion all\n", demands.Select(d =>
            $"select {dialect.Text(d.Demand)} as demand, grp, {d.Columns[0]} as verdict, {(d.Columns.Length > 1 ? d.Columns[1] : "0")} as verdict_with_bills, count(*) as cases from verdicts where counted group by grp, {string.Join(", ", d.Columns)}"));

    private static string Standard(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string StandardText(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record Duck() : SqlDialect("duckdb")
    {
        public override string TextType => "varchar";

        public override string Fence => "";

        public override string Once => "materialized ";

        public override string Quote(string name) => Standard(name);

        public override string Text(string text) => StandardText(text);

        public override string PlaceOf(string part, string whole) => $"instr({whole}, {part})";

        public override string Totals(IReadOnlyList<(string Demand, ImmutableArray<string> Columns)> demands) => UnionOfTotals(this, demands);
    }

    private sealed record Postgres() : SqlDialect("postgresql")
    {
        public override string TextType => "text";

        public override string Fence => " offset 0";

        public override string Once => "materialized ";

        public override string Quote(string name) => Standard(name);

        public override string Text(string text) => StandardText(text);

        public override string PlaceOf(string part, string whole) => $"strpos({whole}, {part})";

        public override string Totals(IReadOnlyList<(string Demand, ImmutableArray<string> Columns)> demands) => UnionOfTotals(this, demands);
    }

    private sealed record SparkSql() : SqlDialect("spark")
    {
        public override string TextType => "string";

        public override string Fence => "";

        public override string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

        public override string Text(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

        public override string PlaceOf(string part, string whole) => $"instr({whole}, {part})";

        // A union would compute the table of verdicts once for each demand: Spark does not keep common tables.
        public override string Totals(IReadOnlyList<(string Demand, ImmutableArray<string> Columns)> demands) =>
            "select demand, grp, verdict, verdict_with_bills, count(*) as cases from (\n"
            + $"  select grp, stack({demands.Count}, {string.Join(", ", demands.Select(d => $"{Text(d.Demand)}, {d.Columns[0]}, {(d.Columns.Length > 1 ? d.Columns[1] : "0")}"))}) as (demand, verdict, verdict_with_bills)\n"
            + "  from verdicts where counted) as s\ngroup by demand, grp, verdict, verdict_with_bills";
    }
}
