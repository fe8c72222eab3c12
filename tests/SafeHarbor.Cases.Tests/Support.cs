using System.Globalization;
using System.Text;
using Npgsql;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases.Tests;

/// <summary>A folder that is gone when the test is.</summary>
public sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("safeharbor-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

public static class Csv
{
    /// <summary>Cases as CSV, with a column `id` first that counts them from 0.</summary>
    public static string Of(Vocabulary vocabulary, IEnumerable<Case> cases, bool withId = true)
    {
        var text = new StringBuilder(withId ? "id," : "").AppendJoin(',', vocabulary.Facts.Select(f => f.Name)).Append('\n');
        var id = 0;
        foreach (var @case in cases)
        {
            if (withId)
                text.Append(CultureInfo.InvariantCulture, $"{id++},");
            text.AppendJoin(',', vocabulary.Facts.Select(f => Cells.Write(f, @case[f]))).Append('\n');
        }
        return text.ToString();
    }
}

public static class Verdicts
{
    /// <summary>The verdicts of each case, by bit columns.</summary>
    public static Verdict[] OfBits(CountPlan plan, IEnumerable<Case> cases)
    {
        var verdicts = new CaseVerdicts(plan, BitCompiler.Compile(plan));
        return [.. cases.Chunk(CaseBlock.Capacity).SelectMany(chunk =>
        {
            var block = new CaseBlock(plan);
            foreach (var @case in chunk)
            {
                foreach (var fact in plan.FactsThatMatter)
                    block.Set(fact.Index, plan.ClassesWithin(fact, @case[fact]));
                block.EndRow(true);
            }
            return verdicts.Of(block);
        })];
    }
}

public static class PostgresTable
{
    /// <summary>The table `cases`, filled from a CSV file that begins with the column `id`.</summary>
    public static void Fill(NpgsqlConnection server, Vocabulary vocabulary, string file)
    {
        using (var create = server.CreateCommand())
        {
            create.CommandText = $"drop table if exists cases; create unlogged table cases (id text, {string.Join(", ", vocabulary.Facts.Select(f => $"\"{f.Name}\" text"))})";
            create.ExecuteNonQuery();
        }
        using var copy = server.BeginTextImport("copy cases from stdin (format csv, header)");
        using var reader = new StreamReader(file);
        var buffer = new char[1 << 16];
        for (var got = reader.Read(buffer); got > 0; got = reader.Read(buffer))
            copy.Write(buffer, 0, got);
    }
}
