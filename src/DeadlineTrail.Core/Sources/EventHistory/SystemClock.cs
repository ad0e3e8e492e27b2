using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>The machine's own time.</summary>
internal sealed class SystemClock : IClock
{
    /// <summary>The one there is: paces are shared over all readings of the process.</summary>
    internal static readonly SystemClock Instance = new();

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private SystemClock()
    {
    }

    /// <inheritdoc/>
    public DateTime UtcNow => DateTime.UtcNow;

    /// <inheritdoc/>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <inheritdoc/>
    public void WaitAny(IReadOnlyCollection<Task> tasks, TimeSpan atMost, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Rounded up: waking a moment early only means to wait again.
        var milliseconds = (int)Math.Ceiling(Math.Max(0, atMost.TotalMilliseconds));
        if (tasks.Count == 0)
        {
            cancellation.WaitHandle.WaitOne(milliseconds);
            cancellation.ThrowIfCancellationRequested();
        }
        else
        {
            Task.WaitAny(tasks.ToArray(), milliseconds, cancellation);
        }
    }
}
