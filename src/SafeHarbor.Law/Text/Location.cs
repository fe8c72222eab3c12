namespace SafeHarbor.Law.Text;

/// <summary>A place in a source. Two locations are always equal: where a thing is written is not part of what it says.</summary>
public sealed class Location(SourceText source, TextSpan span) : IEquatable<Location>
{
    public SourceText Source { get; } = source;

    public TextSpan Span { get; } = span;

    public bool Equals(Location? other) => other is not null;

    public override bool Equals(object? obj) => Equals(obj as Location);

    public override int GetHashCode() => 0;

    /// <summary>For example <c>law/US-KY/offences.law:14:8</c>.</summary>
    public override string ToString()
    {
        var (line, column) = Source.Position(Span.Start);
        return $"{Source.Name}:{line}:{column}";
    }
}
