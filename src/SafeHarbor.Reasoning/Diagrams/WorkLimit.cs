namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>
/// How much work diagrams may take, for a law that a stranger wrote: a few lines can ask for more than any machine has.
/// Not safe for several threads.
/// </summary>
/// <param name="steps">Steps allowed: nodes made and pairs of nodes joined.</param>
/// <param name="cancellation">Ends the work sooner, where nobody waits for it any more.</param>
public sealed class WorkLimit(long steps, CancellationToken cancellation)
{
    private const int Between = 4_096;

    private long _done;

    /// <exception cref="WorkLimitException">The steps are used up.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    internal void Step()
    {
        if (++_done > steps)
            throw new WorkLimitException(steps);
        if (_done % Between == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}

/// <summary>A question that needs more work than was allowed.</summary>
public sealed class WorkLimitException(long steps) : Exception($"the question needs more than {steps} steps")
{
    public long Steps { get; } = steps;
}
