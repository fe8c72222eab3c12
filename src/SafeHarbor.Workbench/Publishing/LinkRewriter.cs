using System.Text.RegularExpressions;

namespace SafeHarbor.Workbench.Publishing;

/// <summary>Finds the links of a page, a feed or linked data that lead within the site, and rewrites them for a copy.</summary>
internal static partial class LinkRewriter
{
    /// <summary>A link within the site: its path, and what follows it (a place on the page; never a query).</summary>
    internal readonly record struct Link(string Path, string Rest)
    {
        public static Link Of(string text)
        {
            var end = text.IndexOfAny(['#', '?']);
            return end < 0 ? new Link(text, "") : new Link(text[..end], text[end..]);
        }

        public string? Place => Rest.StartsWith('#') ? Rest[1..] : null;
    }

    public static IEnumerable<Link> LinksIn(string text) => Within().Matches(text).Select(m => Link.Of(System.Net.WebUtility.HtmlDecode(m.Groups["path"].Value)));

    /// <summary>The text with each link within the site as <paramref name="rewrite"/> gives it.</summary>
    public static string Rewrite(string text, Func<Link, string> rewrite) =>
        Within().Replace(text, m => m.Groups["lead"].Value + System.Net.WebUtility.HtmlEncode(rewrite(Link.Of(System.Net.WebUtility.HtmlDecode(m.Groups["path"].Value)))) + "\"");

    /// <summary>Ids of a page, to which links may lead.</summary>
    public static IEnumerable<string> PlacesIn(string html) => Id().Matches(html).Select(m => m.Groups[1].Value);

    // Attributes as the pages write them, and the three names under which linked data holds addresses.
    [GeneratedRegex("(?<lead>\\s(?:href|src|action|data-[a-z-]+)=\"|\"(?:@id|url|contentUrl)\":\")(?<path>/(?!/)[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex("\\sid=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
