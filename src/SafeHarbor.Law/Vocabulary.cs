using System.Collections.Immutable;
using NodaTime;

namespace SafeHarbor.Law;

/// <summary>The words of the library, shared by all jurisdictions: without one vocabulary no two laws can be compared.</summary>
/// <param name="Begins">The first day the library speaks of.</param>
/// <param name="Never">What cannot be; no situation satisfies any of these.</param>
public sealed record Vocabulary(
    LocalDate Begins,
    ImmutableArray<Fact> Facts,
    ImmutableArray<Status> Statuses,
    ImmutableArray<Party> Parties,
    ImmutableArray<Act> Acts,
    ImmutableArray<Event> Events,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Condition> Never)
{
    public Fact? FactNamed(string name) => Facts.FirstOrDefault(f => f.Name == name);

    public Status? StatusNamed(string name) => Statuses.FirstOrDefault(s => s.Name == name);

    public Act? ActNamed(string name) => Acts.FirstOrDefault(a => a.Name == name);

    public Party? PartyNamed(string name) => Parties.FirstOrDefault(p => p.Name == name);
}
