namespace SafeHarbor.Cases;

/// <summary>A file that cannot be used as a whole: what is wrong, and what to do. A fault in one row is a <see cref="BadRow"/> instead.</summary>
public sealed class CaseFileError(string message, string help) : Exception(message)
{
    public string Help { get; } = help;
}
