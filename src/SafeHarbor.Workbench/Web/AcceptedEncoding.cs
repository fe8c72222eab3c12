namespace SafeHarbor.Workbench.Web;

/// <summary>
/// Brings what a browser says of compression to one of three forms. Pages are kept as they were sent, by this header: without
/// it, a visitor could have the same page kept a thousand times by writing the header in a thousand ways.
/// </summary>
internal static class AcceptedEncoding
{
    public const string Brotli = "br";

    public static Task Normalise(HttpContext context, RequestDelegate next)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        context.Request.Headers.AcceptEncoding = accepted.Contains(Brotli, StringComparison.OrdinalIgnoreCase) ? Brotli : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "identity";
        return next(context);
    }
}
