using System.Diagnostics;

namespace SafeHarbor.Cli.Tests;

/// <summary>Runs the program as a person would, in a process of its own.</summary>
public static class Run
{
    public static string Root { get; } = FindRoot();

    public static string Law { get; } = Path.Combine(Root, "law");

    public static (ExitCode Exit, string Output, string Error) SafeHarbor(params string[] arguments) => With(Law, arguments);

    public static (ExitCode Exit, string Output, string Error) With(string library, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "safeharbor"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        start.Environment["SAFEHARBOR_LIBRARY"] = library;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ((ExitCode)process.ExitCode, output, error.Result);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository");
    }
}
