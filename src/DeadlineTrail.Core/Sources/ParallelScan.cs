using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources;

/// <summary>
/// Several threads that read the files of a plan, in its order and not far ahead of what was taken.
/// </summary>
internal sealed class ParallelScan : IDisposable
{
    // How far a quick thread may get ahead of a slow one, in files: their matches are held in memory.
    private const int LookAhead = 64;
    private const int BatchesHeld = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly IReadOnlyList<LogFile> _files;
    private readonly TrailQuery _query;
    private readonly BlockingCollection<ScanBatch> _batches = new(BatchesHeld);
    private readonly CancellationTokenSource _stop;
    private readonly Thread[] _threads;
    private readonly object _gate = new();
    private readonly int _threadsWanted;
    private int _next;
    private int _taken;
    private int _running;
    private Exception? _failure;

    /// <summary>Starts reading.</summary>
    /// <param name="files">The files, in the order in which they are to be read.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="cancellation">Stops them.</param>
    internal ParallelScan(IReadOnlyList<LogFile> files, TrailQuery query, int threads, CancellationToken cancellation)
    {
        _files = files;
        _query = query;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _threadsWanted = threads;
        _threads = new Thread[Math.Min(threads, files.Count)];
        _running = _threads.Length;
        if (_running == 0)
        {
            _batches.CompleteAdding();
        }

        for (var at = 0; at < _threads.Length; at++)
        {
            // Background threads: a host that ends does not wait for a reading nobody takes any more.
            _threads[at] = new Thread(Work) { IsBackground = true, Name = "DeadlineTrail reader " + (at + 1) };
            _threads[at].Start();
        }
    }

    /// <summary>Gets a value indicating whether everything was taken. A reader that failed is something to take, too.</summary>
    internal bool IsCompleted => _batches.IsCompleted && _failure is null;

    /// <summary>Takes a batch; null when none came in time, or none will.</summary>
    /// <param name="wait">How long to wait.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    internal ScanBatch? Take(TimeSpan wait)
    {
        if (_batches.TryTake(out var batch, (int)wait.TotalMilliseconds, _stop.Token))
        {
            return batch;
        }

        if (_batches.IsCompleted && _failure is not null)
        {
            throw new InvalidOperationException("A reader of the log failed unexpectedly: " + _failure.Message, _failure);
        }

        return null;
    }

    /// <summary>Says how many files, from the first on, are done with: the threads go on ahead of that.</summary>
    internal void Taken(int files)
    {
        lock (_gate)
        {
            _taken = files;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Stops the threads. None of them touches anything afterwards.</summary>
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
        foreach (var thread in _threads)
        {
            ended &= thread.Join(Patience);
        }

        if (ended)
        {
            _batches.Dispose();
            _stop.Dispose();
        }
    }

    private void Work()
    {
        try
        {
            var scan = new LogScan(_query, inflateBeside: _threads.Length < _threadsWanted, batch => _batches.Add(batch, _stop.Token));
            while (Next() is { } index)
            {
                scan.Read(_files[index], index, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: whoever stopped it knows.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _failure = failure;
        }
        finally
        {
            if (Interlocked.Decrement(ref _running) == 0)
            {
                _batches.CompleteAdding();
            }
        }
    }

    private int? Next()
    {
        lock (_gate)
        {
            while (_next < _files.Count && _next >= _taken + LookAhead && !_stop.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            return _next < _files.Count && !_stop.IsCancellationRequested && _failure is null ? _next++ : null;
        }
    }
}
