using BenchmarkDotNet.Running;
using SafeHarbor.Bench.ManyCases;

// `peers`: the same law and cases through other engines, in one run. `growth`: how cost grows. Anything else: BenchmarkDotNet.
switch (args)
{
    case ["peers", .. var rest]:
        PeersRun.Run(rest);
        break;
    case ["growth"]:
        GrowthRun.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
