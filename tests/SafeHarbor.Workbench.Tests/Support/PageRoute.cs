using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>The form of a page's address, such as `/{id:jurisdiction}/child`.</summary>
public sealed record PageRoute(string Pattern, decimal Precedence, Func<string, bool> Matches)
{
    /// <summary>Whether the form is itself an address.</summary>
    public bool IsAddress => !Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>Every page's address, the most specific first; the page for what is not there is no page to go to.</summary>
    public static IEnumerable<PageRoute> Of(WebApplication app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && !e.RoutePattern.RawText!.StartsWith("problem/", StringComparison.Ordinal))
        .Select(e => new PageRoute("/" + e.RoutePattern.RawText!.Trim('/'), e.RoutePattern.InboundPrecedence, Matcher(app, e)))
        .DistinctBy(r => r.Pattern).OrderBy(r => r.Precedence);

    private static Func<string, bool> Matcher(WebApplication app, RouteEndpoint endpoint)
    {
        var template = new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []);
        var constraints = app.Services.GetRequiredService<IInlineConstraintResolver>();
        var policies = endpoint.RoutePattern.ParameterPolicies.SelectMany(p => p.Value.Select(v => (Key: p.Key, Constraint: v.Content is { } text ? constraints.ResolveConstraint(text) : v.ParameterPolicy as IRouteConstraint))).ToList();
        return path =>
        {
            var values = new RouteValueDictionary();
            return template.TryMatch(path, values) && policies.All(p => p.Constraint?.Match(null, null, p.Key, values, RouteDirection.IncomingRequest) ?? true);
        };
    }
}
