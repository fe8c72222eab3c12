using System.CommandLine;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cli.Commands;

/// <summary>Runs a command's body with the options that all commands take, and turns what goes wrong into a message and an exit code.</summary>
internal static class CommandRunner
{
    public static readonly Option<string?> Library = new("--library") { Description = "the folder that holds the law library", Recursive = true };
    public static readonly Option<string?> On = new("--on") { Description = "the day asked about, such as 2026-11-01; today if left out", Recursive = true };
    public static readonly Option<bool> AsJson = new("--json") { Description = "answer as JSON", Recursive = true };

    public static void SetRun(this Command command, Func<ParseResult, GlobalOptions, ExitCode> run) =>
        command.SetAction(result => (int)Guarded(() => run(result, OptionsOf(result))));

    private static GlobalOptions OptionsOf(ParseResult result) => new(
        result.GetValue(Library) ?? Environment.GetEnvironmentVariable("SAFEHARBOR_LIBRARY") ?? "law", result.GetValue(On), result.GetValue(AsJson));

    private static ExitCode Guarded(Func<ExitCode> run)
    {
        try
        {
            return run();
        }
        catch (UserError error)
        {
            Console.Error.WriteLine($"safeharbor: {error.Message}");
            if (error.Help is not null)
                Console.Error.WriteLine($"  help: {error.Help}");
            return ExitCode.BadInput;
        }
        catch (IOException) when (Console.IsOutputRedirected)
        {
            return ExitCode.Fine; // whoever read the output has gone, as `head` does
        }
#pragma warning disable CA1031 // no stack trace reaches a user: the message says what to report
        catch (Exception error)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"safeharbor: this is a fault of the program, not of what you asked: {Friendly.Sentence(error.Message)}");
            Console.Error.WriteLine("  help: please report this line, the command, and the last line of `safeharbor library`");
            if (Environment.GetEnvironmentVariable("SAFEHARBOR_DEBUG") is not null)
                Console.Error.WriteLine(error);
            return ExitCode.Internal;
        }
    }
}
