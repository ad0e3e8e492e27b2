using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DeadlineTrail.Parsing;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources;

/// <summary>Reads one log after the other for a query; one for each thread.</summary>
internal sealed class LogScan : ILogVisitor
{
    /// <summary>How many events go out together when their order does not matter.</summary>
    private const int BatchSize = 256;

    /// <summary>A thread costs about as much as inflating this.</summary>
    private const long WorthAThread = 256 * 1024;

    // What in a file is no event is told by its names; few are genuine.
    private const int MostKinds = 20;
    private const int LongestKind = 200;

    private readonly TrailQuery _query;
    private readonly LogReader _reader;
    private readonly bool _inflateBeside;
    private readonly Action<ScanBatch> _hand;
    private List<TrailEvent> _events = [];
    private ScanReport _report = new();
    private PlannedLog _log = null!;

    /// <summary>Makes a scan.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="inflateBeside">Whether large files are inflated on another thread than they are scanned on.</param>
    /// <param name="hand">Takes what was found; waits while there is enough.</param>
    internal LogScan(TrailQuery query, bool inflateBeside, Action<ScanBatch> hand)
    {
        _query = query;
        _inflateBeside = inflateBeside;
        _hand = hand;
        _reader = new LogReader(this, query.Needle, query.Strict);
    }

    /// <summary>Reads a log and hands on what matches; the last batch carries the report.</summary>
    internal void Read(PlannedLog log, CancellationToken cancellation)
    {
        _log = log;
        var file = log.File;
        _report = new ScanReport();
        try
        {
            using var stream = file.Open(cancellation);
            using var text = LogText.Open(stream);
            using var ahead = _inflateBeside && file.Length > WorthAThread ? new ReadAheadStream(text) : null;
            _reader.Read(ahead ?? text, cancellation);
            _report.BrokeOff = _reader.BrokeOff;
            _report.Elements = _reader.Elements;
            _report.TextBytes = _reader.Bytes;
            if (file.Length == 0 && _reader.Bytes == 0 && file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                _report.Damages.Add(new LogDamage(0, "it is empty, where compressed data has at least 18 bytes: the file was cut to nothing"));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _report.Failure = failure;
        }

        Hand(isLast: true);
    }

    /// <inheritdoc/>
    void ILogVisitor.Record(in ParsedElement record, in RecordPlace place)
    {
        if (!_query.MayMatch(record))
        {
            return;
        }

        var trailEvent = new TrailEvent(record, _log.File.Path, place.Number, place.Recovered);
        if (!_query.Matches(trailEvent))
        {
            return;
        }

        _report.Matches++;
        _report.NewestMatch = Math.Max(_report.NewestMatch, trailEvent.Ticks);
        _events.Add(trailEvent);

        // In order, nothing of a file goes out before its end was seen to be whole; nor when that was asked for.
        if (_query.Order == TrailOrder.Unordered && !_query.Strict && _events.Count == BatchSize)
        {
            Hand(isLast: false);
        }
    }

    /// <inheritdoc/>
    void ILogVisitor.NotAnEvent(string what)
    {
        // Whoever made the file chose the names: a million different ones are as good as many.
        var known = what.Length <= LongestKind && (_report.NotEvents.Count < MostKinds || _report.NotEvents.ContainsKey(what)) ? what : "other things";
        _report.NotEvents[known] = _report.NotEvents.TryGetValue(known, out var count) ? count + 1 : 1;
    }

    /// <inheritdoc/>
    void ILogVisitor.Damage(LogDamage damage) => _report.Damages.Add(damage);

    private void Hand(bool isLast)
    {
        var batch = new ScanBatch(_log, _events, isLast ? _report : null);
        _events = [];
        _hand(batch);
    }
}
