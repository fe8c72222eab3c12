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

    /// <summary>The cover that <see cref="PrimeCover.Compute"/> gives.</summary>
    public Cover Of(DiagramManager manager, Diagram onSet, Diagram upper, IReadOnlyList<int> importance, int budget = PrimeCover.Budget)
    {
        var picture = new Picture([.. manager.PictureOf(onSet, upper), .. importance, budget]);
        if (_covers.TryGetValue(picture, out var cover))
            return cover;
        if (_covers.Count == Most)
            _covers.Clear();
        return _covers[picture] = PrimeCover.Compute(manager, onSet, upper, importance, budget);
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
