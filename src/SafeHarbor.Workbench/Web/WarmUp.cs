using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>Works out how every state's law stands, today and then on the other days of the map, and what changed in between, while the first visitors already read.</summary>
internal sealed class WarmUp(LawDesk desk) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stop) => Task.Factory.StartNew(() => Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stop)
    {
        // Visitors come first: what they ask for is worked out by other threads, at once.
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        var standings = CountryMap.DaysOf(desk).Reverse().SelectMany(day => desk.States.Select(state => (Action)(() => _ = desk.On(state, day).Standing)));
        var changes = desk.Library.Jurisdictions.Select(jurisdiction => (Action)(() => _ = desk.On(jurisdiction, desk.Today).Changes));
        foreach (var work in standings.Concat(changes))
        {
            if (stop.IsCancellationRequested)
                return;
            try
            {
                work();
            }
#pragma warning disable CA1031 // what fails here fails again when it is asked for, and is told then; it must not stop the site
            catch (Exception)
#pragma warning restore CA1031
            {
                return;
            }
        }
    }
}
