using System;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>How often something is tried again that a lost connection ended, and after how long.</summary>
internal static class RetryPause
{
    /// <summary>How often something is tried in all. Whoever keeps the logs may have tried more often for each of them.</summary>
    internal const int Attempts = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether another attempt may help.</summary>
    /// <param name="failure">What ended the attempt.</param>
    /// <param name="attempt">Which one it was, from 1.</param>
    internal static bool MayHelp(Exception failure, int attempt) => attempt < Attempts && failure is IOException and not LogStoreException;

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="attempt">Which one ended, from 1.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void Wait(int attempt, CancellationToken cancellation)
    {
        cancellation.WaitHandle.WaitOne(TimeSpan.FromTicks(First.Ticks << (attempt - 1)));
        cancellation.ThrowIfCancellationRequested();
    }
}
