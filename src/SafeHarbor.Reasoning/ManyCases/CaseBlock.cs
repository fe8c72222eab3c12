using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>Some cases of a file, by column: for each fact that matters which classes of values each row's cell allows.</summary>
/// <remarks>Filled by one thread row by row, counted, and filled again: nothing is allocated for a case.</remarks>
public sealed class CaseBlock
{
    /// <summary>The most rows that a block holds.</summary>
    public const int Capacity = 2048;

    /// <summary>Words of 64 bits in a column of bits.</summary>
    public const int Words = Capacity / 64;

    // For each fact one byte for each row and eight classes, all facts in one stretch of memory: it is read from end to end.
    private readonly byte[] _bytes;
    private readonly (int First, int Count)[] _planes; // by fact: where its first plane begins, and how many it has
    private readonly ulong[] _valid = new ulong[Words];
    private readonly int[]? _group;

    /// <param name="plan">Says which facts matter.</param>
    /// <param name="grouped">Whether each row also belongs to a group, for a breakdown.</param>
    public CaseBlock(CountPlan plan, bool grouped = false)
    {
        _planes = new (int, int)[plan.Vocabulary.Facts.Length];
        var planes = 0;
        foreach (var fact in plan.FactsThatMatter)
        {
            var count = (plan.ClassesOf(fact).Count + 7) / 8;
            _planes[fact.Index] = (planes * Capacity, count);
            planes += count;
        }
        _bytes = new byte[planes * Capacity];
        Array.Fill(_bytes, byte.MaxValue); // until a row says otherwise, nothing is known
        _group = grouped ? new int[Capacity] : null;
    }

    /// <summary>How many rows it holds now, good and bad. A fact that no row says anything of may be anything.</summary>
    public int Rows { get; private set; }

    public bool IsFull => Rows == Capacity;

    /// <summary>For each row one bit: whether it is a case that was read without a fault.</summary>
    public ReadOnlySpan<ulong> Valid => _valid;

    /// <summary>The group of each row.</summary>
    public ReadOnlySpan<int> Groups => _group.AsSpan(0, Rows);

    /// <summary>Says which classes of values the fact may have in the row that is being filled.</summary>
    public void Set(int fact, ulong classes)
    {
        var (place, count) = _planes[fact];
        place += Rows;
        for (; count > 0; count--)
        {
            _bytes[place] = (byte)classes;
            classes >>= 8;
            place += Capacity;
        }
    }

    /// <summary>Ends the row that is being filled.</summary>
    /// <param name="valid">False for a row that cannot be read: it is counted by nobody.</param>
    /// <param name="group">Zero-based, where rows belong to groups.</param>
    public void EndRow(bool valid, int group = 0)
    {
        if (valid)
            _valid[Rows >> 6] |= 1UL << (Rows & 63);
        if (_group is not null)
            _group[Rows] = group;
        Rows++;
    }

    public void Clear()
    {
        Rows = 0;
        Array.Clear(_valid);
    }

    /// <summary>Writes the columns of bits that a program asks for into its first registers.</summary>
    public void CopyTo(ImmutableArray<BitInput> inputs, BitRegisters registers)
    {
        for (var i = 0; i < inputs.Length; i++)
            Slice(_bytes.AsSpan(_planes[inputs[i].Fact.Index].First + (inputs[i].Class >> 3) * Capacity, Capacity), inputs[i].Class & 7, registers[i]);
    }

    /// <summary>One bit of each byte, 64 rows to a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Slice(ReadOnlySpan<byte> plane, int bit, Span<ulong> column)
    {
        ref var first = ref MemoryMarshal.GetReference(plane);
        for (var word = 0; word < Words; word++)
        {
            // The bit wanted is moved to the top of its byte; what spills into the next byte is not looked at.
            var bytes = Vector512.LoadUnsafe(ref first, (nuint)(word * 64)).AsUInt64() << (7 - bit);
            column[word] = bytes.AsByte().ExtractMostSignificantBits();
        }
    }
}
