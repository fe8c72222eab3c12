namespace SafeHarbor.Workbench.Web;

/// <summary>What went wrong with a request, in words for the visitor.</summary>
public sealed record Problem(string What, string Remedy)
{
    /// <summary>Where a request carries it.</summary>
    public const string Key = "problem";
}
