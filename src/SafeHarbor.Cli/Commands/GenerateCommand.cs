using System.CommandLine;
using SafeHarbor.Cases;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.ManyCases;
using SafeHarbor.Reasoning.ManyCases.Synthetic;

namespace SafeHarbor.Cli.Commands;

/// <summary>`generate`: a file of made-up cases.</summary>
internal static class GenerateCommand
{
    private static readonly Argument<string> File = new("file") { Description = "the file to write; Parquet where it ends in .parquet, CSV otherwise" };
    private static readonly Option<long> Rows = new("--rows") { Description = "how many cases", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> Seed = new("--seed") { Description = "the same seed draws the same cases", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Unknown = new("--unknown") { Description = "the share of cells left unknown, from 0 to 1", DefaultValueFactory = _ => 0.1 };
    private static readonly Option<double> Several = new("--several") { Description = "the share of the other cells that allow two values, from 0 to 1", DefaultValueFactory = _ => 0 };
    private static readonly Option<string?> Distributions = new("--distributions") { Description = "a file that says how facts are drawn, and where that comes from" };
    private static readonly Option<bool> Force = new("--force") { Description = "replace the file if it is there" };
    private static readonly Option<string?> For = new("--jurisdiction") { Description = "write only the facts on which this jurisdiction's answers turn" };

    public static Command Make()
    {
        var command = new Command("generate", "a file of made-up cases, to try things on") { File, Rows, Seed, Unknown, Several, Distributions, For, Force };
        command.SetRun(Run);
        return command;
    }

    private static ExitCode Run(ParseResult result, GlobalOptions options)
    {
        var id = result.GetValue(For);
        var session = Session.Open(options, id is null ? [] : [id]);
        var vocabulary = session.Library.Vocabulary;
        var (rows, unknown, several) = (result.GetValue(Rows), result.GetValue(Unknown), result.GetValue(Several));
        if (rows < 0)
            throw new UserError($"`--rows {rows}` is below zero", "give how many cases are wanted");
        RequireShare(unknown, "--unknown");
        RequireShare(several, "--several");
        var facts = id is null ? vocabulary.Facts : CountPlan.Of([session.Apply(id, session.On)], [.. session.Library.Demands]).FactsThatMatter;
        var file = result.GetValue(File)!;
        if (System.IO.File.Exists(file) && !result.GetValue(Force))
            throw new UserError($"the file `{file}` is there already", "give another name, or `--force` to replace it");
        try
        {
            var drawn = result.GetValue(Distributions) is { } path ? DistributionFile.Read(vocabulary, path) : DistributionFile.BuiltIn(vocabulary);
            var generator = new CaseGenerator(vocabulary, drawn, unknown, several, result.GetValue(Seed));
            CaseFileWriter.Write(file, vocabulary, facts, rows, generator.Next);
            Tell(session, options, generator, facts, file, rows, result.GetValue(Seed));
        }
        catch (CaseFileError error)
        {
            throw new UserError(error.Message, error.Help);
        }
        catch (InvalidOperationException error)
        {
            throw new UserError(error.Message, "give some weight to values that can go together");
        }
        return ExitCode.Fine;
    }

    private static void Tell(Session session, GlobalOptions options, CaseGenerator generator, IReadOnlyList<Fact> facts, string file, long rows, int seed)
    {
        if (options.Json)
        {
            Json.Write("safeharbor/generate/1", session.Receipt, json =>
            {
                json.WriteString("file", file);
                json.WriteNumber("cases", rows);
                json.WriteNumber("seed", seed);
                json.Array("distributions", generator.Distributions.Where(d => facts.Contains(d.Fact)), d =>
                {
                    json.WriteStartObject();
                    json.WriteString("fact", d.Fact.Name);
                    json.WriteString("basis", d.Basis is null ? "made up" : "cited");
                    if (d.Basis is not null)
                        json.WriteString("source", d.Basis);
                    json.WriteEndObject();
                });
            });
            return;
        }
        var cited = generator.Distributions.Where(d => d.Basis is not null && facts.Contains(d.Fact)).ToList();
        var page = new Page().Line($"{Friendly.Count(rows, "case")} written to {file}, with seed {seed}. These children are made up.");
        page.Line(cited.Count == 0 ? "How often each value is drawn is made up too."
            : $"Drawn as cited: {string.Join("; ", cited.Select(d => $"{d.Fact.Name} ({d.Basis})"))}. All else is made up.");
        page.Print();
    }

    private static void RequireShare(double share, string option)
    {
        if (share is not (>= 0 and <= 1))
            throw new UserError($"`{option}` is not a share", "give a number from 0 to 1, such as 0.1");
    }
}
