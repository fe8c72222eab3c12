using DuckDB.NET.Data;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.ManyCases.Sql;

namespace SafeHarbor.Cases;

/// <summary>Counts a file with DuckDB, embedded in the program, from the same plan: a second opinion, and the same answer.</summary>
public static class DuckDbCount
{
    /// <summary>Counts the file. Rows that cannot be read are counted, and not told one by one.</summary>
    /// <exception cref="CaseFileError">The file cannot be used.</exception>
    public static CountResult Count(CountPlan plan, string path, CountOptions options)
    {
        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            Run(connection, $"set threads = {options.Threads}");
            var table = TableOf(path);
            var columns = CaseColumns.Of(plan.Vocabulary, ColumnNames(connection, table), options.Ignored);
            var sql = new SqlLaw(plan, SqlDialect.DuckDb, table, columns.Facts.OfType<Fact>());
            return Read(connection, sql.Counts(options.By), plan, options.By, columns);
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            throw new CaseFileError("DuckDB is not there for this kind of machine", "count without `--engine duckdb`: the answer is the same");
        }
        catch (DuckDBException error)
        {
            throw new CaseFileError($"DuckDB cannot count `{path}`: {Friendly.Sentence(error.Message.Split('\n')[0])}", "count it without `--engine duckdb`, which says what is wrong with each row");
        }
    }

    /// <summary>The file as a table. All cells are read as text: what is a number and what is not is for the vocabulary to say.</summary>
    public static string TableOf(string path)
    {
        var name = SqlDialect.DuckDb.Text(Path.GetFullPath(path));
        return CaseFile.IsParquet(path) ? $"read_parquet({name})" : $"read_csv({name}, header = true, all_varchar = true, nullstr = '', quote = '\"', escape = '\"')";
    }

    private static CountResult Read(DuckDBConnection connection, string query, CountPlan plan, Fact? by, CaseColumns columns)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var demands = plan.Demands.Select((d, i) => (d.Id, i)).ToDictionary(d => d.Id, d => d.i);
        var groups = by is null ? new Dictionary<string, int> { [""] = 0 }
            : Enumerable.Range(0, GroupNames.CountOf(by)).ToDictionary(g => GroupNames.Of(by, g));
        var counts = new VerdictCounts(plan.Demands.Length, groups.Count, plan.Laws.Length == 2);
        long lines = 0, bad = 0;
        while (reader.Read())
        {
            var verdict = Convert.ToInt32(reader.GetValue(2), System.Globalization.CultureInfo.InvariantCulture);
            var cases = Convert.ToInt64(reader.GetValue(4), System.Globalization.CultureInfo.InvariantCulture);
            if (!reader.IsDBNull(0))
            {
                var second = Convert.ToInt32(reader.GetValue(3), System.Globalization.CultureInfo.InvariantCulture);
                counts.Add(demands[reader.GetString(0)], groups[reader.GetString(1)], (Verdict)verdict, (Verdict)second, cases);
                continue;
            }
            lines += cases;
            if (verdict == 0)
                counts.CasesIn[groups[reader.GetString(1)]] += cases;
            else
                bad += cases;
        }
        return new CountResult(counts, lines, bad, [], [.. columns.Lacking(plan.Vocabulary)], null);
    }

    private static List<string> ColumnNames(DuckDBConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select column_name from (describe select * from {table})";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Run(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
