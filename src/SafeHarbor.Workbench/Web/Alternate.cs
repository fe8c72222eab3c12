using SafeHarbor.Law;

namespace SafeHarbor.Workbench.Web;

/// <summary>The content of a page in another form: a feed, or data for a program.</summary>
/// <param name="Type">Its media type.</param>
public sealed record Alternate(string Type, string Address, string Title)
{
    public static Alternate Everywhere { get; } = Feed("/changes.atom", "What changed, all states");

    public static Alternate Feed(string address, string title) => new("application/atom+xml", address, title);

    public static Alternate Data(string address, string title) => new("application/json", address, title);

    public static Alternate FeedOf(Jurisdiction jurisdiction) => Feed(Addresses.FeedOf(jurisdiction), $"What changed in {jurisdiction.Name}");
}
