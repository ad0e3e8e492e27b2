using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>Time, so that a test of hours need not last a second.</summary>
internal interface IClock
{
    /// <summary>Gets the time of day in UTC.</summary>
    DateTime UtcNow { get; }

    /// <summary>Gets the time since some moment; unlike the time of day it never jumps.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Waits until a task has ended, or so much time has passed.</summary>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    void WaitAny(IReadOnlyCollection<Task> tasks, TimeSpan atMost, CancellationToken cancellation);
}
