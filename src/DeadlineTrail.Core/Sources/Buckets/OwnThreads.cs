using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>
/// Does the same with many things at once, on threads made for it. What is done waits for answers from the network, and
/// those are handed over by threads of the pool: with the pool's own threads waiting, nobody would be left to do that.
/// </summary>
internal static class OwnThreads
{
    /// <summary>Does it, and waits until it is done.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void ForEach<T>(IReadOnlyList<T> things, int threads, Action<T> action, CancellationToken cancellation)
    {
        var next = -1;
        var workers = Enumerable.Range(0, Math.Min(threads, things.Count)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (int at; (at = Interlocked.Increment(ref next)) < things.Count;)
                {
                    cancellation.ThrowIfCancellationRequested();
                    action(things[at]);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        Task.WhenAll(workers.ToArray()).GetAwaiter().GetResult();
    }
}
