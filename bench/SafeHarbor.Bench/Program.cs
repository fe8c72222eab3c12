using BenchmarkDotNet.Running;
using SafeHarbor.Bench.ManyCases;
using EveryCase = SafeHarbor.Bench.EveryCase;

// `peers`: the same law and cases through other engines, in one run. `growth`: how cost grows. `every-…`: the same of every child.
// Anything else: BenchmarkDotNet.
switch (args)
{
    case ["peers", .. var rest]:
        PeersRun.Run(rest);
        break;
    case ["growth"]:
        GrowthRun.Run();
        break;
    case ["every-peers", .. var rest]:
        EveryCase.PeersRun.Run(rest);
        break;
    case ["every-growth", .. var rest]:
        EveryCase.GrowthRun.Run(rest);
        break;
    case ["every-edit", .. var rest]:
        EveryCase.EditRun.Run(rest);
        break;
    case ["every-reform", .. var rest]:
        EveryCase.ReformRun.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
