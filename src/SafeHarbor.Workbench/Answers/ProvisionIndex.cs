using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using SafeHarbor.Law;

namespace SafeHarbor.Workbench.Answers;

/// <summary>Finds provisions and bills by the short name that stands in an address.</summary>
public sealed class ProvisionIndex
{
    private readonly FrozenDictionary<(string Jurisdiction, string Slug), ImmutableArray<Provision>> _versions;

    public ProvisionIndex(LawLibrary library) =>
        _versions = library.Jurisdictions.Append(library.Baseline)
            .SelectMany(j => j.Provisions.Select(p => (Key: (j.Id, Slug(p.Citation)), Provision: p)))
            .GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Provision).OrderByDescending(p => p.InForce.First).ToImmutableArray());

    /// <summary>All versions of a provision, the newest first; empty where there is none.</summary>
    public ImmutableArray<Provision> Find(string jurisdiction, string slug) => _versions.GetValueOrDefault((jurisdiction, slug), []);

    /// <summary>For example `krs-529-100-1` for "KRS 529.100(1)".</summary>
    public static string Slug(string citation)
    {
        var slug = new StringBuilder();
        foreach (var letter in citation.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
