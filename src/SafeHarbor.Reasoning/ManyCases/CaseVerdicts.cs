namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>The verdicts of each single case of a block: for whoever wants more than counts.</summary>
/// <remarks>Not safe for several threads.</remarks>
public sealed class CaseVerdicts(CountPlan plan, BitProgram program)
{
    private readonly BitMachine _machine = new(program);

    /// <summary>The verdicts of the rows of a block, row by row, and within a row as <see cref="CountPlan.Verdicts"/> stand; none of a row that contradicts itself or is not valid.</summary>
    public Verdict[] Of(CaseBlock block)
    {
        var width = plan.Verdicts.Length;
        var verdicts = new Verdict[block.Rows * width];
        block.CopyTo(program.Inputs, _machine.Registers);
        _machine.Run(program.PossiblePart);
        var counted = _machine.Registers[program.PossiblePart.Outputs[0][0]].ToArray();
        for (var w = 0; w < CaseBlock.Words; w++)
            counted[w] &= block.Valid[w];
        for (var d = 0; d < program.Parts.Length; d++)
        {
            _machine.Run(program.Parts[d]);
            for (var law = 0; law < plan.Laws.Length; law++)
            {
                for (var flag = 0; flag < CountPlan.Flags; flag++)
                {
                    var column = _machine.Registers[program.Parts[d].Outputs[law][flag]];
                    for (var row = 0; row < block.Rows; row++)
                    {
                        if ((column[row >> 6] & counted[row >> 6] & 1UL << row) != 0)
                            verdicts[row * width + d * plan.Laws.Length + law] |= (Verdict)(1 << flag);
                    }
                }
            }
        }
        return verdicts;
    }
}
