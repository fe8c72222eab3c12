namespace SafeHarbor.Documents.Printing;

/// <summary>A document could not be printed: what is wrong, and what to do.</summary>
public sealed class PrintError(string message, string help) : Exception(message)
{
    public string Help { get; } = help;
}
