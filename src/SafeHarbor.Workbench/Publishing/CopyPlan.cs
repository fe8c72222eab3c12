using System.Text.RegularExpressions;
using SafeHarbor.Documents.Json;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Publishing;

/// <summary>What a copy of the site holds, and as which files.</summary>
internal static partial class CopyPlan
{
    /// <summary>The page that web hosts show where there is none.</summary>
    public const string NotFoundPage = "/problem/404";

    private static readonly string[] Files = [".json", ".atom", ".xml", ".txt", ".css", ".js", ".svg", ".png", ".woff2", ".pdf", ".docx", ".xlsx", ".csv", ".parquet", ".ics", ".zip", ".md"];

    /// <summary>Where the copying begins; everything else is reached by links.</summary>
    public static IEnumerable<string> Seeds(LawDesk desk, bool hasAddress) =>
    [
        "/", StaticCopy.Page, NotFoundPage, "/search", "/search-index.json", "/map.json", "/sw.js", "/robots.txt", "/api/v1/openapi.json",
        .. desk.Demands.Select(d => "/embed/map/" + d.Id.ToLowerInvariant()),
        .. AnswerSchemas.Names.Select(name => $"/schemas/{name}.json"),
        .. hasAddress ? ["/sitemap.xml"] : Array.Empty<string>(),
    ];

    /// <summary>Whether a copy holds an address. One demand of one state on an earlier day it does not: there are tens of thousands.</summary>
    public static bool Holds(string path) => !DemandOnADay().IsMatch(path);

    public static bool IsPage(string path) => !Files.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The file of an address, relative to the folder of the copy.</summary>
    /// <exception cref="ArgumentException">The address has a part that no file should be named by.</exception>
    public static string FileOf(string path)
    {
        if (path == NotFoundPage)
            return "404.html";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(p => !SafePart().IsMatch(p)))
            throw new ArgumentException($"`{path}` cannot be a file", nameof(path));
        return Path.Combine([.. parts, .. IsPage(path) ? ["index.html"] : Array.Empty<string>()]);
    }

    /// <summary>The address of a page or a file on the copy: pages end in a slash, since they are folders there.</summary>
    public static string AddressOf(string path, string @base) =>
        @base + (path == "/" ? "" : IsPage(path) ? path[1..].TrimEnd('/') + "/" : path[1..]);

    [GeneratedRegex("^(/us[a-z0-9-]*)?/demand/[^/]+/on/|^/api/v1/.*/on/", RegexOptions.CultureInvariant)]
    private static partial Regex DemandOnADay();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$", RegexOptions.CultureInvariant)]
    private static partial Regex SafePart();
}
