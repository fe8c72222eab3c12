using System.CommandLine;
using SafeHarbor.Law;

namespace SafeHarbor.Cli.Commands;

/// <summary>`completion`: a script that completes commands, options and jurisdictions in bash or zsh.</summary>
internal static class CompletionCommand
{
    private const string Commands = "gaps case explain compare bill timeline count generate check format scenarios library completion";
    private const string Options = "--json --on --library --demand --given --bill --all --since --precedents --sarif --check --by --share --bad-rows --engine --sql --rows --seed --unknown --help";

    public static Command Make()
    {
        var shell = new Argument<string>("shell") { Description = "bash or zsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Command("completion", "a script that completes commands in bash or zsh") { shell };
        command.SetRun((result, options) =>
        {
            var words = $"{Commands} {Options} {string.Join(' ', LibraryReader.Ids(options.Library))}";
            if (result.GetValue(shell) == "zsh")
                Console.Out.WriteLine("autoload -U +X bashcompinit && bashcompinit");
            Console.Out.WriteLine($"complete -W \"{words}\" -o default safeharbor ./safeharbor");
            return ExitCode.Fine;
        });
        return command;
    }
}
