using System;
using System.Collections.Concurrent;
using System.Threading;

namespace DeadlineTrail.Sources;

/// <summary>Asks a supply for portions ahead of need, on a thread of its own: listing a bucket takes its time.</summary>
internal sealed class LogSupplyAhead : IDisposable
{
    private const int PortionsAhead = 3;

    private readonly ILogSupply _supply;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<LogPortion> _portions = new(PortionsAhead);
    private Thread? _thread;
    private Exception? _failure;

    internal LogSupplyAhead(ILogSupply supply, CancellationToken cancellation)
    {
        _supply = supply;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>Gets the first portion, and starts looking for the others if there are any.</summary>
    internal LogPortion First()
    {
        var first = _supply.Next(_stop.Token);
        if (first.NewestLeft is not null)
        {
            _thread = new Thread(Work) { IsBackground = true, Name = "DeadlineTrail lister" };
            _thread.Start();
        }

        return first;
    }

    /// <summary>Takes a portion if one is ready.</summary>
    internal bool TryTake(out LogPortion portion)
    {
        if (_portions.TryTake(out portion!))
        {
            return true;
        }

        if (_failure is { } failure)
        {
            throw new InvalidOperationException("The search for logs failed unexpectedly: " + failure.Message, failure);
        }

        return false;
    }

    /// <summary>Stops looking.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        if (_thread is null || _thread.Join(TimeSpan.FromMilliseconds(200)))
        {
            _portions.Dispose();
            _stop.Dispose();
        }
    }

    private void Work()
    {
        try
        {
            LogPortion portion;
            do
            {
                portion = _supply.Next(_stop.Token);
                _portions.Add(portion, _stop.Token);
            }
            while (portion.NewestLeft is not null);
        }
        catch (OperationCanceledException)
        {
            // Stopped: whoever stopped it knows.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _failure = failure;
        }
    }
}
