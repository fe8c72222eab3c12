namespace SafeHarbor.Cli;

/// <summary>What the command's exit code says. Part of the contract: scripts rely on it.</summary>
public enum ExitCode
{
    /// <summary>It ran, and there is nothing to report: no gap, no failed scenario, no finding.</summary>
    Fine = 0,

    /// <summary>It ran well, and the answer is that something was found: a gap, a failed scenario, an error in the law's text.</summary>
    Findings = 1,

    /// <summary>What was asked, or the library, cannot be read. Nothing was lost; the message says what to do.</summary>
    BadInput = 2,

    /// <summary>A fault of the program itself.</summary>
    Internal = 3,
}
