using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>Counts blocks of cases: runs the program part by part, and after each adds up the rows by verdict.</summary>
/// <remarks>Not safe for several threads: each has a counter of its own, and their counts are added.</remarks>
public sealed class CaseCounter
{
    private readonly BitMachine _machine;

    // Masks of rows: those counted, those not yet added up, those of the verdict at hand, and one for each group.
    private readonly BitRegisters _masks;
    private readonly int _groups;
    private readonly int[] _columns = new int[2 * CountPlan.Flags];

    private const int Counted = 0;
    private const int Rest = 1;
    private const int Alike = 2;
    private const int FirstGroup = 3;

    /// <param name="groups">How many groups rows can belong to; 1 where there is no breakdown.</param>
    public CaseCounter(CountPlan plan, BitProgram program, int groups = 1)
    {
        _machine = new BitMachine(program);
        _groups = groups;
        _masks = new BitRegisters(FirstGroup + groups);
        Counts = new VerdictCounts(plan.Demands.Length, groups, twoLaws: plan.Laws.Length == 2);
    }

    /// <summary>What has been counted since the counts were last taken.</summary>
    public VerdictCounts Counts { get; private set; }

    /// <summary>Hands over what has been counted, and begins anew.</summary>
    public VerdictCounts TakeCounts()
    {
        var taken = Counts;
        Counts = new VerdictCounts(taken.Demands, taken.Groups, taken.TwoLaws);
        return taken;
    }

    /// <summary>Adds the cases of a block to the counts.</summary>
    /// <param name="impossible">Called with the row of each case that contradicts itself: no situation fits it, and it is not counted.</param>
    public void Count(CaseBlock block, Action<int> impossible)
    {
        block.CopyTo(_machine.Program.Inputs, _machine.Registers);
        _machine.Run(_machine.Program.PossiblePart);
        var possible = _machine.Registers[_machine.Program.PossiblePart.Outputs[0][0]];
        var counted = _masks[Counted];
        for (var w = 0; w < CaseBlock.Words; w++)
        {
            counted[w] = block.Valid[w] & possible[w];
            for (var rest = block.Valid[w] & ~possible[w]; rest != 0; rest &= rest - 1)
                impossible(w * 64 + BitOperations.TrailingZeroCount(rest));
        }
        DivideIntoGroups(block);
        for (var d = 0; d < _machine.Program.Parts.Length; d++)
        {
            var part = _machine.Program.Parts[d];
            _machine.Run(part);
            for (var g = 0; g < _groups; g++)
            {
                if (!IsEmpty(_masks[FirstGroup + g]))
                    AddUp(part, d, g);
            }
        }
    }

    private void DivideIntoGroups(CaseBlock block)
    {
        var counted = _masks[Counted];
        if (_groups == 1)
        {
            counted.CopyTo(_masks[FirstGroup]);
        }
        else
        {
            for (var g = 0; g < _groups; g++)
                _masks[FirstGroup + g].Clear();
            var groups = block.Groups;
            for (var row = 0; row < groups.Length; row++)
            {
                if ((counted[row >> 6] >> (row & 63) & 1) != 0)
                    _masks[FirstGroup + groups[row]][row >> 6] |= 1UL << (row & 63);
            }
        }
        for (var g = 0; g < _groups; g++)
            Counts.CasesIn[g] += CountOnes(_masks[FirstGroup + g]);
    }

    /// <summary>Adds up the rows of a mask by verdict: takes the first row that is left, and with it all that have the same flags, until none is left.</summary>
    /// <remarks>In the verdicts that occur in the block, which are few, and not in the rows.</remarks>
    private void AddUp(BitPart part, int demand, int group)
    {
        var rest = _masks[Rest];
        _masks[FirstGroup + group].CopyTo(rest);
        var flags = 0;
        foreach (var output in part.Outputs)
        {
            foreach (var register in output)
                _columns[flags++] = register;
        }
        for (var word = rest.IndexOfAnyExcept(0UL); word >= 0; word = rest.IndexOfAnyExcept(0UL))
        {
            var row = BitOperations.TrailingZeroCount(rest[word]);
            var verdict = 0;
            for (var f = 0; f < flags; f++)
                verdict |= (int)(_machine.Registers[_columns[f]][word] >> row & 1) << f;
            const int OneLaw = (1 << CountPlan.Flags) - 1;
            Counts.Add(demand, group, (Verdict)(verdict & OneLaw), (Verdict)(verdict >> CountPlan.Flags), TakeAlike(rest, _columns.AsSpan(0, flags), verdict));
        }
    }

    /// <summary>Takes the rows out of a mask whose flags are those of a verdict; how many they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long TakeAlike(Span<ulong> mask, ReadOnlySpan<int> columns, int verdict)
    {
        ref var registers = ref MemoryMarshal.GetReference(_machine.Registers.All);
        ref var rows = ref MemoryMarshal.GetReference(mask);
        ref var taken = ref MemoryMarshal.GetReference(_masks[Alike]);
        for (var w = 0; w < CaseBlock.Words; w += Vector512<ulong>.Count)
        {
            var left = Vector512.LoadUnsafe(ref rows, (nuint)w);
            var alike = left;
            for (var f = 0; f < columns.Length; f++)
            {
                var column = Vector512.LoadUnsafe(ref registers, (nuint)(columns[f] * CaseBlock.Words + w));
                alike &= (verdict >> f & 1) != 0 ? column : ~column;
            }
            (left & ~alike).StoreUnsafe(ref rows, (nuint)w);
            alike.StoreUnsafe(ref taken, (nuint)w);
        }
        return CountOnes(_masks[Alike]);
    }

    private static bool IsEmpty(ReadOnlySpan<ulong> mask) => mask.IndexOfAnyExcept(0UL) < 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountOnes(ReadOnlySpan<ulong> mask)
    {
        long ones = 0;
        foreach (var word in mask)
            ones += BitOperations.PopCount(word);
        return ones;
    }
}
