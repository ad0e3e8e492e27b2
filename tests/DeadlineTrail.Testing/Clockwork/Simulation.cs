using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing.Clockwork;

/// <summary>
/// The studio's clock. Every person, machine and process is an iterator that does something now and yields when it wants
/// to be woken next; so things happen in the order of time, and only what has not happened yet takes memory.
/// </summary>
internal sealed class Simulation(DateTime start, DateTime end)
{
    private readonly PriorityQueue<IEnumerator<DateTime>, (DateTime Time, long Number)> _waiting = new();
    private long _number;

    public DateTime Now { get; private set; } = start;

    public DateTime End { get; } = end;

    /// <summary>Lets an actor begin at once, or at <paramref name="at"/> if that is later.</summary>
    public void Begin(IEnumerable<DateTime> actor, DateTime? at = null) =>
        Enqueue(actor.GetEnumerator(), at ?? Now);

    /// <summary>Moves the clock one step on; false when nobody wants anything before the end.</summary>
    public bool Step()
    {
        if (!_waiting.TryDequeue(out IEnumerator<DateTime>? actor, out (DateTime Time, long Number) due) || due.Time >= End)
        {
            return false;
        }

        Now = due.Time;
        if (actor.MoveNext())
        {
            Enqueue(actor, actor.Current);
        }

        return true;
    }

    // Equal times keep the order of asking, which makes the whole run a function of the seed.
    private void Enqueue(IEnumerator<DateTime> actor, DateTime time) =>
        _waiting.Enqueue(actor, (time < Now ? Now : time, _number++));
}
