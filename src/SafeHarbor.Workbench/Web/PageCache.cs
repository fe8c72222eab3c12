using Microsoft.AspNetCore.OutputCaching;

namespace SafeHarbor.Workbench.Web;

/// <summary>
/// Keeps whole pages for an hour: the law changes only when the server is started anew, and the day only at midnight. Only what
/// has an address without a query is kept, so that nobody can fill the store, and nothing that a person wrote is in it.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    public const string Name = "page";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var may = HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue
            // The page of errors is kept by no address: a kept one would answer 200 where another address is wrong.
            && !request.Path.StartsWithSegments("/problem", StringComparison.Ordinal);
        context.EnableOutputCaching = true;
        (context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (may, may, may);
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        // No page depends on the name by which the site was called; one that did would let a visitor choose what others see.
        context.CacheVaryByRules.VaryByHost = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK && !context.HttpContext.Response.Headers.ContainsKey("Set-Cookie");
        return ValueTask.CompletedTask;
    }
}
