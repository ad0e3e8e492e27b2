using System;
using System.Collections.Generic;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// One lookup in the Event history of one Region: which requests are due, and up to which time its answer is complete.
/// </summary>
/// <remarks>
/// One chain of pages cannot use the quota when a page takes longer than the quota's interval. So when there is quota to
/// spare while a request is under way, the rest of the range is cut: the chain that is under way ends a few pages further
/// on, as far as can be told from how dense the events are, and another one begins there. Two requests are under way at
/// most, and what is ahead of the merge is bounded.
/// </remarks>
internal sealed class RegionLookup
{
    /// <summary>How many requests may be under way at once.</summary>
    internal const int MostUnderWay = 2;

    // A cut costs about half a page that is read twice, and what is behind it waits in memory for what is before it.
    private const int PagesBeforeCut = 8;
    private const int PagesAhead = 32;

    // Somebody who cannot reach a host does not want to wait long to be told.
    private const int UnreachableAttempts = 3;
    private const int ExpiredAttempts = 3;

    private readonly long? _start;
    private readonly long _end;
    private readonly RequestPace _pace;
    private readonly IClock _clock;
    private readonly Func<double> _random;
    private readonly List<(LookupChain Chain, Backoff Failures)> _chains = [];
    private readonly List<long> _ahead = [];
    private readonly Backoff _throttling;
    private HistoryFailure? _failure;
    private LookupChain? _failed;
    private TimeSpan _notBefore = TimeSpan.MinValue;
    private int _underWay;

    /// <summary>Makes the lookup of a Region.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="attribute">The attribute that the service compares, or null.</param>
    /// <param name="start">The first second (ticks, UTC) that counts; null for as far back as there is.</param>
    /// <param name="end">The last second.</param>
    /// <param name="pace">The quota's pace.</param>
    /// <param name="clock">Time.</param>
    /// <param name="random">A number from 0 to 1, other each time.</param>
    internal RegionLookup(HistoryRegion region, LookupAttribute? attribute, long? start, long end, RequestPace pace, IClock clock, Func<double> random)
    {
        Region = region;
        Attribute = attribute;
        _start = start;
        _end = end;
        _pace = pace;
        _clock = clock;
        _random = random;
        _throttling = Backoff.OfThrottling(random);
        Open(end, isFirst: true);
    }

    /// <summary>Gets the Region.</summary>
    internal HistoryRegion Region { get; }

    /// <summary>Gets the attribute that the service compares; null for every event.</summary>
    internal LookupAttribute? Attribute { get; }

    /// <summary>Gets how many pages came.</summary>
    internal int Pages { get; private set; }

    /// <summary>Gets how many requests were turned away because there were too many.</summary>
    internal int Throttled { get; private set; }

    /// <summary>Gets the ticks (UTC) of the server's time at its first answer; null when it did not say.</summary>
    internal long? FirstAnswer { get; private set; }

    /// <summary>Gets a value indicating whether nothing more will come.</summary>
    internal bool IsFinished => _chains.Count == 0 || Failure is not null;

    /// <summary>Gets why the Region left the answer; null when it did not.</summary>
    internal HistoryFailure? Failure => _failed is not null && _chains.Count > 0 && _chains[0].Chain == _failed ? _failure : null;

    /// <summary>Gets since when the service turns requests away; null when it does not.</summary>
    internal TimeSpan? ThrottledSince => _throttling.Since;

    /// <summary>Gets the time (ticks, UTC) behind which nothing can come any more.</summary>
    internal long Watermark => IsFinished ? EventOrder.Everything : _chains[0].Chain.Position;

    /// <summary>Gives the chain whose next request is due now; the caller makes it.</summary>
    /// <param name="merged">The time (ticks, UTC) that all Regions together have come to; what is older is held in memory.</param>
    /// <param name="wait">How long it takes until one may be due; null when that depends on something else than time.</param>
    internal LookupChain? TakeDue(long merged, out TimeSpan? wait)
    {
        wait = null;
        if (IsFinished || _underWay == MostUnderWay)
        {
            return null;
        }

        var now = _clock.Elapsed;
        if (now < _notBefore)
        {
            wait = _notBefore - now;
            return null;
        }

        var chain = Waiting(merged);
        if (chain is null && !CanCut(merged))
        {
            return null;
        }

        if (!_pace.TryTake(out var pause))
        {
            wait = pause;
            return null;
        }

        chain ??= Cut();
        chain.IsBusy = true;
        _underWay++;
        return chain;
    }

