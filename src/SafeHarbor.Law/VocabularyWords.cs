using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>What the law may make of a situation: the child is a victim; the buyer commits the core offence; a defence is available.</summary>
/// <param name="Index">Zero-based place in the vocabulary.</param>
public sealed record Status(int Index, string Name, string Says, string Denies, Location Location);

/// <summary>Who acts: police, the court, the child welfare agency.</summary>
/// <param name="Index">Zero-based place in the vocabulary.</param>
public sealed record Party(int Index, string Name, Location Location)
{
    /// <summary>As a sentence begins with it: "police", "the court".</summary>
    public string WithArticle => Name == "police" ? Name : "the " + Name;
}

/// <summary>What a party does: arrest the child, open a case.</summary>
/// <param name="Index">Zero-based place in the vocabulary.</param>
/// <param name="Parties">Who can do it at all; a bar on everybody is a bar on each of these.</param>
public sealed record Act(int Index, string Name, System.Collections.Immutable.ImmutableArray<Party> Parties, Location Location)
{
    public bool Equals(Act? other) => other is not null && Index == other.Index && Name == other.Name && Parties.SequenceEqual(other.Parties);

    public override int GetHashCode() => HashCode.Combine(Index, Name);
}

/// <summary>From when a deadline runs: a report, first contact.</summary>
/// <param name="Index">Zero-based place in the vocabulary.</param>
public sealed record Event(int Index, string Name, Location Location);

/// <summary>One of the subjects that are read for every jurisdiction.</summary>
/// <param name="Index">Zero-based place in the vocabulary.</param>
public sealed record Topic(int Index, string Name, Location Location);
