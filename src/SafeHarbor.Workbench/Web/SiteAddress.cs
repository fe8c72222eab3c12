namespace SafeHarbor.Workbench.Web;

/// <summary>Whole addresses, for what leaves the site: feeds, the site map.</summary>
internal sealed class SiteAddress(WorkbenchOptions options)
{
    /// <summary>Where the site stands, without a slash at the end; null for a static copy of which nobody said where it will stand.</summary>
    public string? Of(HttpRequest request) => options.PublicAddress is { } known ? known.AbsoluteUri.TrimEnd('/')
        : options.IsStaticCopy ? null : $"{request.Scheme}://{request.Host}";

    /// <summary>The whole address of a path; the path alone where it is not known where the site stands.</summary>
    public string Whole(HttpRequest request, string path) => Of(request) + path;
}
