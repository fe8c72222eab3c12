using System.Diagnostics;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>The solver Z3 as a program of its own, spoken to in SMT-LIB 2: it shares nothing with our code.</summary>
public sealed class Z3Process : IDisposable
{
    private readonly Process _process;

    public Z3Process()
    {
        try
        {
            _process = Process.Start(new ProcessStartInfo("z3", "-in") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException("the solver z3 is not installed; `./test` installs it", error);
        }
    }

    public void Send(string command) => _process.StandardInput.WriteLine(command);

    /// <summary>Forgets everything that was said.</summary>
    public void Reset() => Send("(reset)");

    /// <summary>Whether nothing at all satisfies a claim, on top of what was asserted.</summary>
    public bool IsImpossible(string claim)
    {
        Send($"(push)(assert {claim})(check-sat)(pop)");
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() switch
        {
            "unsat" => true,
            "sat" => false,
            var other => throw new InvalidOperationException($"the solver said: {other}"),
        };
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(2000);
        _process.Dispose();
    }
}
