using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>Runs a program over a block of cases: every instruction over all rows of the block before the next.</summary>
/// <remarks>
/// A block is small enough that the registers stay in the nearest cache, and large enough that reading an instruction costs
/// little against carrying it out. Hot loops are compiled at their best at once: a run may be over before the runtime notices.
/// </remarks>
public sealed class BitMachine
{
    private readonly BitOp[] _ops;

    /// <param name="program">The program; its inputs must be filled before a part is run.</param>
    public BitMachine(BitProgram program)
    {
        Program = program;
        Registers = new BitRegisters(program.Registers);
        Registers[program.Ones].Fill(ulong.MaxValue);
        _ops = [.. program.Ops.Select(o => new BitOp(o.Target * CaseBlock.Words, o.Or * CaseBlock.Words, o.Left * CaseBlock.Words, o.Right * CaseBlock.Words))];
    }

    public BitProgram Program { get; }

    public BitRegisters Registers { get; }

    /// <summary>Runs one part. Parts are run in their order, the one that says what is possible first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(BitPart part)
    {
        ref var memory = ref MemoryMarshal.GetReference(Registers.All);
        foreach (ref readonly var op in _ops.AsSpan(part.From, part.To - part.From))
        {
            for (var word = 0; word < CaseBlock.Words; word += Vector512<ulong>.Count)
            {
                var left = At(ref memory, op.Left + word);
                var right = At(ref memory, op.Right + word);
                var or = At(ref memory, op.Or + word);
                (or | (left & right)).StoreUnsafe(ref memory, (nuint)(op.Target + word));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> At(ref ulong memory, int place) => Vector512.LoadUnsafe(ref memory, (nuint)place);
}