    /// <summary>Takes a page.</summary>
    /// <returns>The events that are new.</returns>
    internal List<HistoryRecord> Complete(LookupChain chain, IEnumerable<HistoryRecord> records, string? nextToken)
    {
        End(chain);
        Pages++;
        _throttling.Worked();
        _chains.Find(each => each.Chain == chain).Failures?.Worked();
        var news = chain.Take(records, nextToken);
        _ahead.Add(chain.Position);
        if (chain.IsStuck)
        {
            GiveUp(chain, null, "its pages lead round in a circle (the token of the next page makes no progress)", null);
        }

        while (_chains.Count > 0 && _chains[0].Chain.IsDone)
        {
            _chains.RemoveAt(0);
        }

        return news;
    }

    /// <summary>Notes the server's time of an answer.</summary>
    internal void Answered(long? serverTicks) => FirstAnswer = serverTicks < FirstAnswer || FirstAnswer is null ? serverTicks ?? FirstAnswer : FirstAnswer;

    /// <summary>Notes that a request failed, and decides whether and when to go on.</summary>
    internal void Fail(LookupChain chain, AwsCallException failure)
    {
        End(chain);
        if (IsFinished)
        {
            return;
        }

        var failures = _chains.Find(each => each.Chain == chain).Failures;
        var now = _clock.Elapsed;
        TimeSpan? pause;
        if (failure.Failure == AwsFailure.Throttled)
        {
            // The token stays good.
            Throttled++;
            pause = _throttling.Failed(now);
        }
        else
        {
            pause = failure.Failure switch
            {
                AwsFailure.Transient or AwsFailure.InvalidToken => failures.Failed(now),
                AwsFailure.Unreachable => failures.Failed(now, UnreachableAttempts),
                AwsFailure.ExpiredCredentials => failures.Failed(now, ExpiredAttempts),
                _ => null,
            };
            chain.Resume();
        }

        if (pause is { } later)
        {
            _notBefore = now + later;
        }
        else
        {
            GiveUp(chain, failure.Failure, failure.Message, failure);
        }
    }

    private LookupChain? Waiting(long merged)
    {
        for (var at = 0; at < _chains.Count && _chains[at].Chain != _failed; at++)
        {
            var chain = _chains[at].Chain;
            if (!chain.IsBusy && !chain.IsDone)
            {
                // Whoever holds everybody else up may always go on.
                return (at == 0 && chain.Position >= merged) || HasRoom(merged) ? chain : null;
            }
        }

        return null;
    }

    private bool CanCut(long merged) => _failed is null && HasRoom(merged) && CutAt() is not null;

    private bool HasRoom(long merged)
    {
        _ahead.RemoveAll(position => position > merged);
        return _ahead.Count < PagesAhead;
    }

    /// <summary>The second at which the last chain should end, if there is much behind it; else null.</summary>
    private long? CutAt()
    {
        var last = _chains[_chains.Count - 1].Chain;
        if (last.IsDone || last.PageSpan is not { } span)
        {
            return null;
        }

        var far = Math.Max(span, TimeSpan.TicksPerSecond) * PagesBeforeCut;
        var at = last.Position - far;
        at -= at % TimeSpan.TicksPerSecond;
        return at > (_start ?? _end - HistoryRange.Kept.Ticks) ? at : null;
    }

    private LookupChain Cut()
    {
        var at = CutAt()!.Value;
        _chains[_chains.Count - 1].Chain.Shorten(at);
        return Open(at, isFirst: false);
    }

    private LookupChain Open(long end, bool isFirst)
    {
        var chain = new LookupChain(_start, end, endBelongsToOther: !isFirst);
        _chains.Add((chain, Backoff.OfFailures(_random)));
        return chain;
    }

    private void End(LookupChain chain)
    {
        chain.IsBusy = false;
        _underWay--;
    }

    /// <summary>What is newer than where the chain stands may still come, from others; then the Region leaves.</summary>
    private void GiveUp(LookupChain chain, AwsFailure? failure, string reason, Exception? cause)
    {
        if (_failed is null || IsBefore(chain, _failed))
        {
            _failed = chain;
            _failure = new HistoryFailure(failure, reason, Pages == 0 ? null : chain.Position, cause);
        }
    }

    private bool IsBefore(LookupChain chain, LookupChain other) =>
        _chains.FindIndex(each => each.Chain == chain) < _chains.FindIndex(each => each.Chain == other);
}
