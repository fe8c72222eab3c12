using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.ManyCases.Sql;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Tests.Support;
using Xunit;

namespace SafeHarbor.Cases.Tests;

/// <summary>
/// Bit columns = DuckDB = PostgreSQL on every verdict of more than a million cases, unknown cells, several values and
/// contradictions included; and one child on a sample of the same cases.
/// </summary>
public class EnginesAgreeTests(ITestOutputHelper output, Postgres postgres) : IClassFixture<Postgres>
{
    private const int ManyCases = 115_000; // one law in six of the states': more than a million cases
    private const int FewerCases = 10_000; // every other law
    private const int SampleOfEach = 500;

    public static TheoryData<string, int> Jurisdictions
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var (jurisdiction, i) in RealLibrary.Library.Jurisdictions.OrderBy(RealLibrary.Library.IsLocal).Select((j, i) => (j, i)))
                all.Add(jurisdiction.Id, i % 6 == 0 && !RealLibrary.Library.IsLocal(jurisdiction) ? ManyCases : FewerCases);
            return all;
        }
    }

    [Theory, MemberData(nameof(Jurisdictions))]
    public void OnTheRealLawEveryVerdictIsTheSame(string id, int count)
    {
        var seed = id.Sum(c => c);
        var law = RealLibrary.Compile(id, RealLibrary.Days[^1]);
        var plan = CountPlan.Of([law.Law], [.. RealLibrary.Library.Demands]);
        var random = new Random(seed);
        var cases = RandomCases.Of(law.Law.Vocabulary, random).Take(count).ToList();
        var expected = Verdicts.OfBits(plan, cases);
        using var folder = new Folder();
        var file = folder.Write("cases.csv", Csv.Of(law.Law.Vocabulary, cases));

        var counted = CaseFile.Count(plan, file, new CountOptions(null, ["id"], Threads: 2) { PieceBytes = 1 << 20 }).Counts;
        var tally = expected.Select((v, i) => (Demand: i % plan.Demands.Length, Verdict: v)).Where(v => v.Verdict != Verdict.None).CountBy(v => v).ToDictionary(v => v.Key, v => (long)v.Value);
        Assert.Equal(tally, counted.All().ToDictionary(c => (c.Demand, c.First), c => c.Cases));

        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        var sql = new SqlLaw(plan, SqlDialect.DuckDb, DuckDbCount.TableOf(file), law.Law.Vocabulary.Facts);
        AssertSame(expected, Read(duck, Packed(plan, sql), count), $"DuckDB, {id}, seed {seed}");

        using var server = postgres.Open();
        PostgresTable.Fill(server, law.Law.Vocabulary, file);
        sql = new SqlLaw(plan, SqlDialect.PostgreSql, "cases", law.Law.Vocabulary.Facts);
        AssertSame(expected, Read(server, Packed(plan, sql), count), $"PostgreSQL, {id}, seed {seed}");

        var one = new CaseEvaluator(law);
        for (var s = 0; s < SampleOfEach; s++)
        {
            var row = random.Next(cases.Count);
            for (var d = 0; d < plan.Demands.Length; d++)
                Assert.True(one.Of(cases[row], plan.Demands[d]) == expected[row * plan.Demands.Length + d], $"one child, {id}, seed {seed}, row {row}, {plan.Demands[d].Id}");
        }
        output.WriteLine($"{id}, seed {seed}: {cases.Count} cases, {cases.Count * plan.Demands.Length} verdicts the same in bit columns (from memory and from the file), DuckDB and PostgreSQL; {SampleOfEach} of the cases the same for one child; {expected.Distinct().Count()} different answers; {expected.Count(v => v == Verdict.None) / plan.Demands.Length} cases contradict themselves");
    }

    [Fact]
    public void OnRandomLawsEveryCountIsTheSame()
    {
        const int FirstSeed = 20_161_101;
        const int Laws = 60;
        const int Cases = 500;
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var server = postgres.Open();
        var answers = new HashSet<Verdict>();
        for (var seed = FirstSeed; seed < FirstSeed + Laws; seed++)
        {
            var law = new RandomLaw(seed);
            var plan = CountPlan.Of([law.Law], [law.Demand]);
            var cases = Enumerable.Range(0, Cases).Select(_ => law.MakeCase()).ToList();
            using var folder = new Folder();
            var file = folder.Write("cases.csv", Csv.Of(law.Vocabulary, cases));
            var counted = CaseFile.Count(plan, file, new CountOptions(law.Vocabulary.Facts[0], ["id"], 2));
            var expected = Lines(plan, counted, law.Vocabulary.Facts[0]);
            answers.UnionWith(counted.Counts.All().Select(c => c.First));
            Assert.Equal(expected, Lines(plan, DuckDbCount.Count(plan, file, new CountOptions(law.Vocabulary.Facts[0], ["id"], 1)), law.Vocabulary.Facts[0]));
            PostgresTable.Fill(server, law.Vocabulary, file);
            var sql = new SqlLaw(plan, SqlDialect.PostgreSql, "cases", law.Vocabulary.Facts);
            Assert.Equal(expected, Lines(server, sql.Counts(law.Vocabulary.Facts[0])));
        }
        output.WriteLine($"{Laws} random laws from seed {FirstSeed}, {Laws * Cases} cases from files: {answers.Count} different answers, the same counts in bit columns, DuckDB and PostgreSQL");
        Assert.True(answers.Count > 10);
    }

    [Fact]
    public void WithABillEveryCountIsTheSame()
    {
        var question = new LawQuestion("US-KY", RealLibrary.Days[^1]);
        var bill = RealLibrary.Library.Find("US-KY")!.Bills[0].Title;
        var plan = CountPlan.Of([ApplicableLaw.Of(RealLibrary.Library, question), ApplicableLaw.Of(RealLibrary.Library, question with { Bills = [bill] })], [.. RealLibrary.Library.Demands]);
        using var folder = new Folder();
        var file = folder.Write("cases.csv", Csv.Of(plan.Vocabulary, RandomCases.Of(plan.Vocabulary, new Random(8)).Take(20_000)));
        var expected = Lines(plan, CaseFile.Count(plan, file, new CountOptions(null, ["id"], 2)), null);
        Assert.Equal(expected, Lines(plan, DuckDbCount.Count(plan, file, new CountOptions(null, ["id"], 1)), null));
        using var server = postgres.Open();
        PostgresTable.Fill(server, plan.Vocabulary, file);
        Assert.Equal(expected, Lines(server, new SqlLaw(plan, SqlDialect.PostgreSql, "cases", plan.Vocabulary.Facts).Counts(null)));
    }

    /// <summary>The verdicts of a row in few numbers, five bits for each demand, so that a million rows are soon fetched.</summary>
    private static string Packed(CountPlan plan, SqlLaw sql)
    {
        var numbers = Enumerable.Range(0, plan.Demands.Length).Chunk(12).Select(chunk =>
            string.Join(" + ", chunk.Select((d, i) => $"cast({SqlLaw.Verdict(d, 0)} as bigint) * {1L << (5 * i)}")));
        return $"select cast(id as bigint), counted, {string.Join(", ", numbers)} from ({sql.Verdicts(["id"], null)}) as packed";
    }

    private static Verdict[,] Read(DbConnection connection, string query, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var demands = RealLibrary.Library.Demands.Count();
        var verdicts = new Verdict[count, demands];
        var rows = 0;
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            rows++;
            for (var d = 0; d < demands && reader.GetBoolean(1); d++)
                verdicts[id, d] = (Verdict)(reader.GetInt64(2 + d / 12) >> (5 * (d % 12)) & 31);
        }
        Assert.Equal(count, rows);
        return verdicts;
    }

    private static void AssertSame(Verdict[] expected, Verdict[,] got, string what)
    {
        var demands = got.GetLength(1);
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] != got[i / demands, i % demands])
                Assert.Fail($"{what}, row {i / demands}, demand {i % demands}: {expected[i]} and {got[i / demands, i % demands]}");
        }
    }

    private static List<string> Lines(CountPlan plan, CountResult result, Fact? by) =>
        [.. result.Counts.All().Select(c => $"{plan.Demands[c.Demand].Id}|{(by is null ? "" : GroupNames.Of(by, c.Group))}|{(int)c.First}|{(int)c.Second}|{c.Cases}").Append($"bad {result.BadRowCount}").Order(StringComparer.Ordinal)];

    private static List<string> Lines(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        var bad = 0L;
        while (reader.Read())
        {
            long Number(int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);
            if (!reader.IsDBNull(0))
                lines.Add($"{reader.GetString(0)}|{reader.GetString(1)}|{Number(2)}|{Number(3)}|{Number(4)}");
            else if (Number(2) < 0)
                bad += Number(4);
        }
        return [.. lines.Append($"bad {bad}").Order(StringComparer.Ordinal)];
    }
}
