using System.CommandLine;
using SafeHarbor.LanguageService.Protocol;

namespace SafeHarbor.Cli.Commands;

/// <summary>`language-server`: what an editor starts to understand the law language.</summary>
internal static class LanguageServerCommand
{
    public static Command Make()
    {
        var command = new Command("language-server", "for editors: speaks the Language Server Protocol on standard input and output");
        // Editors add this word by habit; it is the only way there is.
        command.Options.Add(new Option<bool>("--stdio") { Description = "the same as without", Hidden = true });
        command.SetRun((_, options) =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            return new LanguageServer(input, output, options.Library).Run().GetAwaiter().GetResult() ? ExitCode.Fine : ExitCode.Internal;
        });
        return command;
    }
}
