using System;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>How long to wait before another attempt, and when to give up.</summary>
/// <param name="first">About how long the first time; then twice as long each time.</param>
/// <param name="longest">How long at most.</param>
/// <param name="attempts">How many attempts in a row may fail.</param>
/// <param name="patience">How long attempts may fail, from the first failure on.</param>
/// <param name="random">A number from 0 to 1, other each time.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, int attempts, TimeSpan patience, Func<double> random)
{
    private TimeSpan? _since;
    private int _failed;

    /// <summary>Gets when the attempts that fail began; null when the last one did not fail.</summary>
    internal TimeSpan? Since => _since;

    /// <summary>For throttling: others share the quota, and give it back some time.</summary>
    internal static Backoff OfThrottling(Func<double> random) =>
        new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), int.MaxValue, TimeSpan.FromMinutes(5), random);

    /// <summary>For failures that pass by themselves.</summary>
    internal static Backoff OfFailures(Func<double> random) =>
        new(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(10), 8, TimeSpan.FromMinutes(5), random);

    /// <summary>Notes that an attempt failed.</summary>
    /// <param name="now">When.</param>
    /// <param name="atMost">How many attempts may fail, where it is fewer.</param>
    /// <returns>How long to wait; null to give up.</returns>
    internal TimeSpan? Failed(TimeSpan now, int atMost = int.MaxValue)
    {
        _since ??= now;
        if (++_failed >= Math.Min(attempts, atMost) || now - _since > patience)
        {
            return null;
        }

        // Between half and the whole: those who were turned away together must not come back together, nor at once.
        var whole = Math.Min(longest.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(_failed - 1, 30)));
        return TimeSpan.FromSeconds(whole * (0.5 + (random() / 2)));
    }

    /// <summary>Notes that an attempt worked.</summary>
    internal void Worked()
    {
        _since = null;
        _failed = 0;
    }
}
