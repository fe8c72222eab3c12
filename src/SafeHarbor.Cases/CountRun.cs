using System.Runtime.ExceptionServices;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>
/// One run over a file: threads take the next piece each, and what the pieces come to is added up in their order, so that
/// lines are numbered rightly and a checkpoint says no more than how many of the first pieces are done.
/// </summary>
internal sealed class CountRun
{
    /// <summary>Bad rows kept to be shown.</summary>
    public const int BadRowsShown = 100;

    // How far a thread may run ahead of the slowest, in pieces for each thread: results that wait take memory.
    private const int Ahead = 4;

    private readonly CountPlan _plan;
    private readonly ICaseSource _source;
    private readonly CountOptions _options;
    private readonly string _key;
    private readonly BitProgram _program;
    private readonly Lock _taking = new();
    private readonly SemaphoreSlim _room;
    private readonly Dictionary<int, PieceResult> _waiting = [];
    private readonly List<BadRow> _badRows = [];
    private readonly VerdictCounts _counts;
    private readonly int _start;
    private readonly long? _resumedAtLine;
    private BadRowFile? _badRowFile;
    private Exception? _failure;
    private int _next;
    private int _merged;
    private long _lines;
    private long _badRowCount;
    private long _lastCheckpoint;
    private bool _cannotCheckpoint;

    public CountRun(CountPlan plan, ICaseSource source, CountOptions options, string key)
    {
        (_plan, _source, _options, _key) = (plan, source, options, key);
        _program = BitCompiler.Compile(plan);
        _room = new SemaphoreSlim(options.Threads * Ahead);
        var groups = options.By is null ? 1 : GroupNames.CountOf(options.By);
        _counts = new VerdictCounts(plan.Demands.Length, groups, plan.Laws.Length == 2);
        var earlier = options.CheckpointPath is { } path ? Checkpoint.TryRead(path, key, _counts) : null;
        if (earlier is null)
            _counts = new VerdictCounts(plan.Demands.Length, groups, plan.Laws.Length == 2); // a damaged one may have left something
        else
            (_start, _lines, _badRowCount, _resumedAtLine) = (earlier.Pieces, earlier.Lines, earlier.BadRowCount, source.FirstLine + earlier.Lines);
        _badRows.AddRange(earlier?.BadRows ?? []);
        _badRowFile = options.BadRowsPath is null ? null : new BadRowFile(options.BadRowsPath, earlier?.BadRowsLength ?? 0);
        _next = _merged = _start;
        _lastCheckpoint = options.Clock.GetTimestamp();
    }

    public CountResult Run()
    {
        using var file = _badRowFile;
        var threads = Enumerable.Range(0, Math.Min(_options.Threads, Math.Max(1, _source.Pieces - _start))).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        if (_options.CheckpointPath is { } path)
            File.Delete(path);
        return new CountResult(_counts, _lines, _badRowCount, _badRows, [.. _source.Columns.Lacking(_plan.Vocabulary)], _resumedAtLine);
    }

    private void Work()
    {
        try
        {
            var worker = new CaseWorker(_plan, _program, _source.Columns, _options.By, _badRowFile is null ? BadRowsShown : int.MaxValue);
            while (true)
            {
                _room.Wait();
                int piece;
                lock (_taking)
                {
                    if (_failure is not null || _next >= _source.Pieces)
                    {
                        _room.Release(); // the next thread must come to see it too
                        return;
                    }
                    piece = _next++;
                }
                _source.Read(piece, worker);
                var result = worker.Take();
                lock (_taking)
                    Merge(piece, result);
            }
        }
#pragma warning disable CA1031 // it is thrown again where the run was asked for
        catch (Exception error)
#pragma warning restore CA1031
        {
            lock (_taking)
                _failure ??= error;
            _room.Release(_options.Threads);
        }
    }

    private void Merge(int piece, PieceResult result)
    {
        _waiting[piece] = result;
        while (_failure is null && _waiting.Remove(_merged, out var next))
        {
            _counts.Add(next.Counts);
            var bad = next.BadRows.Select(b => b with { Line = b.Line + _source.FirstLine + _lines }).ToList();
            _badRows.AddRange(bad.Take(BadRowsShown - _badRows.Count));
            _badRowFile?.Write(bad);
            _badRowCount += next.BadRowCount;
            _lines += next.Lines;
            _merged++;
            _room.Release();
            _options.Progress?.Invoke(_merged, _source.Pieces);
            if (_merged < _source.Pieces && _options.Clock.GetElapsedTime(_lastCheckpoint) >= _options.CheckpointEvery)
                WriteCheckpoint();
        }
    }

    private void WriteCheckpoint()
    {
        if (_options.CheckpointPath is not { } path || _cannotCheckpoint)
            return;
        try
        {
            new Checkpoint(_merged, _lines, _badRowCount, _badRows, _badRowFile?.FlushedLength() ?? 0, _counts).Write(path, _key);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _cannotCheckpoint = true; // the count itself is not at stake: it only cannot be taken up again
        }
        _lastCheckpoint = _options.Clock.GetTimestamp();
    }
}
