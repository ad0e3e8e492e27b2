using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// One run with a bookmark: returns what no run before it returned, and notes that when it came to its end. Until then the
/// bookmark is as it was, so what a stopped run returned is returned again.
/// </summary>
internal sealed class BookmarkRun
{
    // A log's stamp is of AWS's clock, and clocks differ; with more than this, today's folder may not be looked at.
    private static readonly TimeSpan ClockAllowance = TimeSpan.FromHours(1);

    private readonly BookmarkFile _file;
    private readonly bool _isWritten;
    private readonly Bookmark _bookmark;
    private readonly HashSet<ReturnedKey> _before = [];
    private readonly HashSet<ulong> _idsBefore = [];
    private readonly BucketMarks? _bucket;
    private readonly HistoryMarks? _history;
    private readonly long _latest;
    private readonly long _givenStart;
    private long _differing;
    private bool _isOver;

    private BookmarkRun(BookmarkFile file, bool isWritten, Bookmark bookmark, TrailQuery query, bool isFirst, DateTime now, IReadOnlyList<string> regions)
    {
        _file = file;
        _isWritten = isWritten;
        _givenStart = query.StartTicks;
        _bookmark = bookmark;
        IsFirst = isFirst;
        _latest = now.Date.AddDays(1).Ticks;
        foreach (var key in bookmark.Returned.Days.SelectMany(static day => day.Value))
        {
            _before.Add(key);
            _idsBefore.Add(key.Id);
        }

        if (bookmark.Source.Bucket is null)
        {
            _history = new HistoryMarks(bookmark, regions);
        }
        else
        {
            _bucket = new BucketMarks(bookmark);
        }

        Query = query.With(_history?.First ?? bookmark.StartTicks, new EventCondition("not returned before", IsNew));
    }

    /// <summary>Gets a value indicating whether no run was committed before.</summary>
    internal bool IsFirst { get; }

    /// <summary>Gets or sets how many events the bookmark may remember.</summary>
    internal long Most { get; set; } = ReturnedEvents.Most;

    /// <summary>Gets what is asked of the source.</summary>
    internal TrailQuery Query { get; }

    /// <summary>Gets what a reading of the bucket goes by; null for Event history.</summary>
    internal IBucketMemory? Bucket => _bucket;

    /// <summary>Gets what a reading of Event history goes by; null for a bucket.</summary>
    internal IHistoryMemory? History => _history;

    private bool WithContent => _history is null;

    /// <summary>Begins where the bookmark says.</summary>
    /// <param name="file">The bookmark.</param>
    /// <param name="held">Its lock, which the caller keeps until the run is over; null when nothing may be written.</param>
    /// <param name="source">What is read.</param>
    /// <param name="query">What is asked. Its start counts for the first run only.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="regions">The Regions whose Event history is asked; null for a bucket.</param>
    /// <exception cref="BookmarkException">It is damaged, of something else, or ahead of the clock.</exception>
    internal static BookmarkRun Begin(BookmarkFile file, BookmarkLock? held, BookmarkSource source, TrailQuery query, DateTime now, IReadOnlyList<string>? regions = null)
    {
        var filters = BookmarkFilters.Of(query);
        var kept = file.Read();
        if (kept is not null)
        {
            Check(file, kept, source, filters);
            CheckClock(file, kept, now);
        }

        var bookmark = kept ?? new Bookmark(source, filters, FirstStart(file, source, filters, query, now));
        return new BookmarkRun(file, held is not null, bookmark, query, kept is null, now, regions ?? []);
    }

