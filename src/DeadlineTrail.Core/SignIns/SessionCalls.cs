using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.SignIns;

/// <summary>The calls of a session, read anew from their files whenever somebody looks: the session itself keeps sums, and
/// calls that came from no file.</summary>
internal sealed class SessionCalls(IReadOnlyList<CallActivity> activities, SessionCalls.Reader read) : IEnumerable<TrailEvent>
{
    /// <summary>Reads from files what a query asks for.</summary>
    internal delegate IEnumerable<TrailEvent> Reader(IReadOnlyList<string> paths, TrailQuery query, ITrailObserver observer);

    public IEnumerator<TrailEvent> GetEnumerator()
    {
        var problems = new Problems();
        var paths = activities.SelectMany(static activity => activity.Paths ?? []).Distinct(StringComparer.Ordinal).OrderBy(static path => path, StringComparer.Ordinal).ToArray();
        var calls = new List<TrailEvent>(activities.SelectMany(static activity => activity.WithoutPath ?? []));
        if (paths.Length > 0)
        {
            calls.AddRange(read(paths, Query(), problems));
        }

        foreach (var call in calls.OrderBy(static call => call.Ticks).ThenBy(static call => call.EventId, StringComparer.Ordinal))
        {
            yield return call;
        }

        if (problems.First is { } problem)
        {
            throw new IOException("Not every call could be read again. " + problem.Message, problem.Cause);
        }

        if (activities.Sum(static activity => activity.NotHeld) is var missing and > 0)
        {
            throw new IOException($"{missing} call(s) of the session are missing here: they came from Event history or through the pipeline, and of those no more than {HeldCalls.Usual} are held for all sessions together. Ask for a shorter range, or read the files of a trail.");
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads log files.</summary>
    internal static IEnumerable<TrailEvent> FromFiles(IReadOnlyList<string> paths, TrailQuery query, ITrailObserver observer) =>
        new FileTrailSource(paths).Read(query, observer, CancellationToken.None);

    private TrailQuery Query()
    {
        var callers = activities.Select(static activity => activity.Caller).ToList();
        var keys = new HashSet<string>(callers.Select(static caller => caller.AccessKeyId).OfType<string>(), StringComparer.Ordinal);
        var minutes = activities.Where(static activity => activity.Caller.AccessKeyId is null).ToList();
        return new TrailQuery
        {
            OnlyEventSource = Deadline.DeadlineService.EventSource,
            StartTicks = activities.Min(static activity => activity.First),
            EndTicks = activities.Max(static activity => activity.Last),
            Conditions =
            [
                new EventCondition("calls of the session", call => call.Actor switch
                {
                    { AccessKeyId: { } key } => keys.Contains(key),
                    var actor => minutes.Exists(activity => activity.First <= call.Ticks && call.Ticks <= activity.Last && activity.Caller.SessionName == actor.RoleSessionName && activity.Caller.RoleName == actor.RoleName),
                }),
            ],
        };
    }

    private sealed class Problems : ITrailObserver
    {
        internal TrailProblem? First { get; private set; }

        public void Problem(TrailProblem problem) => First ??= problem;

        public void Warn(TrailWarning warning)
        {
        }

        public void Tell(string message)
        {
        }

        public void Progress(ReadingProgress progress)
        {
        }
    }
}
