using System;
using System.Collections.Concurrent;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// "The rate of lookup requests is limited to two per second, per account, per Region. If this limit is exceeded, a
/// throttling error occurs", https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html. So one
/// pace for each account and Region, shared by everything in this process.
/// </summary>
/// <param name="clock">Time.</param>
/// <param name="interval">How far apart two requests must be.</param>
internal sealed class RequestQuota(IClock clock, TimeSpan interval)
{
    /// <summary>Two a second, and these evenly: a pair at once would be two of three in somebody else's second.</summary>
    internal static readonly TimeSpan LookupInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string Owner, string Region), RequestPace> _paces = new();

    /// <summary>Gets the quota of this process.</summary>
    internal static RequestQuota OfProcess { get; } = new(SystemClock.Instance, LookupInterval);

    /// <summary>Gives the pace of an account in a Region.</summary>
    internal RequestPace Of(string owner, string region) => _paces.GetOrAdd((owner, region), _ => new RequestPace(clock, interval));
}

/// <summary>A token bucket that holds one token. Safe for several threads.</summary>
/// <param name="clock">Time.</param>
/// <param name="interval">How long it takes until there is a token again.</param>
internal sealed class RequestPace(IClock clock, TimeSpan interval)
{
    private readonly object _gate = new();
    private TimeSpan _next = TimeSpan.MinValue;

    /// <summary>Takes the token if there is one.</summary>
    /// <param name="wait">How long it takes at least until there is one.</param>
    internal bool TryTake(out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = clock.Elapsed;
            if (now < _next)
            {
                wait = _next - now;
                return false;
            }

            _next = now + interval;
            wait = TimeSpan.Zero;
            return true;
        }
    }
}
