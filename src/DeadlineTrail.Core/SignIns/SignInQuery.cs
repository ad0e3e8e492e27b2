using System;
using System.Collections.Generic;
using DeadlineTrail.Querying;

namespace DeadlineTrail.SignIns;

/// <summary>What is asked about sign-ins. Immutable.</summary>
internal sealed class SignInQuery
{
    /// <summary>How long a session lasts after its sign-in unless said otherwise: Identity Center's usual session. That is a
    /// guess about a setting of the instance, and hence a parameter.</summary>
    internal static readonly TimeSpan UsualLimit = TimeSpan.FromHours(8);

    /// <summary>By how much the clocks of two services may differ.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>Gets the ticks (UTC) of the first instant that counts.</summary>
    internal long StartTicks { get; init; } = long.MinValue;

    /// <summary>Gets the ticks (UTC) of the last instant that counts.</summary>
    internal long EndTicks { get; init; } = long.MaxValue;

    /// <summary>Gets the ticks (UTC) up to which anything can be known: what ends later is not over.</summary>
    internal long KnownToTicks { get; init; } = long.MaxValue;

    /// <summary>Gets how long after a sign-in, or after the last sign of a session without one, credentials still belong to it.</summary>
    internal TimeSpan SessionLimit { get; init; } = UsualLimit;

    /// <summary>Gets a value indicating whether sign-ins count that nothing ties to Deadline Cloud.</summary>
    internal bool IncludeUnlinked { get; init; }

    /// <summary>Gets a value indicating whether the calls themselves are to be had afterwards.</summary>
    internal bool IncludeActivity { get; init; }

    /// <summary>Gets what one event of a session must meet for the session to count; null where any session does. Events that
    /// do not meet it are read all the same: the session is made of them.</summary>
    internal TrailQuery? EventFilter { get; init; }

    /// <summary>Gets the Regions whose Event history is asked; null where another source is read.</summary>
    internal IReadOnlyList<string>? HistoryRegions { get; init; }

    /// <summary>Gets the calls that the source is known not to record; that was said already.</summary>
    internal IReadOnlyList<string> NotRecorded { get; init; } = [];

    /// <summary>Whether an event meets what one event of a session must meet.</summary>
    internal bool IsWanted(TrailEvent trailEvent) => EventFilter?.Matches(trailEvent) == true;

    /// <summary>Gets from when on events are read: sessions that reach into the range began before it.</summary>
    internal long ReadFromTicks => StartTicks < SessionLimit.Ticks ? long.MinValue : StartTicks - SessionLimit.Ticks;

    /// <summary>Gets until when sign-ins are read: a grant at the end of the range may have its sign-in just behind it.</summary>
    internal long ReadToTicks => EndTicks > DateTime.MaxValue.Ticks - ClockSkew.Ticks ? long.MaxValue : EndTicks + ClockSkew.Ticks;
}
