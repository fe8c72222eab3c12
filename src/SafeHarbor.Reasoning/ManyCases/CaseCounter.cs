using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>Counts blocks of cases: runs the program part by part, and after each adds up the rows by verdict.</summary>
/// <remarks>Not safe for several threads: each has a counter of its own, and their counts are added.</remarks>
public sealed class CaseCounter
{
    private readonly BitMachine _machine;
    private readonly bool _twoLaws;

    // Masks of rows: those counted, one for each group, and one for each flag that has been split on, under both laws.
    private readonly BitRegisters _masks;
    private readonly int _groups;

    private const int Counted = 0;
    private const int FirstGroup = 1;

    /// <param name="groups">How many groups rows can belong to; 1 where there is no breakdown.</param>
    public CaseCounter(CountPlan plan, BitProgram program, int groups = 1)
    {
        _machine = new BitMachine(program);
        _twoLaws = plan.Laws.Length == 2;
        _groups = groups;
        _masks = new BitRegisters(FirstGroup + groups + 2 * CountPlan.Flags + 2);
        Counts = new VerdictCounts(plan.Demands.Length, groups, _twoLaws);
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
                    Split(part, d, g, FirstGroup + g, flag: 0, first: 0, second: 0);
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

    /// <summary>Divides the rows of a mask by the next flag, until all flags are known; empty parts are left at once.</summary>
    private void Split(BitPart part, int demand, int group, int mask, int flag, int first, int second)
    {
        var flags = _twoLaws ? 2 * CountPlan.Flags : CountPlan.Flags;
        if (flag == flags)
        {
            Counts.Add(demand, group, (Verdict)first, (Verdict)second, CountOnes(_masks[mask]));
            return;
        }
        var law = flag / CountPlan.Flags;
        var bit = 1 << flag % CountPlan.Flags;
        var inner = FirstGroup + _groups + flag;
        var column = _machine.Registers[part.Outputs[law][flag % CountPlan.Flags]];
        if (Keep(_masks[mask], column, invert: 0, _masks[inner]))
            Split(part, demand, group, inner, flag + 1, law == 0 ? first | bit : first, law == 0 ? second : second | bit);
        if (Keep(_masks[mask], column, invert: ulong.MaxValue, _masks[inner]))
            Split(part, demand, group, inner, flag + 1, first, second);
    }

    /// <summary>The rows of a mask whose bit in the column is one (or, inverted, zero); whether there are any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Keep(ReadOnlySpan<ulong> mask, ReadOnlySpan<ulong> column, ulong invert, Span<ulong> kept)
    {
        var any = Vector512<ulong>.Zero;
        var flip = Vector512.Create(invert);
        for (var w = 0; w < CaseBlock.Words; w += Vector512<ulong>.Count)
        {
            var rows = Vector512.Create(mask[w..]) & (Vector512.Create(column[w..]) ^ flip);
            rows.CopyTo(kept[w..]);
            any |= rows;
        }
        return any != Vector512<ulong>.Zero;
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
