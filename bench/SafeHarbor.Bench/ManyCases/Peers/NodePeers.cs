using System.Diagnostics;
using System.Text.Json;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Bench.ManyCases.Peers;

/// <summary>Rule engines of JavaScript, run by bench/peers/run.mjs on the same rules and cases; each is held to our verdicts there.</summary>
internal static class NodePeers
{
    public static IEnumerable<(string Name, double Nanoseconds, long Differences)> Run(IReadOnlyList<DemandRules> rules, IReadOnlyList<int[]> cases, IReadOnlyList<Verdict[]> expected)
    {
        var folder = BenchLaw.PeersFolder;
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Console.Error.WriteLine("the JavaScript peers are left out: run `npm install` in bench/peers first");
            yield break;
        }
        var file = Path.Combine(Path.GetTempPath(), $"safeharbor-peers-{Environment.ProcessId}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            demands = rules.Select(r => new
            {
                id = r.Demand.Id,
                verdicts = r.Verdicts.Select(v => new
                {
                    verdict = (int)v.Verdict,
                    terms = v.Terms.Select(t => t.Facts.ToDictionary(f => f.Fact.Name, f => f.Values.Values().Select(x => f.Fact.Values[x]))),
                }),
            }),
            cases = cases.Select(c => BenchLaw.Library.Vocabulary.Facts.ToDictionary(f => f.Name, f => f.Values[c[f.Index]])),
            expected = expected.Select(e => e.Select(v => (int)v)),
        }));
        using var process = Process.Start(new ProcessStartInfo("node", ["run.mjs", file]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("name").GetString()!, json.RootElement.GetProperty("nanoseconds").GetDouble(), json.RootElement.GetProperty("differences").GetInt64());
        }
        process.WaitForExit();
        File.Delete(file);
    }
}
