using NodaTime.Text;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.Paper;

/// <summary>Tells where what a document cites was read: each provision with its heading, the address, the day and how.</summary>
public static class Sources
{
    private const int LongestAddress = 90;

    /// <summary>Provisions read at one address together, in the order in which they are first cited.</summary>
    /// <param name="frameworks">What the law was held against.</param>
    public static Block.Items List(IEnumerable<Provision> cited, IEnumerable<Framework> frameworks)
    {
        var asked = frameworks.SelectMany(f => f.Sources.Take(1).Select(s => Item.Of(
            new Inline.Text($"What is asked: {f.Name}. Read {LocalDatePattern.Iso.Format(s.Read)} as {Sentences.As(s.As)}: "), new Inline.Link(Shown(s.Address), s.Address))));
        var groups = cited.DistinctBy(p => p.Citation).Select(p => (Provision: p, Source: Best(p)))
            .GroupBy(c => c.Source is { } s ? (s.Address, s.Read, s.As) : default);
        return new Block.Items([.. groups.Select(g => Item.Of([.. Words(g.Select(c => c.Provision), g.First().Source)])), .. asked], Numbered: false, Tone.Quiet);
    }

    private static IEnumerable<Inline> Words(IEnumerable<Provision> provisions, Source? source)
    {
        yield return new Inline.Text(string.Join("; ", provisions.Select(p => p.Citation + (p.Heading.Length == 0 ? "" : $", “{p.Heading}”") + Note(p)))
            + (source is null ? ": general law, no single source." : $". Read {LocalDatePattern.Iso.Format(source.Read)} as {Sentences.As(source.As)}: "));
        if (source is not null)
            yield return new Inline.Link(Shown(source.Address), source.Address);
    }

    private static string Note(Provision provision) => Sentences.StartNote(provision.InForce) is { Length: > 0 } note ? $" ({note.TrimStart(';', ' ')})" : "";

    /// <summary>The source that was read best, and of those the last read.</summary>
    private static Source? Best(Provision provision) => provision.Sources.OrderBy(s => s.As).ThenByDescending(s => s.Read).FirstOrDefault();

    /// <summary>The address as it is printed: without its scheme, its middle left out where it is very long. The link holds the whole of it.</summary>
    internal static string Shown(string address)
    {
        var bare = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        return bare.Length <= LongestAddress ? bare : $"{bare[..(LongestAddress / 2)]}…{bare[^(LongestAddress / 2)..]}";
    }
}
