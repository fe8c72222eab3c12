using System.CommandLine;
using SafeHarbor.Law;

namespace SafeHarbor.Cli.Commands;

/// <summary>`completion`: a script that completes commands, options and jurisdictions in bash or zsh.</summary>
internal static class CompletionCommand
{
    public static Command Make()
    {
        var shell = new Argument<string>("shell") { Description = "bash or zsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Command("completion", "a script that completes commands in bash or zsh") { shell };
        command.SetRun((result, options) =>
        {
            var root = result.RootCommandResult.Command;
            var words = root.Subcommands.Select(c => c.Name)
                .Concat(root.Subcommands.Append(root).SelectMany(c => c.Options).Select(o => o.Name).Where(n => n.StartsWith("--", StringComparison.Ordinal)))
                .Append("--help").Concat(LibraryReader.Ids(options.Library)).Distinct();
            if (result.GetValue(shell) == "zsh")
                Console.Out.WriteLine("autoload -U +X bashcompinit && bashcompinit");
            Console.Out.WriteLine($"complete -W \"{string.Join(' ', words)}\" -o default safeharbor ./safeharbor");
            return ExitCode.Fine;
        });
        return command;
    }
}
