using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Bench.Web;

/// <summary>
/// The public site under load: first how long one reader waits for a page that is worked out, and for one that is kept; then
/// many readers at once, each on a connection of its own, who read as people and programs do. The readers share the machine
/// with the server, so their waits are upper bounds.
/// </summary>
internal static class LoadRun
{
    private const int UsualSeconds = 30;
    private const int UsualReaders = 500;
    private const int Seed = 2016;

    /// <summary>How long a reader looks at a page before the next: a person takes longer.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(2);

    public static async Task Run(string[] arguments)
    {
        var seconds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : UsualSeconds;
        var readers = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : UsualReaders;
        await using var app = WorkbenchHost.Build(BenchLaw.Library, new WorkbenchOptions(0));
        await app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = readers, UseProxy = false, PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br");

        await Fetch(client, "/");
        await Fetch(client, "/changes.atom");
        var states = BenchLaw.Library.Jurisdictions.Where(j => j.Within == "US").Select(j => "/" + j.Id.ToLowerInvariant()).ToList();
        Console.WriteLine($"One reader, {states.Count} states (milliseconds):");
        await OneByOne(client, "gap page, worked out", states);
        await OneByOne(client, "gap page, kept", states);
        var demands = BenchLaw.Library.Demands.Select(d => d.Id.ToLowerInvariant()).ToList();
        var pages = states.SelectMany(s => new[] { $"{s}/demand/{demands[s.Length % demands.Count]}", $"{s}/demand/r3.arrest" }).ToList();
        await OneByOne(client, "demand in a state, worked out", pages);
        await OneByOne(client, "demand in a state, kept", pages);

        Console.WriteLine($"{readers} readers at once for {seconds} s, each a page every {Reading.TotalSeconds} s:");
        var (waits, errors, bytes) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), 0L);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
        {
            var random = new Random(Seed + reader);
            await Pause(Reading * random.NextDouble(), end.Token);
            while (!end.IsCancellationRequested)
            {
                var path = Next(random, states, demands);
                var watch = Stopwatch.StartNew();
                try
                {
                    Interlocked.Add(ref bytes, await Fetch(client, path));
                    waits.Add(watch.Elapsed.TotalMilliseconds);
                }
                catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                {
                    errors.Add($"{path}: {e.Message}");
                }
                await Pause(Reading * (0.5 + random.NextDouble()), end.Token);
            }
        }));
        Tell("any page", [.. waits]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {waits.Count} pages, {waits.Count / (double)seconds:0} a second, {bytes / 1e6:0} MB sent; {errors.Count} errors; {Environment.WorkingSet / 1e6:0} MB of memory, the readers' among it"));
        foreach (var error in errors.Take(5))
            Console.WriteLine("  " + error);
        await app.StopAsync();
    }

    /// <summary>What people and programs read: mostly the map and states, some demands, provisions, searches, data.</summary>
    private static string Next(Random random, List<string> states, List<string> demands)
    {
        var (state, demand) = (states[random.Next(states.Count)], demands[random.Next(demands.Count)]);
        return random.Next(100) switch
        {
            < 20 => "/",
            < 50 => state,
            < 65 => $"{state}/demand/{demand}",
            < 72 => $"/demand/{demand}",
            < 77 => "/states",
            < 82 => $"{state}/child",
            < 87 => $"/search?q={(random.Next(2) == 0 ? "buyer" : "custody")}",
            < 90 => $"/library{state}",
            < 94 => $"/api/v1/jurisdictions{state}/gaps",
            < 97 => $"{state}/changes.atom",
            < 99 => "/map.json",
            _ => $"{state}/on/2020-01-01",
        };
    }

    private static async Task OneByOne(HttpClient client, string what, IReadOnlyCollection<string> paths)
    {
        var (waits, processor) = (new List<double>(), Environment.CpuUsage.TotalTime);
        foreach (var path in paths)
        {
            var watch = Stopwatch.StartNew();
            await Fetch(client, path);
            waits.Add(watch.Elapsed.TotalMilliseconds);
        }
        Tell(what, [.. waits]);
        // What a busy neighbour does not change much.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    processor time, the reader's among it: {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / paths.Count:0.00} a page"));
    }

    private static async Task<int> Fetch(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private static async Task Pause(TimeSpan time, CancellationToken end)
    {
        try
        {
            await Task.Delay(time, end);
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private static void Tell(string what, double[] waits)
    {
        Array.Sort(waits);
        double At(double share) => waits[(int)Math.Min(waits.Length - 1, share * waits.Length)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: median {At(0.5):0.00}, 90th percentile {At(0.9):0.00}, 99th {At(0.99):0.00}, longest {waits[^1]:0.0}"));
    }
}
