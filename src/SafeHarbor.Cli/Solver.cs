using System.ComponentModel;
using System.Diagnostics;
using SafeHarbor.Reasoning.Certificates;

namespace SafeHarbor.Cli;

/// <summary>A solver that reads SMT-LIB 2, run as a program of its own.</summary>
internal static class Solver
{
    /// <summary>The claims that the solver does not confirm, each with what it said.</summary>
    /// <param name="command">The program, such as <c>z3</c>; it reads the certificate from its standard input.</param>
    /// <exception cref="UserError">The program is not there, or does not answer every claim.</exception>
    public static List<(Claim Claim, string Said)> Disputed(Certificate certificate, string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0], words.Length > 1 ? words[1..] : ["-in"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start, words[0]);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var feeding = Task.Run(() =>
        {
            try
            {
                process.StandardInput.Write(certificate.ToText());
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // A solver that gives up early closes its input; its answers tell the rest.
            }
        });
        var said = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        feeding.Wait();
        process.WaitForExit();
        var answers = said.Where(s => s is "sat" or "unsat" or "unknown").ToList();
        if (answers.Count != certificate.Claims.Length)
            throw new UserError($"`{command}` answered {answers.Count} of {certificate.Claims.Length} claims of {certificate.Name}", said.FirstOrDefault(s => s.StartsWith("(error", StringComparison.Ordinal)) is { } error ? $"it said: {error}" : "write the certificate with `--write` and run the solver on it by hand");
        return [.. certificate.Claims.Zip(answers).Where(p => p.Second != Certificate.Answer(p.First))];
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UserError($"the solver `{program}` is not there", "install it (on Debian: `apt-get install z3`), name another after `--solver`, or write the certificates with `--write` and `--no-solver`");
        }
    }
}
