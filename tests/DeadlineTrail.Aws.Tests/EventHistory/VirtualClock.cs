using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>Time that passes only when somebody waits: hours in no time, and the same each time.</summary>
internal sealed class VirtualClock : IClock
{
    internal static readonly DateTime Start = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private readonly PriorityQueue<Action, (TimeSpan Due, int Number)> _timers = new();
    private int _number;

    public TimeSpan Elapsed { get; private set; }

    public DateTime UtcNow => Start + Elapsed;

    public void WaitAny(IReadOnlyCollection<Task> tasks, TimeSpan atMost, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var until = Elapsed + atMost;
        while (!tasks.Any(task => task.IsCompleted))
        {
            if (!_timers.TryPeek(out _, out var next) || next.Due > until)
            {
                Elapsed = until;
                return;
            }

            Elapsed = next.Due;
            _timers.Dequeue()();
        }
    }

    /// <summary>A task that ends later.</summary>
    internal Task<T> After<T>(TimeSpan time, Func<T> result)
    {
        var ended = new TaskCompletionSource<T>();
        _timers.Enqueue(
            () =>
            {
                try
                {
                    ended.SetResult(result());
                }
                catch (Exception failure)
                {
                    ended.SetException(failure);
                }
            },
            (Elapsed + time, _number++));
        return ended.Task;
    }
}
