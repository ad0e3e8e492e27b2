using System;
using System.Collections.Generic;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// A chain of pages through one window of time, newest first: which request comes next, what of a page is new, and where
/// to go on when the chain breaks. It knows no network and no clock.
/// </summary>
/// <remarks>
/// A chain that breaks (a token that is not taken any more, a page that failed) is begun again at the oldest second it
/// had reached, and what comes twice is left out. That the service's order is right is checked, not trusted: a chain in
/// which it was wrong begins at its very end again.
/// </remarks>
internal sealed class LookupChain
{
    /// <summary>How many pages in a row may bring nothing new before the chain counts as going in a circle.</summary>
    internal const int PagesWithoutNews = 500;

    /// <summary>How often in a row a chain may come back to the same token, or break, without any news between.</summary>
    private const int Circles = 5;

    private readonly long? _start;
    private readonly long _end;
    private readonly bool _endBelongsToOther;
    private readonly SeenEvents _seen = new();
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private long _requestEnd;
    private string? _token;
    private bool _isOrdered = true;
    private int _pagesWithoutNews;
    private int _circles;

    /// <summary>Begins a chain.</summary>
    /// <param name="start">The first second (ticks, UTC) that counts; null for as far back as there is.</param>
    /// <param name="end">The last second.</param>
    /// <param name="endBelongsToOther">Whether the events of the last second are another chain's.</param>
    internal LookupChain(long? start, long end, bool endBelongsToOther)
    {
        _start = start;
        _end = end;
        _requestEnd = end;
        _endBelongsToOther = endBelongsToOther;
        Position = end;
    }

    /// <summary>Gets the second up to which the chain has come: nothing newer is still to come from it.</summary>
    internal long Position { get; private set; }

    /// <summary>Gets the second at which the next chain takes over; what is older is not this chain's.</summary>
    internal long Floor { get; private set; } = long.MinValue;

    /// <summary>Gets the time between the newest and the oldest event of the last page that had any; null before.</summary>
    internal long? PageSpan { get; private set; }

    /// <summary>Gets a value indicating whether everything in the window was seen.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Gets a value indicating whether the chain goes in a circle and never comes further.</summary>
    internal bool IsStuck { get; private set; }

    /// <summary>Gets or sets a value indicating whether a request is under way.</summary>
    internal bool IsBusy { get; set; }

    /// <summary>Gives the next request.</summary>
    internal LookupRequest Next(string region, LookupAttribute? attribute) => new(region, _start, _requestEnd, attribute, _token);

    /// <summary>Ends the window earlier than it was begun: another chain does the rest.</summary>
    /// <param name="floor">The first second that stays with this one.</param>
    internal void Shorten(long floor) => Floor = floor;

    /// <summary>Takes a page in.</summary>
    /// <param name="records">The page's events.</param>
    /// <param name="nextToken">Its token.</param>
    /// <returns>The events that are new and within the window.</returns>
    internal List<HistoryRecord> Take(IEnumerable<HistoryRecord> records, string? nextToken)
    {
        var news = new List<HistoryRecord>();
        long newest = long.MinValue, oldest = long.MaxValue;
        var anyNews = false;
        var passed = false;
        foreach (var record in records)
        {
            if (!_seen.Add(record.Key))
            {
                continue;
            }

            anyNews = true;
            if (record.Ticks is { } ticks)
            {
                var second = ticks - (ticks % TimeSpan.TicksPerSecond);
                newest = Math.Max(newest, second);
                oldest = Math.Min(oldest, second);
                _isOrdered &= second <= Position;
                Position = Math.Min(Position, second);
                passed |= second < Floor;
                if (second < Floor || (_endBelongsToOther && second >= _end))
                {
                    continue;
                }
            }

            news.Add(record);
        }

        if (newest > oldest)
        {
            PageSpan = newest - oldest;
        }
        else if (anyNews)
        {
            PageSpan ??= TimeSpan.TicksPerSecond;
        }

        Advance(nextToken, anyNews, passed);
        return news;
    }

    /// <summary>Begins again where the chain broke.</summary>
    internal void Resume()
    {
        _token = null;
        _tokens.Clear();
        _requestEnd = _isOrdered ? Math.Min(Position, _end) : _end;
    }

    private void Advance(string? nextToken, bool anyNews, bool passed)
    {
        _pagesWithoutNews = anyNews ? 0 : _pagesWithoutNews + 1;
        _circles = anyNews ? 0 : _circles;
        _token = nextToken;
        if (nextToken is null || (passed && _isOrdered))
        {
            IsDone = true;
        }
        else if (!_tokens.Add(nextToken))
        {
            // A token that was there already leads round in a circle. From the oldest second on there may be a way.
            IsStuck = ++_circles >= Circles;
            Resume();
        }
        else
        {
            IsStuck = _pagesWithoutNews >= PagesWithoutNews;
        }
    }
}
