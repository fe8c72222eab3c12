using System.Runtime.ExceptionServices;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Briefs;

/// <summary>
/// Looks for reforms only as long as a reader will wait. A search has a budget of steps, but in a few laws one step is long; a
/// document then says that none was found in time, and is still there in time.
/// </summary>
/// <param name="patience">How long all searches together may take; null to wait for as long as they do, so that the answer never depends on the machine.</param>
internal sealed class PatientReforms(Func<ReformSearch> search, TimeSpan? patience)
{
    private const int StackBytes = 64 << 20; // diagrams are walked in depth

    private readonly Lazy<ReformSearch> _search = new(search);
    private TimeSpan? _left = patience;
    private bool _gaveUp;

    public ReformResult Find(IReadOnlyList<Demand> demands, int alternatives) =>
        Within(s => demands.Count == 1 ? s.Find(demands, alternatives) : s.FindTogether(demands)) ?? new ReformResult([.. demands], [], false, [], 0, null);

    private ReformResult? Within(Func<ReformSearch, ReformResult> find)
    {
        if (_left is not { } left)
            return find(_search.Value);
        if (_gaveUp)
            return null; // the search that was given up still works in its thread, and is not safe to ask
        var begun = TimeProvider.System.GetTimestamp();
        (ReformResult? Found, ExceptionDispatchInfo? Failed) outcome = default;
        var thread = new Thread(() =>
        {
            try
            {
                outcome.Found = find(_search.Value);
            }
#pragma warning disable CA1031 // it is thrown again where it was asked for
            catch (Exception error)
#pragma warning restore CA1031
            {
                outcome.Failed = ExceptionDispatchInfo.Capture(error);
            }
        }, StackBytes)
        { IsBackground = true, Name = "reforms" };
        thread.Start();
        _gaveUp = !thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        _left = left - TimeProvider.System.GetElapsedTime(begun);
        if (_gaveUp)
            return null;
        outcome.Failed?.Throw();
        return outcome.Found;
    }
}
