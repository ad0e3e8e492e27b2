using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using DeadlineTrail.Deadline;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;

namespace DeadlineTrail.SignIns;

/// <summary>One pass over a source, and one over the place of the sign-ins where that is another.</summary>
internal static class SignInReading
{
    /// <summary>Gets the services whose events sessions are made of.</summary>
    internal static IReadOnlyList<string> EventSources { get; } =
        [DeadlineService.EventSource, DeadlineService.SignInEventSource, DeadlineService.StsEventSource];

    // Of STS the one operation: in a busy account it does much else.
    private static readonly WantedService[] s_services =
        [new(DeadlineService.EventSource), new(DeadlineService.SignInEventSource), new(DeadlineService.StsEventSource, "AssumeRole")];

    /// <summary>Reads a source into a collector.</summary>
    internal static void Read(SignInCollector collector, ITrailSource source, ITrailObserver observer, CancellationToken cancellation)
    {
        foreach (var trailEvent in source.Read(QueryFor(collector.Query, s_services), observer, cancellation))
        {
            collector.Add(trailEvent);
        }
    }

    /// <summary>Reads the sign-ins of another place into a collector.</summary>
    internal static void ReadSignIns(SignInCollector collector, ITrailSource source, ITrailObserver observer, CancellationToken cancellation)
    {
        foreach (var trailEvent in source.Read(QueryFor(collector.Query, [new WantedService(DeadlineService.SignInEventSource)]), observer, cancellation))
        {
            collector.AddSignIn(trailEvent);
        }
    }

    /// <summary>Makes the answer and tells what should be known about it.</summary>
    /// <param name="collector">What was read.</param>
    /// <param name="observer">Who is told.</param>
    /// <param name="read">Reads calls of a session again; null to read files only.</param>
    internal static IReadOnlyList<SignIn> Answer(SignInCollector collector, ITrailObserver observer, SessionCalls.Reader? read = null)
    {
        var answer = SignInAnswer.Of(collector, read);
        foreach (var warning in answer.Warnings)
        {
            observer.Warn(warning);
        }

        Tell(observer, answer.Unlinked, "{0:N0} sign-in(s) left out that nothing ties to Deadline Cloud; -IncludeUnlinked shows them.");
        Tell(observer, answer.Filtered, "{0:N0} session(s) left out of which no event meets the filters.");
        Tell(observer, answer.UnjoinedCalls, "{0:N0} call(s) of monitor users belong to no session: the grant of their credentials is not in what was read.");
        Tell(observer, collector.Unclear, "{0:N0} event(s) of the sign-in service passed over that say neither Success nor Failure.");
        return answer.SignIns;
    }

    private static void Tell(ITrailObserver observer, long count, string format)
    {
        if (count > 0)
        {
            observer.Tell(string.Format(CultureInfo.CurrentCulture, format, count));
        }
    }

    private static TrailQuery QueryFor(SignInQuery query, IReadOnlyList<WantedService> services) => new()
    {
        StartTicks = query.ReadFromTicks,
        EndTicks = query.ReadToTicks,
        Services = services,
        Conditions = [SignInConditions.PartOfSession],
    };
}
