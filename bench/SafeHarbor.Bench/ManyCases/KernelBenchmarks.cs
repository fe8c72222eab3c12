using BenchmarkDotNet.Attributes;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Bench.ManyCases;

/// <summary>One block of cases, step by step.</summary>
public class KernelBenchmarks
{
    private CaseBlock _block = null!;
    private BitMachine _machine = null!;
    private CaseCounter _counter = null!;
    private BitProgram _program = null!;

    [Params("US-KY", "US-WA")]
    public string Law { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var plan = BenchLaw.Plan(Law);
        _program = BitCompiler.Compile(plan);
        _block = BenchLaw.Blocks(plan, BenchLaw.Cases(CaseBlock.Capacity, 0.1, seed: 1))[0];
        _machine = new BitMachine(_program);
        _counter = new CaseCounter(plan, _program);
    }

    [Benchmark(OperationsPerInvoke = CaseBlock.Capacity)]
    public void CellsToBits() => _block.CopyTo(_program.Inputs, _machine.Registers);

    [Benchmark(OperationsPerInvoke = CaseBlock.Capacity)]
    public void Program()
    {
        _machine.Run(_program.PossiblePart);
        foreach (var part in _program.Parts)
            _machine.Run(part);
    }

    [Benchmark(OperationsPerInvoke = CaseBlock.Capacity, Baseline = true)]
    public void Count() => _counter.Count(_block, _ => { });
}
