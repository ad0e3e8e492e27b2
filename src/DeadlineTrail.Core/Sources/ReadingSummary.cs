using System;
using System.Collections.Generic;
using System.Globalization;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources;

/// <summary>What a reading came across, told while it goes on and when it is over.</summary>
internal sealed class ReadingSummary
{
    private readonly ITrailObserver _observer;
    private readonly RepeatedDenials _denials = new();
    private int _files;
    private long _bytes;
    private int _filesDone;
    private long _bytesDone;
    private long _elements;
    private long _textBytes;
    private long _problems;

    internal ReadingSummary(ITrailObserver observer) => _observer = observer;

    /// <summary>Gets how many files were taken to their end.</summary>
    internal int FilesDone => _filesDone;

    /// <summary>Counts files that are going to be read.</summary>
    internal void Expect(IReadOnlyList<LogFile> files)
    {
        _files += files.Count;
        foreach (var file in files)
        {
            _bytes += file.Length;
        }
    }

    /// <summary>How far the reading is.</summary>
    internal ReadingProgress Progress(long given) => new(_filesDone, _files, _bytesDone, _bytes, given);

    /// <summary>Takes the last batch of a file.</summary>
    internal void Add(ScanBatch batch)
    {
        var file = batch.Log.File;
        var report = batch.Report!;
        _filesDone++;
        _bytesDone += file.Length;
        _elements += report.Elements;
        _textBytes += report.TextBytes;
        foreach (var damage in report.Damages)
        {
            _problems++;
            _observer.Problem(LogProblems.Damage(file.Path, damage));
        }

        if (report.Failure is { } failure)
        {
            _problems++;
            if (!_denials.Repeats(file, failure))
            {
                _observer.Problem(LogProblems.File(file.Path, failure));
            }
        }

        foreach (var notEvent in report.NotEvents)
        {
            _observer.Tell($"Not CloudTrail, passed over in \"{file.Path}\": {notEvent.Key}{(notEvent.Value == 1 ? string.Empty : " (" + notEvent.Value + " times)")}.");
        }

        if (report.Elements == 0 && report.Damages.Count == 0 && report.Failure is null)
        {
            _observer.Tell($"No event in \"{file.Path}\".");
        }
    }

    /// <summary>Tells the rest when it is over.</summary>
    internal void Tell(EventOrder order, TrailQuery query, long given, TimeSpan elapsed)
    {
        foreach (var denied in _denials.Problems())
        {
            _observer.Problem(denied);
        }

        if (order.OutOfOrder > 0)
        {
            _observer.Warn(new TrailWarning(
                "OrderViolation",
                $"{order.OutOfOrder} event(s) are newer than the time of delivery in their file's name and could not be put in their place; they were given out where they came, with Origin.IsOutOfOrder set. The first is in \"{order.FirstOutOfOrder!.OriginPath}\". Were files renamed?"));
        }

        if (order.Differing > 0)
        {
            _observer.Warn(new TrailWarning(
                "DuplicateDiffers",
                $"{order.Differing} event(s) have the event ID of another, but another time or content; all of them were kept. The first is {Short(order.FirstDiffering!.EventId)} in \"{order.FirstDiffering.OriginPath}\"."));
        }

        var unread = _files - _filesDone;
        _observer.Tell(string.Format(
            CultureInfo.CurrentCulture,
            "Searched {0:N0} file(s), {1:N0} records, {2:N1} MB of JSON in {3:N1} s ({4}): {5:N0} event(s){6}{7}{8}.",
            _filesDone,
            _elements,
            _textBytes / 1e6,
            elapsed.TotalSeconds,
            query,
            given,
            order.Duplicates > 0 ? string.Format(CultureInfo.CurrentCulture, ", {0:N0} duplicate(s) dropped", order.Duplicates) : string.Empty,
            unread > 0 ? string.Format(CultureInfo.CurrentCulture, ", {0:N0} file(s) left unread because enough was found", unread) : string.Empty,
            _problems > 0 ? string.Format(CultureInfo.CurrentCulture, ", {0:N0} problem(s)", _problems) : string.Empty));
    }

    /// <summary>An identifier has 36 characters; a longer one only fills the screen.</summary>
    private static string? Short(string? id) => id is { Length: > 64 } ? id.Substring(0, 64) + "..." : id;
}