    /// <summary>Reads what is new.</summary>
    /// <param name="source">The source, which goes by <see cref="Bucket"/> or <see cref="History"/>.</param>
    /// <param name="observer">Who is told of everything else.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BookmarkException">More was returned than a bookmark can hold.</exception>
    internal IEnumerable<TrailEvent> Read(ITrailSource source, ITrailObserver observer, CancellationToken cancellation)
    {
        observer.Tell(IsFirst
            ? $"The bookmark \"{_file.Path}\" is new: it begins at {Instant.Utc(_bookmark.StartTicks)}."
            : $"The bookmark \"{_file.Path}\" goes on behind run {_bookmark.Run}; its first run began at {Instant.Utc(_bookmark.StartTicks)}.");
        if (IsFirst && _bookmark.StartTicks < _givenStart)
        {
            observer.Tell("An earlier first run was deferred and never completed, so this one begins where that did.");
        }

        if (!IsFirst && _givenStart > long.MinValue)
        {
            observer.Tell("The bookmark says where to go on, so -StartTime and -Last are ignored.");
        }

        var given = 0L;
        var last = long.MinValue;
        var room = Most - _bookmark.Returned.Count;
        foreach (var trailEvent in source.Read(Query, observer, cancellation))
        {
            yield return trailEvent;

            // Whoever comes back for more has taken it.
            last = trailEvent.Ticks;
            if (++given > room)
            {
                throw new BookmarkException(
                    BookmarkProblem.Full,
                    _file.Path,
                    $"More than {Most:N0} events would have to be remembered in the bookmark \"{_file.Path}\", so this run does not count. Take fewer at a time with -Oldest and -MaxEvents, ask with narrower filters, or give access to what could not be read for long: as long as that lasts, all since then is remembered.");
            }

            _bookmark.Returned.Add(Day(trailEvent), ReturnedKey.Of(trailEvent, WithContent));
        }

        if (_differing > 0)
        {
            observer.Warn(new TrailWarning("DuplicateDiffers", $"{_differing} event(s) have the event ID of one that an earlier run returned, but another time or content; all of them were kept."));
        }

        long? cutAt = given == Query.MaxEvents ? last : null;
        _bucket?.Finish(cutAt);
        _history?.Finish(cutAt);
        _bookmark.Run++;
        _isOver = true;
    }

    /// <summary>Writes the bookmark, if the run came to its end.</summary>
    /// <param name="isDeferred">Whether it is to count only when it is completed.</param>
    /// <exception cref="BookmarkException">It cannot be written.</exception>
    internal void Commit(bool isDeferred)
    {
        if (!_isOver || !_isWritten)
        {
            return;
        }

        if (isDeferred)
        {
            _file.WritePending(_bookmark);
        }
        else
        {
            _file.Write(_bookmark);
        }
    }

    /// <summary>What was returned is remembered as long as its log, or a second delivery, may come again.</summary>
    private long Day(TrailEvent trailEvent)
    {
        var delivered = _bucket is null ? null : LogFileName.OrderStamp(trailEvent.OriginPath ?? string.Empty);
        return Math.Min(Math.Max(trailEvent.Ticks, delivered ?? 0), _latest);
    }

    private bool IsNew(TrailEvent trailEvent)
    {
        if (_before.Count == 0)
        {
            return true;
        }

        var key = ReturnedKey.Of(trailEvent, WithContent);
        if (_before.Contains(key))
        {
            return false;
        }

        if (_idsBefore.Contains(key.Id))
        {
            Interlocked.Increment(ref _differing);
        }

        return true;
    }

    /// <summary>Where a deferred first run was never completed, what happened since its start is still owed: a start that is
    /// given now may be later only because time went on, as that of -Last does.</summary>
    private static long FirstStart(BookmarkFile file, BookmarkSource source, IReadOnlyDictionary<string, string> filters, TrailQuery query, DateTime now)
    {
        var given = query.StartTicks > long.MinValue ? Math.Max(0, query.StartTicks) : (long?)null;
        if (file.ReadUncounted() is not { } uncounted)
        {
            return given ?? now.Ticks;
        }

        Check(file, uncounted, source, filters);
        return Math.Min(uncounted.StartTicks, given ?? long.MaxValue);
    }

    private static void Check(BookmarkFile file, Bookmark kept, BookmarkSource source, IReadOnlyDictionary<string, string> filters)
    {
        var differences = new[] { kept.Source.Difference(source), BookmarkFilters.Difference(kept.Filters, filters) }.Where(static each => each is not null).ToArray();
        if (differences.Length > 0)
        {
            throw new BookmarkException(
                BookmarkProblem.Foreign, file.Path, $"The bookmark \"{file.Path}\" is of something else, so nothing was read: {string.Join("; ", differences)}. Ask for the same, or give another file.");
        }
    }

    private static void CheckClock(BookmarkFile file, Bookmark kept, DateTime now)
    {
        if (kept.Groups.Values.Where(group => group.HighTicks > now.Ticks + ClockAllowance.Ticks).OrderByDescending(static group => group.HighTicks).FirstOrDefault() is { } ahead)
        {
            throw new BookmarkException(
                BookmarkProblem.ClockBehind,
                file.Path,
                $"The clock of this machine is behind the bookmark \"{file.Path}\", so nothing was read: it says {Instant.Utc(now.Ticks)}, and \"{ahead.Name}\" was read up to {Instant.Utc(ahead.HighTicks)}. Set the clock.");
        }
    }
}
