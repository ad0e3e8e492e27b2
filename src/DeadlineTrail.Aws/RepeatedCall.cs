using System;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>A call that is made again a few times where that may help.</summary>
internal static class RepeatedCall
{
    private const int Attempts = 5;

    /// <summary>Makes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="access">How long it may take each time, and whose credentials are let go of when they have expired.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AwsCallException">It failed to the end.</exception>
    internal static async Task<T> MakeAsync<T>(Func<CancellationToken, Task<T>> call, AwsAccess access, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await LimitedCall.MakeAsync(call, access.CallLimit, cancellation).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not (OutOfMemoryException or AwsSetupException))
            {
                cancellation.ThrowIfCancellationRequested();
                var failure = AwsFailures.Of(thrown);
                var isExpired = failure.Failure == AwsFailure.ExpiredCredentials && attempt == 1;
                if (isExpired)
                {
                    access.Renew();
                }
                else if (attempt == Attempts || failure.Failure is not (AwsFailure.Throttled or AwsFailure.Transient))
                {
                    throw failure;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200 << attempt), cancellation).ConfigureAwait(false);
        }
    }
}
