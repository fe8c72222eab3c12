using DuckDB.NET.Data;
using SafeHarbor.Cases;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.ManyCases.Sql;

namespace SafeHarbor.Bench.ManyCases.Peers;

/// <summary>DuckDB, embedded, on one thread: the law as SQL over a table in its memory, and over the CSV file.</summary>
internal sealed class DuckDbPeer : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly CountPlan _plan;
    private readonly string _file;

    public DuckDbPeer(CountPlan plan, string csv)
    {
        (_plan, _file) = (plan, csv);
        _connection.Open();
        Run("set threads = 1");
        Run($"create table cases as select * from {DuckDbCount.TableOf(csv)}");
    }

    /// <summary>Counts the table in memory.</summary>
    public long CountTable() => Count("cases");

    /// <summary>Counts the file.</summary>
    public long CountFile() => Count(DuckDbCount.TableOf(_file));

    /// <summary>Only reads and adds up one column of the table: what the same rows cost at the least.</summary>
    public long ReadFile()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"select count(*) from (select {string.Join(", ", _plan.Vocabulary.Facts.Select((f, i) => $"max(\"{f.Name}\") as m{i}"))} from {DuckDbCount.TableOf(_file)})";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => _connection.Dispose();

    private long Count(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = new SqlLaw(_plan, SqlDialect.DuckDb, table, _plan.Vocabulary.Facts).Counts(null);
        using var reader = command.ExecuteReader();
        var total = 0L;
        while (reader.Read())
            total += reader.IsDBNull(0) ? 0 : Convert.ToInt64(reader.GetValue(4), System.Globalization.CultureInfo.InvariantCulture);
        return total;
    }

    private void Run(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
