using System.Text.RegularExpressions;

namespace SafeHarbor.Workbench.Web;

/// <summary>A part of an address that has the form of a jurisdiction's id, such as `us-ky`; whether there is one, the page says.</summary>
internal sealed partial class JurisdictionConstraint : IRouteConstraint
{
    public const string Name = "jurisdiction";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string id && Form().IsMatch(id);

    [GeneratedRegex("^us(-[a-z0-9]{1,30}){0,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
