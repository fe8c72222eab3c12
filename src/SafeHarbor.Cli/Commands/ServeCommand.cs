using System.CommandLine;
using Microsoft.Extensions.Hosting;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Cli.Commands;

/// <summary>`serve`: the workbench, a web site for everyone, on this machine.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 5080;

    public static Command Make()
    {
        var port = new Option<int>("--port") { Description = "the port to listen on; 0 for any that is free", DefaultValueFactory = _ => UsualPort };
        var everywhere = new Option<bool>("--everywhere") { Description = "let other machines reach it; without, only this one can" };
        var address = new Option<string?>("--address") { Description = "the address under which people know it, such as https://example.org/; feeds, the site map and catalogues then give it" };
        var command = new Command("serve", "the web site: states, demands, bills, one child; stop it with Ctrl+C") { port, everywhere, address };
        command.SetRun((result, options) =>
        {
            var number = result.GetValue(port);
            if (number is < 0 or > 65535)
                throw new UserError($"`{number}` is not a port", "a port is a number from 0 to 65535");
            var session = Session.Open(options, null);
            using var app = WorkbenchHost.Build(session.Library, new WorkbenchOptions(number, result.GetValue(everywhere), PublishCommand.WholeAddress(result.GetValue(address))));
            try
            {
                app.Start();
            }
            catch (IOException)
            {
                throw new UserError($"port {number} is taken", "stop what listens there, or choose another with `--port`");
            }
            Console.Error.WriteLine($"safeharbor: open {app.Urls.First()} in a browser; Ctrl+C stops it");
            app.WaitForShutdown();
            return ExitCode.Fine;
        });
        return command;
    }
}
