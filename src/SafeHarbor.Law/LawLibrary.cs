using System.Collections.Immutable;

namespace SafeHarbor.Law;

/// <summary>The law library as read: checked, and never changed afterwards.</summary>
/// <param name="Jurisdictions">Those that were asked for, with those they lie within.</param>
/// <param name="KnownIds">The ids of all jurisdictions in the library, read or not.</param>
/// <param name="Hash">SHA-256 over the text of every file used, as 64 hexadecimal digits.</param>
public sealed record LawLibrary(
    Vocabulary Vocabulary,
    Jurisdiction Baseline,
    ImmutableArray<Framework> Frameworks,
    ImmutableArray<Jurisdiction> Jurisdictions,
    ImmutableArray<string> KnownIds,
    string Hash)
{
    public IEnumerable<Demand> Demands => Frameworks.SelectMany(f => f.Demands);

    public Jurisdiction? Find(string id) => Jurisdictions.FirstOrDefault(j => j.Id == id);

    /// <summary>Whether it is a county or a city: it lies within a jurisdiction that lies within another.</summary>
    public bool IsLocal(Jurisdiction jurisdiction) => jurisdiction.Within is { } within && Find(within)?.Within is not null;

    /// <summary>The other jurisdictions that one can learn from: the states, and for a county or city other counties and cities too; not those it lies within.</summary>
    public IEnumerable<Jurisdiction> OthersThan(Jurisdiction jurisdiction) => Jurisdictions.Where(j =>
        j.Within is not null && j.Id != jurisdiction.Id && j.Id != jurisdiction.Within && (!IsLocal(j) || IsLocal(jurisdiction)));

    /// <summary>The same library with one jurisdiction as given in place of its own.</summary>
    public LawLibrary With(Jurisdiction jurisdiction) => this with { Jurisdictions = [.. Jurisdictions.Select(j => j.Id == jurisdiction.Id ? jurisdiction : j)] };
}
