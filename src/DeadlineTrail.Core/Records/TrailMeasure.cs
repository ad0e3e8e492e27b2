using System;
using System.Collections.Generic;
using System.Globalization;

namespace DeadlineTrail;

/// <summary>
/// How much of something there is among events. In PowerShell the object also has the properties it was grouped by, under
/// their own names, and <c>Time</c> and <c>TimeUtc</c>, the start of its interval, where events were counted by time.
/// </summary>
public sealed class TrailMeasure
{
    private readonly long _first;
    private readonly long _last;

    internal TrailMeasure(long first, long last)
    {
        _first = first;
        _last = last;
    }

    /// <summary>Gets the number of events.</summary>
    public long Count { get; internal init; }

    /// <summary>Gets how many of them did not work. See <see cref="TrailEvent.Succeeded"/>.</summary>
    public long Failures { get; internal init; }

    /// <summary>Gets how many of them were refused for want of permission, which are failures too. See
    /// <see cref="TrailEvent.IsDenied"/>.</summary>
    public long Denials { get; internal init; }

    /// <summary>Gets how many different actors there are, by <see cref="TrailEvent.ActorName"/>.</summary>
    public long Actors { get; internal init; }

    /// <summary>Gets a value indicating whether <see cref="Actors"/> is an estimate with a standard error of 1.6 %, and not
    /// an exact number: above 256.</summary>
    public bool ActorsEstimated { get; internal init; }

    /// <summary>Gets how many different addresses there are (<c>sourceIPAddress</c>); events without one do not count.</summary>
    public long Addresses { get; internal init; }

    /// <summary>Gets a value indicating whether <see cref="Addresses"/> is an estimate. See <see cref="ActorsEstimated"/>.</summary>
    public bool AddressesEstimated { get; internal init; }

    /// <summary>Gets the time of the first event, local; null where there is none.</summary>
    public DateTime? First => Local(_first);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? FirstUtc => Utc(_first);

    /// <summary>Gets the time of the last event, local; null where there is none.</summary>
    public DateTime? Last => Local(_last);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? LastUtc => Utc(_last);

    /// <summary>
    /// Gets a value indicating whether these are the events of all groups beyond the number that is kept apart. The
    /// properties they would be grouped by are null.
    /// </summary>
    public bool IsRest { get; internal init; }

    /// <summary>Gets the properties it was grouped by.</summary>
    internal IReadOnlyList<KeyValuePair<string, object?>> Group { get; init; } = Array.Empty<KeyValuePair<string, object?>>();

    /// <summary>Gets the ticks (UTC) at which its interval starts; null where events were not counted by time.</summary>
    internal long? TimeTicks { get; init; }

    /// <summary>Gets or sets the number of events against that of the largest group, 0 to 1.</summary>
    internal double Share { get; set; }

    /// <summary>Gives the number and what it is of.</summary>
    public override string ToString()
    {
        var count = Count.ToString(CultureInfo.InvariantCulture);
        return Group.Count == 0 ? count : count + " " + string.Join(", ", System.Linq.Enumerable.Select(Group, static part => $"{part.Key}={part.Value}"));
    }

    internal static DateTime? Local(long ticks) => ticks == 0 ? null : Instant.Local(ticks);

    internal static string? Utc(long ticks) => ticks == 0 ? null : Instant.Utc(ticks);
}
