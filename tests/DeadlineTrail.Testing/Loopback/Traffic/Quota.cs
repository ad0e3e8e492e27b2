using System;
using System.Collections.Generic;
using System.Threading;

namespace DeadlineTrail.Testing.Loopback.Traffic;

/// <summary>
/// "The rate of lookup requests is limited to two per second, per account, per region. If this limit is exceeded, a throttling
/// error occurs." - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html.
/// <para>
/// A bucket that holds one second's worth and fills steadily. How AWS counts is not documented; this allows a burst of two
/// and then one each half second, so a client may neither burst more nor send more on average.
/// </para>
/// </summary>
internal sealed class Quota(TimeProvider clock, TimeSpan jitter)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Operation, string Account, string Region), (double Tokens, DateTimeOffset At)> _buckets = [];

    /// <summary>Whether a request is within the quota; only one that is uses it up.</summary>
    public bool Take(AwsCall call, double perSecond)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (_lock)
        {
            var bucket = (call.Operation, call.AccountId, call.Region);
            (double tokens, DateTimeOffset at) = _buckets.GetValueOrDefault(bucket, (perSecond, now));
            tokens = Math.Min(perSecond, tokens + ((now - at).TotalSeconds * perSecond));

            // A client that sends exactly on time can be seen a little early: two requests are not delayed alike on their way.
            bool within = tokens >= 1 - (jitter.TotalSeconds * perSecond);
            _buckets[bucket] = (within ? tokens - 1 : tokens, now);
            return within;
        }
    }
}
