using System.Collections.Immutable;
using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>The only instruction: target = or | (left &amp; right), bit by bit over the rows of a block.</summary>
/// <remarks>One kind of instruction leaves the machine nothing to branch on; it is one ternary-logic instruction where the processor has it.</remarks>
public readonly record struct BitOp(int Target, int Or, int Left, int Right);

/// <summary>A column of bits that a block of cases gives: for each row, whether the case allows some value of this class.</summary>
public readonly record struct BitInput(Fact Fact, int Class);

/// <summary>The part of a program that answers one demand.</summary>
/// <param name="From">Zero-based place of its first instruction.</param>
/// <param name="To">The place after its last.</param>
/// <param name="Outputs">For each law the registers of the five verdict flags; valid until the next part runs.</param>
public sealed record BitPart(int From, int To, ImmutableArray<ImmutableArray<int>> Outputs);

/// <summary>
/// A plan as one straight line of instructions over registers of bits. The first registers are the inputs in their order;
/// then one of zeros and one of ones; the rest are used again as soon as what they hold is no longer needed.
/// </summary>
/// <param name="PossiblePart">Answers whether the case can be at all: its only output, as the first flag of the first law.</param>
/// <param name="Parts">One for each demand of the plan, in order, after <paramref name="PossiblePart"/>.</param>
public sealed record BitProgram(
    ImmutableArray<BitInput> Inputs, ImmutableArray<BitOp> Ops, BitPart PossiblePart, ImmutableArray<BitPart> Parts, int Registers)
{
    public int Zeros => Inputs.Length;

    public int Ones => Inputs.Length + 1;
}
