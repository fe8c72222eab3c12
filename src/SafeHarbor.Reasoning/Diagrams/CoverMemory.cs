namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>
/// Covers that were computed before, found again by what they cover and not by where it came from: after an edit of the law
/// most sets of situations are what they were. Not safe for several threads.
/// </summary>
public sealed class CoverMemory
{
    /// <summary>Covers remembered at most; then it begins anew.</summary>
    private const int Most = 2_000;

    private readonly Dictionary<Picture, Cover> _covers = [];
    private readonly Dictionary<(string About, Picture Variables), Cover> _latest = [];

    /// <summary>The cover that <see cref="PrimeCover.Compute"/> gives.</summary>
    /// <param name="about">What the set is, in words that stay the same from one version of the law to the next: where the set changed, its last cover is where the search begins.</param>
    public Cover Of(DiagramManager manager, Diagram onSet, Diagram upper, IReadOnlyList<int> importance, int budget = PrimeCover.Budget, string? about = null)
    {
        var picture = new Picture([.. manager.PictureOf(onSet, upper), .. importance, budget]);
        var kind = (about ?? "", new Picture([.. Enumerable.Range(0, manager.VariableCount).Select(manager.Arity)]));
        if (!_covers.TryGetValue(picture, out var cover))
        {
            if (_covers.Count == Most)
            {
                _covers.Clear();
                _latest.Clear();
            }
            cover = _covers[picture] = PrimeCover.Compute(manager, onSet, upper, importance, budget, about is null ? null : _latest.GetValueOrDefault(kind));
        }
        if (about is not null)
            _latest[kind] = cover;
        return cover;
    }

    /// <summary>Numbers that are equal as a whole.</summary>
    private readonly struct Picture(int[] numbers) : IEquatable<Picture>
    {
        private readonly int[] _numbers = numbers;

        public bool Equals(Picture other) => _numbers.AsSpan().SequenceEqual(other._numbers);

        public override bool Equals(object? obj) => obj is Picture other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_numbers.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
