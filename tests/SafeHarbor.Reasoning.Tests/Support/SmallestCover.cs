namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>The size of a smallest cover, by trying every box: slow and obviously right.</summary>
public static class SmallestCover
{
    /// <param name="arities">For each variable how many values it has.</param>
    /// <param name="spoken">Every situation that matters, and whether it must be covered; where not, it must not be.</param>
    public static int Size(IEnumerable<int> arities, IReadOnlyList<(int[] Situation, bool Wanted)> spoken)
    {
        var boxes = arities.Aggregate<int, IEnumerable<ulong[]>>([[]], (all, arity) =>
            all.SelectMany(box => Enumerable.Range(1, (1 << arity) - 1).Select(values => (ulong[])[.. box, (ulong)values])));
        var wanted = spoken.Where(s => s.Wanted).Select(s => s.Situation).ToList();
        var sets = boxes.Where(box => !spoken.Any(s => !s.Wanted && Within(box, s.Situation)))
            .Select(box => wanted.Aggregate(System.Numerics.BigInteger.Zero, (set, s) => (set << 1) + (Within(box, s) ? 1 : 0)))
            .Where(set => !set.IsZero).Distinct().ToList();
        var largest = sets.Where(set => !sets.Exists(other => other != set && (other & set) == set)).ToList();
        var whole = (System.Numerics.BigInteger.One << wanted.Count) - 1;
        for (var size = 0; ; size++)
        {
            if (CanCover(whole, largest, size))
                return size;
        }
    }

    private static bool CanCover(System.Numerics.BigInteger rest, List<System.Numerics.BigInteger> sets, int size)
    {
        if (rest.IsZero)
            return true;
        if (size == 0)
            return false;
        var first = rest & -rest;
        return sets.Where(set => !(set & first).IsZero).Any(set => CanCover(rest & ~set, sets, size - 1));
    }

    private static bool Within(ulong[] box, int[] situation) => situation.Select((value, fact) => (box[fact] >> value & 1) != 0).All(inside => inside);
}
