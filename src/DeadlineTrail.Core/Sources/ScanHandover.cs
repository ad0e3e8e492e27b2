using System;
using System.Collections.Generic;
using System.Threading;

namespace DeadlineTrail.Sources;

/// <summary>
/// What reading threads found, on its way to the one thread that puts it in order. Most logs are small and hold nothing
/// that was asked for: to wake the other side for each of them would cost more than to read it. So it takes all there is,
/// every few milliseconds.
/// </summary>
internal sealed class ScanHandover : IDisposable
{
    // Records are 2 KB each. What is held here is memory that a reading needs, and work for each garbage collection.
    private const int MostEvents = 512;
    private const int MostBatches = 4096;

    private static readonly TimeSpan WorthWaiting = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private List<ScanBatch> _held = [];
    private int _events;
    private bool _isComplete;

    /// <summary>Makes a place to hand over at.</summary>
    /// <param name="cancellation">Ends every wait.</param>
    internal ScanHandover(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _registration = cancellation.Register(Wake);
    }

    /// <summary>Gets a value indicating whether everything was taken and nothing more will come.</summary>
    internal bool IsCompleted
    {
        get
        {
            lock (_gate)
            {
                return _isComplete && _held.Count == 0;
            }
        }
    }

    /// <summary>Gets how many events wait to be taken.</summary>
    internal int Events => Volatile.Read(ref _events);

    /// <summary>Hands a batch over; waits while there is enough.</summary>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    internal void Add(ScanBatch batch)
    {
        lock (_gate)
        {
            while (IsFull && !_cancellation.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            _cancellation.ThrowIfCancellationRequested();
            _held.Add(batch);
            _events += batch.Events.Count;
            if (IsFull)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Says that nothing more will come.</summary>
    internal void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Takes all there is; nothing when nothing came in time, or nothing will.</summary>
    /// <param name="wait">How long to wait.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    internal IReadOnlyList<ScanBatch> TakeAll(TimeSpan wait)
    {
        lock (_gate)
        {
            for (var left = wait; !IsFull && !_isComplete && left > TimeSpan.Zero && !_cancellation.IsCancellationRequested; left -= WorthWaiting)
            {
                Monitor.Wait(_gate, WorthWaiting);
                if (_held.Count > 0)
                {
                    break;
                }
            }

            _cancellation.ThrowIfCancellationRequested();
            if (_held.Count == 0)
            {
                // Not the list itself: it goes on being filled, and what is looked at while it fills would be taken twice.
                return [];
            }

            var taken = _held;
            _held = new List<ScanBatch>(taken.Count);
            _events = 0;
            Monitor.PulseAll(_gate);
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();

    private bool IsFull => _events >= MostEvents || _held.Count >= MostBatches;

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
