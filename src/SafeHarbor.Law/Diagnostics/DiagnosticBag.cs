using System.Collections.Immutable;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Diagnostics;

/// <summary>Collects findings while one library is read. Not for use by several threads.</summary>
public sealed class DiagnosticBag
{
    /// <summary>Findings kept for one file; the rest are counted. A broken file must not bury the reader.</summary>
    public const int MostPerFile = 200;

    private readonly List<Diagnostic> _all = [];
    private readonly Dictionary<string, int> _perFile = [];

    public bool HasErrors => _all.Exists(d => d.IsError);

    /// <summary>Findings that were counted and not kept.</summary>
    public int Dropped { get; private set; }

    public void Add(DiagnosticKind kind, Location? location, string message, string? help = null, string? under = null,
        params ReadOnlySpan<RelatedPlace> related) =>
        Add(new Diagnostic(kind, location, message, help, under, [.. related]));

    private void Add(Diagnostic finding)
    {
        var file = finding.Location?.Source.Name ?? "";
        var count = _perFile.GetValueOrDefault(file);
        _perFile[file] = count + 1;
        if (count >= MostPerFile)
            Dropped++;
        else
            _all.Add(finding);
    }

    /// <summary>Adds what another bag holds.</summary>
    public void Add(DiagnosticBag other)
    {
        Dropped += other.Dropped;
        foreach (var finding in other._all)
            Add(finding);
    }

    /// <summary>All findings by file and place.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
        [.. _all.OrderBy(d => d.Location?.Source.Name ?? "", StringComparer.Ordinal).ThenBy(d => d.Location?.Span.Start ?? 0)];
}
