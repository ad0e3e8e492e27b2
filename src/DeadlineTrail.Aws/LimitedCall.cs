using System;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Aws;

/// <summary>
/// A call with a limit of its own for the whole answer. The SDK's ends with the headers, and a body that never ends would
/// hold up everything.
/// </summary>
internal static class LimitedCall
{
    /// <summary>Makes it, once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    internal static async Task<T> MakeAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            return await Abandoned.OnCancel(call(limit.Token), limit.Token).ConfigureAwait(false);
        }
        catch (Exception ended) when (limit.IsCancellationRequested)
        {
            // Some ways of being cancelled end in another exception.
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException("No answer came in time.", ended);
        }
    }
}
