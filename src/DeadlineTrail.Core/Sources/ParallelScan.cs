using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources;

/// <summary>
/// Several threads that read the files of a plan, in its order and not far ahead of what was taken.
/// </summary>
internal sealed class ParallelScan : IDisposable
{
    /// <summary>How many matches may be held of files that were read ahead of one that is not.</summary>
    private const int MatchesAhead = 4096;

    // How far a quick thread may get ahead of a slow one in any case, in files: their matches are held in memory.
    private const int LeastAhead = 64;
    private const int AheadOfEachThread = 4;

    // For all threads together: Ctrl+C ends a query at once, however many of them there are.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly Queue<PlannedLog> _waiting = new();
    private readonly TrailQuery _query;
    private readonly CancellationTokenSource _stop;
    private readonly ScanHandover _batches;
    private readonly List<Thread> _threads = [];
    private readonly object _gate = new();
    private readonly int _threadsWanted;
    private readonly int _filesAhead;
    private long _firstOpen;
    private long _matchesHeld;
    private bool _isWhole;
    private volatile int _threadsUsed;
    private int _running;
    private Exception? _failure;

    /// <summary>Makes a scan; it starts when there is something to read.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="filesAhead">How many files may be read ahead of one that is not, as long as few of their records match.</param>
    /// <param name="cancellation">Stops them.</param>
    internal ParallelScan(TrailQuery query, int threads, int filesAhead, CancellationToken cancellation)
    {
        _query = query;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _batches = new ScanHandover(_stop.Token);
        _threadsWanted = threads;
        _filesAhead = filesAhead;
    }

    /// <summary>Adds logs, to be read in this order behind those added before.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="isLast">Whether no more will be added.</param>
    internal void Add(IReadOnlyList<PlannedLog> logs, bool isLast)
    {
        lock (_gate)
        {
            foreach (var log in logs)
            {
                _waiting.Enqueue(log);
            }

            _isWhole = isLast;
            Monitor.PulseAll(_gate);
        }

        Start(isLast ? Math.Min(_threadsWanted, _threads.Count + logs.Count) : _threadsWanted);
        if (isLast && _threads.Count == 0)
        {
            _batches.Complete();
        }
    }

    // With fewer logs than processors, a large one keeps two of them busy.
    private bool InflateBeside => _threadsUsed < _threadsWanted;

    /// <summary>Gets a value indicating whether everything was taken. A reader that failed is something to take, too.</summary>
    internal bool IsCompleted => _batches.IsCompleted && _failure is null;

    /// <summary>Takes all batches there are; none when none came in time, or none will.</summary>
    /// <param name="wait">How long to wait.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    internal IReadOnlyList<ScanBatch> Take(TimeSpan wait)
    {
        var batches = _batches.TakeAll(wait);
        return batches.Count == 0 && _batches.IsCompleted && _failure is not null
            ? throw new InvalidOperationException("A reader of the log failed unexpectedly: " + _failure.Message, _failure)
            : batches;
    }

    /// <summary>Says how far what was taken goes: the threads go on ahead of that.</summary>
    /// <param name="firstOpen">The first log that is not done with.</param>
    /// <param name="matchesHeld">How many matches of logs behind it are held.</param>
    internal void Taken(long firstOpen, long matchesHeld)
    {
        lock (_gate)
        {
            _firstOpen = firstOpen;
            _matchesHeld = matchesHeld;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Stops the threads, and waits a moment for them. None of them hands anything over afterwards.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }

        // A thread may be waiting for a pipe or a share that never answers. It is left to itself: it holds nothing that
        // is used by others, and finds the token cancelled.
        var ended = true;
        var waited = Stopwatch.StartNew();
        foreach (var thread in _threads)
        {
            var left = Patience - waited.Elapsed;
            ended &= thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        if (ended)
        {
            _batches.Dispose();
            _stop.Dispose();
        }
    }

    private void Start(int threads)
    {
        _threadsUsed = threads;
        while (_threads.Count < threads)
        {
            // Background threads: a host that ends does not wait for a reading nobody takes any more.
            var thread = new Thread(Work) { IsBackground = true, Name = "DeadlineTrail reader " + (_threads.Count + 1) };
            _threads.Add(thread);
            Interlocked.Increment(ref _running);
            thread.Start();
        }
    }

    private void Work()
    {
        try
        {
            LogScan? scan = null;
            while (Next() is { } log)
            {
                scan ??= new LogScan(_query, InflateBeside, _batches.Add);
                scan.Read(log, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: whoever stopped it knows.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            lock (_gate)
            {
                _failure = failure;
                Monitor.PulseAll(_gate);
            }
        }
        finally
        {
            if (Interlocked.Decrement(ref _running) == 0)
            {
                _batches.Complete();
            }
        }
    }

    private PlannedLog? Next()
    {
        lock (_gate)
        {
            while (!_stop.IsCancellationRequested && _failure is null)
            {
                if (_waiting.Count > 0 && MayRead(_waiting.Peek().Number - _firstOpen))
                {
                    return _waiting.Dequeue();
                }

                if (_waiting.Count == 0 && _isWhole)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }

            return null;
        }
    }

    private bool MayRead(long ahead) =>
        ahead < Math.Max(LeastAhead, AheadOfEachThread * _threadsWanted)
        || (ahead < _filesAhead && _matchesHeld + _batches.Events < MatchesAhead);
}
