using System.CommandLine;
using SafeHarbor.Cli;
using SafeHarbor.Cli.Commands;

Console.OutputEncoding = System.Text.Encoding.UTF8;

var root = new RootCommand("SafeHarbor: does the law let a sexually exploited child fall through?")
{
    CommandRunner.Library,
    CommandRunner.On,
    CommandRunner.AsJson,
    GapsCommand.Make(),
    CaseCommand.Make(),
    ExplainCommand.Make(),
    CompareCommand.Make(),
    BillCommand.Make(),
    TimelineCommand.Make(),
    ReformCommand.Make(),
    ProveCommand.Make(),
    CountCommand.Make(),
    GenerateCommand.Make(),
    CheckCommand.Make(),
    FormatCommand.Make(),
    ScenariosCommand.Make(),
    BriefCommand.Make(),
    AmendmentCommand.Make(),
    TestimonyCommand.Make(),
    ResolutionCommand.Make(),
    TablesCommand.Make(),
    CalendarCommand.Make(),
    ChartCommand.Make(),
    LibraryCommand.Make(),
    PlanCommand.Make(),
    ServeCommand.Make(),
    CompletionCommand.Make(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"safeharbor: {error.Message}");
    Console.Error.WriteLine($"  help: `safeharbor {parsed.CommandResult.Command.Name} --help` shows what can be asked".Replace("safeharbor safeharbor", "safeharbor", StringComparison.Ordinal));
    return (int)ExitCode.BadInput;
}
return parsed.Invoke();
