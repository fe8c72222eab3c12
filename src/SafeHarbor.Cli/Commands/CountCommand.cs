using System.CommandLine;
using SafeHarbor.Cases;
using SafeHarbor.Cli.Output;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.ManyCases.Sql;
using Spectre.Console;

namespace SafeHarbor.Cli.Commands;

/// <summary>`count`: how many of the cases of a file a law covers.</summary>
internal static class CountCommand
{
    private static readonly Argument<string> Jurisdiction = new("jurisdiction") { Description = "for example US-KY, or KY" };
    private static readonly Argument<string?> File = new("file") { Description = "cases as CSV or Parquet, a column for each fact", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Demand = new("--demand") { Description = "one demand, or a group of them" };
    private static readonly Option<string[]> Bill = new("--bill") { Description = "count without this bill and with it; may be repeated" };
    private static readonly Option<string?> By = new("--by") { Description = "break the counts down by this fact" };
    private static readonly Option<bool> Share = new("--share") { Description = "withhold small counts, and what would give them away: for what leaves your hands" };
    private static readonly Option<int> Smallest = new("--smallest") { Description = "with --share, the smallest count that is told", DefaultValueFactory = _ => SmallCells.Smallest };
    private static readonly Option<string[]> Ignore = new("--ignore") { Description = "pass over this column; may be repeated" };
    private static readonly Option<string?> BadRows = new("--bad-rows") { Description = "write every row that is not counted, and why, to this file" };
    private static readonly Option<string?> Checkpoint = new("--checkpoint") { Description = "where a stopped run is taken up again from; beside the file of cases if left out" };
    private static readonly Option<int> CheckpointSeconds = new("--checkpoint-seconds") { Description = "seconds between two checkpoints", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Threads = new("--threads") { Description = "how many threads count; all cores if left out", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<int> PieceKilobytes = new("--piece") { Description = "kilobytes that a thread takes at a time", DefaultValueFactory = _ => 8192 };
    private static readonly Option<string> Engine = new("--engine") { Description = "bits (built in) or duckdb (the same law as SQL)", DefaultValueFactory = _ => "bits" };
    private static readonly Option<string?> Sql = new("--sql") { Description = "print the law as SQL instead of counting: duckdb, postgresql or spark" };
    private static readonly Option<string> Table = new("--table") { Description = "with --sql, the table of cases", DefaultValueFactory = _ => "cases" };

    public static Command Make()
    {
        Engine.AcceptOnlyFromAmong("bits", "duckdb");
        Sql.AcceptOnlyFromAmong([.. SqlDialect.All.Select(d => d.Name)]);
        var command = new Command("count", "how many of the cases of a file the law covers")
        {
            Jurisdiction, File, Demand, Bill, By, Share, Smallest, Ignore, BadRows, Checkpoint, CheckpointSeconds, Threads, PieceKilobytes, Engine, Sql, Table,
        };
        command.SetRun(Run);
        return command;
    }

    private static ExitCode Run(ParseResult result, GlobalOptions options)
    {
        var id = result.GetValue(Jurisdiction)!;
        var session = Session.Open(options, [id]);
        var by = result.GetValue(By) is { } name ? FactNamed(session, name) : null;
        var bills = result.GetValue(Bill)!;
        if (by is not null && bills.Length > 0)
            throw new UserError("`--by` and `--bill` cannot be asked together", "ask for the bill first, then for the breakdown");
        RequireAtLeast(1, result.GetValue(Threads), "--threads");
        RequireAtLeast(1, result.GetValue(Smallest), "--smallest");
        RequireAtLeast(0, result.GetValue(CheckpointSeconds), "--checkpoint-seconds");
        RequireAtLeast(1, result.GetValue(PieceKilobytes), "--piece");
        var law = session.Apply(id, session.On);
        var plan = CountPlan.Of(bills.Length == 0 ? [law] : [law, WithBills(session, id, bills)], [.. session.Demands(result.GetValue(Demand))]);
        if (result.GetValue(Sql) is { } dialect)
        {
            Console.Out.WriteLine(new SqlLaw(plan, SqlDialect.All.First(d => d.Name == dialect), result.GetValue(Table)!, session.Library.Vocabulary.Facts).Counts(by));
            return ExitCode.Fine;
        }
        var file = result.GetValue(File) ?? throw new UserError("name the file of cases", "give a CSV or Parquet file; `safeharbor generate cases.csv` writes one of made-up cases");
        foreach (var (output, option) in new[] { (result.GetValue(BadRows), "--bad-rows"), (result.GetValue(Checkpoint), "--checkpoint") })
        {
            if (output is not null && Path.GetFullPath(output) == Path.GetFullPath(file))
                throw new UserError($"`{option}` names the file of cases itself, which would be lost", "give another file");
        }
        if (!result.GetValue(Share) && result.GetResult(Smallest) is { Implicit: false })
            throw new UserError("`--smallest` is for what is shared, and small counts are told in full without `--share`", "give `--share` too");
        var counted = Count(result, plan, file, by);
        var smallest = result.GetValue(Share) ? result.GetValue(Smallest) : 1;
        var answer = new CountAnswer(plan, by, counted, CountTables.Of(plan, counted.Counts, smallest), smallest);
        if (options.Json)
            Json.Write("safeharbor/count/1", session.Receipt, json => CountPage.WriteJson(json, answer));
        else
            CountPage.Print(session, answer, file);
        return counted.BadRowCount > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static CountResult Count(ParseResult result, CountPlan plan, string file, Fact? by)
    {
        var options = new CountOptions(by, result.GetValue(Ignore)!, result.GetValue(Threads))
        {
            CheckpointPath = result.GetValue(Checkpoint) ?? file + ".safeharbor-count",
            CheckpointEvery = TimeSpan.FromSeconds(result.GetValue(CheckpointSeconds)),
            BadRowsPath = result.GetValue(BadRows),
            PieceBytes = checked(result.GetValue(PieceKilobytes) * 1024),
        };
        try
        {
            if (result.GetValue(Engine) == "duckdb")
                return DuckDbCount.Count(plan, file, options);
            return Console.IsErrorRedirected || Console.IsOutputRedirected ? CaseFile.Count(plan, file, options) : WithBar(bar => CaseFile.Count(plan, file, options with { Progress = bar }));
        }
        catch (CaseFileError error)
        {
            throw new UserError(error.Message, error.Help);
        }
    }

    private static CountResult WithBar(Func<Action<int, int>, CountResult> count) =>
        AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("counting");
            return count((done, all) => task.Value = 100.0 * done / all);
        });

    private static Reasoning.Model.ApplicableLaw WithBills(Session session, string id, string[] bills)
    {
        var with = session.Apply(id, session.On, bills);
        return with.Bills.IsEmpty ? throw new UserError("the bill would not yet be in force on that day", "ask with `--on` about a later day") : with;
    }

    private static Fact FactNamed(Session session, string name)
    {
        var vocabulary = session.Library.Vocabulary;
        if (vocabulary.FactNamed(name) is { } fact)
            return fact;
        var near = Nearest.To(name, vocabulary.Facts.Select(f => f.Name));
        throw new UserError($"unknown fact `{name}`", near is null ? $"the facts are {Friendly.And(vocabulary.Facts.Select(f => f.Name))}" : $"did you mean `{near}`?");
    }

    private static void RequireAtLeast(int least, int value, string option)
    {
        if (value < least)
            throw new UserError($"`{option} {value}` is too small", $"give {least} or more");
    }
}
