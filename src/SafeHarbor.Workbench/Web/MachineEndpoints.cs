using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Api;
using SafeHarbor.Workbench.Feeds;

namespace SafeHarbor.Workbench.Web;

/// <summary>What programs read: the API, feeds, the site map, and the small files that scripts of the pages load.</summary>
internal static class MachineEndpoints
{
    private const string Atom = "application/atom+xml; charset=utf-8";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapForMachines(this IEndpointRouteBuilder app)
    {
        app.MapApi();
        app.MapMethods("/map.json", Methods, (HttpContext context, LawDesk desk) => Json(context, MapJson.Of(desk))).CacheOutput(PageCache.Name);
        app.MapMethods("/search-index.json", Methods, (HttpContext context, LawDesk desk) => Json(context, SearchIndexJson.Of(desk.Search))).CacheOutput(PageCache.Name);

        // These hold whole addresses, which may come from the request: they are not kept for others.
        app.MapMethods("/changes.atom", Methods, (HttpContext context, LawDesk desk, SiteAddress site) =>
            Feed(context, desk, site, "What changed for exploited children in the law of the United States", "/changes.atom", "/", ChangeFeed.Everywhere(desk, null)));
        app.MapMethods("/{id:jurisdiction}/changes.atom", Methods, (HttpContext context, string id, LawDesk desk, SiteAddress site) =>
            desk.Library.Jurisdictions.FirstOrDefault(j => string.Equals(j.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } jurisdiction ? Missing(context)
                : Feed(context, desk, site, $"{jurisdiction.Name}: what changed in the law for exploited children", Addresses.FeedOf(jurisdiction), Addresses.Today.Of(jurisdiction), ChangeFeed.Of(desk, jurisdiction)));
        app.MapMethods("/demand/{demand}/changes.atom", Methods, (HttpContext context, string demand, LawDesk desk, SiteAddress site) =>
            desk.Demands.FirstOrDefault(d => string.Equals(d.Id, demand, StringComparison.OrdinalIgnoreCase)) is not { } found ? Missing(context)
                : Feed(context, desk, site, $"{found.Title}: what changed, state by state", Addresses.FeedOf(found), Addresses.Today.Of(found), ChangeFeed.Everywhere(desk, found)));
        app.MapMethods("/sitemap.xml", Methods, (HttpContext context, LawDesk desk, SiteAddress site) =>
            site.Of(context.Request) is { } whole ? Representation.Send(context, SiteMap.Write(desk, whole), "application/xml; charset=utf-8") : Missing(context));
        app.MapMethods("/robots.txt", Methods, (HttpContext context, SiteAddress site) => Representation.Send(context, SiteMap.Robots(site.Of(context.Request)), "text/plain; charset=utf-8"));
    }

    private static Task Json(HttpContext context, byte[] bytes) => Representation.Send(context, bytes, "application/json; charset=utf-8");

    private static Task Feed(HttpContext context, LawDesk desk, SiteAddress site, string title, string self, string page, IEnumerable<FeedEntry> entries) =>
        Representation.Send(context, ChangeFeed.Write(title, self, page, site.Of(context.Request), desk.Begins, entries), Atom);

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
