using System.Runtime.InteropServices;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>The registers of a program for one block of cases: for each a word of 64 bits for each 64 rows, one register after the other.</summary>
/// <remarks>They begin on a cache line, and do not move. Not safe for several threads: each has its own.</remarks>
public sealed class BitRegisters
{
    private const int LineBytes = 64;

    private readonly ulong[] _memory;
    private readonly int _start;

    public BitRegisters(int registers)
    {
        _memory = GC.AllocateArray<ulong>(registers * CaseBlock.Words + LineBytes / sizeof(ulong), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _start = (int)((LineBytes - address % LineBytes) % LineBytes / sizeof(ulong));
        Count = registers;
    }

    public int Count { get; }

    public Span<ulong> this[int register] => _memory.AsSpan(_start + register * CaseBlock.Words, CaseBlock.Words);

    /// <summary>All of them, one after the other.</summary>
    internal Span<ulong> All => _memory.AsSpan(_start, Count * CaseBlock.Words);
}
