using System.Diagnostics;

namespace SafeHarbor.Bench;

/// <summary>Times a piece of work: the best of several rounds, for the machine is shared and only the best is undisturbed.</summary>
internal static class Timing
{
    /// <returns>Nanoseconds for each item.</returns>
    public static double NanosecondsPer(long items, Action work, int rounds = 5, double atLeastSeconds = 0.3, double warmSeconds = 1.5)
    {
        // Until the compiler has made its best of it.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < warmSeconds;)
            work();
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var (done, watch) = (0L, Stopwatch.StartNew());
            do
            {
                work();
                done += items;
            }
            while (watch.Elapsed.TotalSeconds < atLeastSeconds);
            best = Math.Min(best, watch.Elapsed.TotalNanoseconds / done);
        }
        return best;
    }
}
