namespace SafeHarbor.Workbench.Web;

/// <summary>What every answer says to the browser: nothing from elsewhere, nothing inline, no address told to others.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /// <summary>The one page that others may frame.</summary>
    public const string EmbeddableMap = "/embed/map";

    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        var mayBeFramed = context.Request.Path.StartsWithSegments(EmbeddableMap, StringComparison.Ordinal);
        headers.ContentSecurityPolicy = Policy + (mayBeFramed ? "*" : "'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = mayBeFramed ? "cross-origin" : "same-origin";
    }
}
