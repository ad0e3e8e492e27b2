using System;
using System.Collections.Generic;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources;

/// <summary>A place that holds events: log files, a trail's bucket, Event history.</summary>
internal interface ITrailSource
{
    /// <summary>Reads what a query asks for: in its order, without duplicates, as soon as each event is final.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="observer">Who is told of everything else, on the thread that enumerates.</param>
    /// <param name="cancellation">Stops the reading at once.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation);
}
