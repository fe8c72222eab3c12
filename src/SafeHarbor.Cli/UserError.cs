namespace SafeHarbor.Cli;

/// <summary>Something that the user can put right: what is wrong, and what to do.</summary>
public sealed class UserError(string message, string? help = null) : Exception(message)
{
    public string? Help { get; } = help;
}
