using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace SafeHarbor.Workbench.Web;

/// <summary>Sends what a program reads: with a tag of its content, so that what has not changed is not sent again.</summary>
internal static class Representation
{
    public static Task Send(HttpContext context, byte[] bytes, string type)
    {
        // Weak, since the same answer also goes out compressed.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}\"", isWeak: true).ToString();
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "public, max-age=300";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (request.Headers.IfNoneMatch.Any(known => known?.Split(',').Any(k => k.Trim() == tag || k.Trim() == "*") ?? false))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
