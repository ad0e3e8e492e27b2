using System;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Recording;

/// <summary>Single calls of LookupEvents, within the quota that this process has.</summary>
internal static class RequestPauses
{
    private const int Attempts = 3;

    /// <summary>Makes one as soon as the quota allows it, and again if the service was asked too often by others.</summary>
    internal static async Task<LookupPage> LookupAsync(IAwsSession aws, LookupRequest request, CancellationToken cancellation)
    {
        var pace = RequestQuota.OfProcess.Of(aws.QuotaOwner, request.Region);
        for (var attempt = 1; ; attempt++)
        {
            while (!pace.TryTake(out var wait))
            {
                await Task.Delay(wait, cancellation).ConfigureAwait(false);
            }

            try
            {
                return await aws.EventHistory.LookupAsync(request, cancellation).ConfigureAwait(false);
            }
            catch (AwsCallException failure) when (attempt < Attempts && failure.Failure is (AwsFailure.Throttled or AwsFailure.Transient))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500 << attempt), cancellation).ConfigureAwait(false);
            }
        }
    }
}
