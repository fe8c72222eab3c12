using System.Text.Encodings.Web;
using System.Text.Json;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Workbench.Api;

/// <summary>What was wrong with a program's request, as application/problem+json (RFC 9457), in plain words and with a remedy.</summary>
internal static class ApiProblems
{
    public static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/schemas", StringComparison.Ordinal);

    /// <summary>Lets every site read the API, and gives an error that has no words yet its own.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (!IsApi(context.Request))
        {
            await next(context);
            return;
        }
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            // A browser that sends If-None-Match from another site asks first whether it may.
            context.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
            context.Response.Headers.AccessControlAllowHeaders = "If-None-Match";
            context.Response.Headers.AccessControlMaxAge = "86400";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            var (what, remedy) = context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
                ? ("this can only be read", "Ask with GET; nothing can be sent or changed here.")
                : ("there is no such address", $"All addresses are described at {ApiOperations.Root}/openapi.json.");
            await Write(context, context.Response.StatusCode, what, remedy);
        }
    }

    public static async Task Write(HttpContext context, int status, string what, string remedy)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", Friendly.Sentence(what));
            json.WriteNumber("status", status);
            json.WriteString("detail", remedy);
            json.WriteEndObject();
        }
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = stream.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(stream.ToArray(), context.RequestAborted);
    }
}
