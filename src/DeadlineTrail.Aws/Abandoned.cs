using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Aws;

/// <summary>Waits for what cannot be cancelled itself: a program, a metadata service that never answers.</summary>
internal static class Abandoned
{
    /// <summary>Waits until a task has ended, or the waiting is cancelled; then the task is left to itself.</summary>
    /// <exception cref="System.OperationCanceledException">The waiting was cancelled.</exception>
    internal static async Task<T> OnCancel<T>(Task<T> task, CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellation.Register(() => stopped.TrySetResult(true)))
        {
            await Task.WhenAny(task, stopped.Task).ConfigureAwait(false);
        }

        cancellation.ThrowIfCancellationRequested();
        return await task.ConfigureAwait(false);
    }
}
