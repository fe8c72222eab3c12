using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>How the workbench is to be served.</summary>
/// <param name="Port">The port to listen on; 0 for any that is free.</param>
/// <param name="Everywhere">Whether other machines may reach it; otherwise only this one.</param>
/// <param name="PublicAddress">The address under which people know it, for links that must be whole (feeds, site map); null to take it from each request.</param>
/// <param name="IsStaticCopy">Whether the pages are for a copy without a server: what needs one then says so, or works by script.</param>
public sealed record WorkbenchOptions(int Port, bool Everywhere = false, Uri? PublicAddress = null, bool IsStaticCopy = false)
{
    /// <summary>Whether the page of comparisons lists every pair of states, and not only neighbours.</summary>
    public bool HasAllComparisons { get; init; }
}

/// <summary>The public web site. It keeps nothing about anybody: no cookies, no logs of requests, no state but the law.</summary>
public static class WorkbenchHost
{
    private const int LargestRequest = 1024 * 1024;

    public static WebApplication Build(LawLibrary library, WorkbenchOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(options);
        // The empty builder brings no logging and no configuration: what is asked must never be written down.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WorkbenchHost).Assembly.GetName().Name, EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new LawDesk(library, time ?? TimeProvider.System));
        builder.Services.AddSingleton<Answers.Drafts.DraftDesk>();
        builder.Services.AddSingleton<DocumentDesk>();
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddSingleton<SiteAddress>();
        builder.Services.AddHostedService<WarmUp>();
        builder.Services.AddRouting();
        builder.Services.AddRazorPages(pages =>
        {
            // Nothing is kept for a visitor, so there is nothing that a forged form could do.
            pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute());
            pages.Conventions.AddPageRoute("/Index", "/on/{on}");
            pages.Conventions.AddPageRoute("/Jurisdictions/Jurisdiction", "/{id:jurisdiction}/on/{on}");
            pages.Conventions.AddPageRoute("/Jurisdictions/JurisdictionDemand", "/{id:jurisdiction}/demand/{demand}/on/{on}");
            pages.Conventions.AddPageRoute("/Demands/DemandPage", "/demand/{demand}/on/{on}");
        });
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/ld+json"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(b => b.Level = CompressionLevel.Fastest);
        builder.Services.Configure<RouteOptions>(r => r.ConstraintMap[JurisdictionConstraint.Name] = typeof(JurisdictionConstraint));
        builder.Services.AddOutputCache(cache =>
        {
            cache.SizeLimit = 256 * 1024 * 1024;
            cache.AddPolicy(PageCache.Name, new PageCache());
        });
        var app = builder.Build();
        app.Use((context, next) =>
        {
            SecurityHeaders.Add(context);
            return next(context);
        });
        app.Use(AcceptedEncoding.Normalise);
        app.UseMiddleware<Failures>();
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseRouting();
        app.Use(Api.ApiProblems.Guard);
        app.UseOutputCache();
        // Within the cache, so that a page is compressed once and not for every reader.
        app.UseResponseCompression();
        app.MapDraftApi();
        app.MapDownloads();
        app.MapRazorPages().CacheOutput(PageCache.Name);
        app.MapForMachines();
        app.MapGet("/{id:jurisdiction}/child/program.json", (string id, LawDesk desk) =>
            desk.Library.Jurisdictions.FirstOrDefault(j => string.Equals(j.Id, id, StringComparison.OrdinalIgnoreCase)) is { } jurisdiction
                ? Results.Bytes(desk.ChildUnder(jurisdiction).Program, "application/json; charset=utf-8") : Results.NotFound()).CacheOutput(PageCache.Name);
        // A worker can only serve what lies below its own address.
        app.MapGet("/sw.js", (Assets assets) => Results.Bytes(assets.Find(assets["sw.js"])!.Bytes, "text/javascript; charset=utf-8"));
        app.MapGet("/assets/{file}", (string file, Assets assets, HttpContext context) =>
        {
            if (assets.Find("/assets/" + file) is not { } asset)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.Vary = "Accept-Encoding";
            if (context.Request.Headers.AcceptEncoding != AcceptedEncoding.Brotli)
                return Results.Bytes(asset.Bytes, asset.ContentType);
            context.Response.Headers.ContentEncoding = AcceptedEncoding.Brotli;
            return Results.Bytes(asset.Compressed, asset.ContentType);
        });
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, WorkbenchOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestRequest;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        kestrel.Listen(options.Everywhere ? IPAddress.Any : IPAddress.Loopback, options.Port);
    }
}
