using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// One run through a bucket: what it need not read again, and what is read when it is over. Every day folder from the
/// overlap on is listed in full, since names of one minute sort at random and deliveries may be late.
/// </summary>
/// <remarks>
/// A group's mark is the newest stamp that was read anywhere in the bucket, so that a Region in which nothing happens is not
/// listed from its last event on for ever; but never newer than what was left unread in the group, so that this is found
/// again however long it takes. It never goes back, since names behind the overlap are forgotten.
/// </remarks>
internal sealed class BucketMarks : IBucketMemory
{
    /// <summary>How far behind the mark new names are looked for.</summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    private readonly Bookmark _bookmark;
    private readonly object _gate = new();
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<LogFile, FoundLog> _found = [];
    private readonly List<(FoundLog Log, bool IsDamaged, long NewestMatch)> _read = [];
    private bool _isWhole;

    internal BucketMarks(Bookmark bookmark) => _bookmark = bookmark;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<BucketFolder> folders, bool isWhole)
    {
        lock (_gate)
        {
            _isWhole = isWhole;
            foreach (var folder in folders)
            {
                _listed.Add(folder.Path);
            }
        }
    }

    /// <inheritdoc/>
    public DateTime FirstDay(BucketFolder folder)
    {
        lock (_gate)
        {
            return FirstDay(_bookmark.Groups.TryGetValue(folder.Path, out var group) ? group.HighTicks : _bookmark.StartTicks);
        }
    }

    /// <inheritdoc/>
    public bool Wants(BucketFolder folder, DateTime day, StoredLog log, LogFile file)
    {
        var name = log.Key.Substring(folder.Day(day).Length);
        lock (_gate)
        {
            var names = _bookmark.Groups.TryGetValue(folder.Path, out var group) ? group.Find(day) : null;
            if (names is not null && (names.Whole.Contains(name) || (names.Damaged.TryGetValue(name, out var version) && version == log.ETag)))
            {
                return false;
            }

            _found[file] = new FoundLog(folder.Path, day, name, log.ETag ?? string.Empty, file.StampTicks);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Unlisted(BucketFolder folder, DateTime from)
    {
        lock (_gate)
        {
            Unread(folder.Path, from.Ticks);
        }
    }

    /// <inheritdoc/>
    public void Read(LogFile file, ScanReport report)
    {
        lock (_gate)
        {
            if (!_found.TryGetValue(file, out var log))
            {
                return;
            }

            _found.Remove(file);
            if (report.Failure is not null || report.BrokeOff)
            {
                Unread(log.Group, log.Since);
            }
            else
            {
                _read.Add((log, report.Damages.Count > 0, report.NewestMatch));
            }
        }
    }

    /// <summary>Moves the bookmark to where the run has come.</summary>
    /// <param name="cutAt">Ticks (UTC) of the last event that was handed out, where there may be more; else null. What may
    /// hold such is not read yet.</param>
    internal void Finish(long? cutAt)
    {
        var newest = long.MinValue;
        foreach (var (log, isDamaged, newestMatch) in _read)
        {
            newest = Math.Max(newest, log.StampTicks ?? long.MinValue);
            if (newestMatch >= cutAt)
            {
                Unread(log.Group, log.Since);
                continue;
            }

            var names = _bookmark.Group(log.Group).Day(log.Day);
            names.Damaged.Remove(log.Name);
            if (isDamaged)
            {
                names.Damaged.Add(log.Name, log.Version);
            }
            else
            {
                names.Whole.Add(log.Name);
            }
        }

        foreach (var log in _found.Values)
        {
            Unread(log.Group, log.Since);
        }

        Move(newest);
    }

    private void Move(long newest)
    {
        if (_isWhole)
        {
            // A folder that is gone, with all that was in it, would hold back what may be forgotten.
            foreach (var gone in _bookmark.Groups.Keys.Where(name => !_listed.Contains(name)).ToArray())
            {
                _bookmark.Groups.Remove(gone);
            }
        }

        foreach (var name in _listed)
        {
            var group = _bookmark.Group(name);
            group.HighTicks = Math.Max(group.HighTicks, _unread.TryGetValue(name, out var unread) ? Math.Min(newest, unread) : newest);
            group.Forget(FirstDay(group.HighTicks));
        }

        if (_bookmark.Groups.Count > 0)
        {
            _bookmark.Returned.Forget(_bookmark.Groups.Values.Min(group => FirstDay(group.HighTicks)).Ticks);
        }
    }

    private DateTime FirstDay(long high) =>
        new DateTime(Math.Max(high - Overlap.Ticks, LogFileName.FirstDayOf(_bookmark.StartTicks).Ticks)).Date;

    private void Unread(string group, long since)
    {
        if (!_unread.TryGetValue(group, out var earlier) || since < earlier)
        {
            _unread[group] = since;
        }
    }

    private sealed record FoundLog(string Group, DateTime Day, string Name, string Version, long? StampTicks)
    {
        internal long Since => StampTicks ?? Day.Ticks;
    }
}
