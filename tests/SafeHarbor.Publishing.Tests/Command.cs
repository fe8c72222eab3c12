using System.Diagnostics;

namespace SafeHarbor.Publishing.Tests;

/// <summary>Runs the program as a person would, in a process of its own.</summary>
internal static class Command
{
    public static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static Process Start(params string[] arguments)
    {
        var process = Prepare(Site.Root, arguments);
        process.Start();
        return process;
    }

    /// <param name="folder">The folder in which it runs, and its place for temporary files.</param>
    public static Process Prepare(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "safeharbor"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["SAFEHARBOR_LIBRARY"] = Path.Combine(Site.Root, "law");
        start.Environment["TMPDIR"] = folder == Site.Root ? Path.GetTempPath() : folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // the runtime's own sockets for debuggers
        return new Process { StartInfo = start };
    }
}
