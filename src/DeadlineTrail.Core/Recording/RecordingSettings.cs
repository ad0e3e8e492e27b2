using System.Collections.Generic;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Recording;

/// <summary>All that decides what a source records: of a trail its settings, of Event history its Region.</summary>
internal sealed record RecordingSettings
{
    /// <summary>Gets a value indicating whether it is Event history, which no settings apply to.</summary>
    internal bool IsEventHistory { get; init; }

    /// <summary>Gets the Region of Event history, or the trail's home Region.</summary>
    internal string HomeRegion { get; init; } = string.Empty;

    /// <summary>Gets a value indicating whether the trail records every Region.</summary>
    internal bool IsMultiRegion { get; init; }

    /// <summary>Gets a value indicating whether events of global services are delivered to the trail.</summary>
    internal bool IncludesGlobalServices { get; init; } = true;

    /// <summary>Gets whether the trail is logging; null when that could not be read.</summary>
    internal bool? IsLogging { get; init; } = true;

    /// <summary>Gets when logging was started last (UTC ticks); null when not known.</summary>
    internal long? StartedTicks { get; init; }

    /// <summary>Gets when logging was stopped last (UTC ticks); null when never, or not known.</summary>
    internal long? StoppedTicks { get; init; }

    /// <summary>Gets when the selectors were changed last (UTC ticks); null when that was not seen.</summary>
    internal long? SelectorsChangedTicks { get; init; }

    /// <summary>Gets why it could not be looked up whether the selectors were changed; null where that was looked up.</summary>
    internal string? ChangesNotLookedUp { get; init; }

    /// <summary>Gets the selectors; null when they could not be read.</summary>
    internal EventSelectors? Selectors { get; init; }
}

/// <summary>What is asked about a source: as configured now where nothing is said.</summary>
/// <param name="StartTicks">The begin of the time that is meant (UTC ticks); null for now, or with an end for as far back as
/// there is, which <see cref="Beginning"/> means too.</param>
/// <param name="EndTicks">The end of it, which is within; null for now.</param>
/// <param name="Regions">The Regions of the calls, each a name or a pattern; null or none for those that the source covers.</param>
internal sealed record RecordingQuestion(long? StartTicks = null, long? EndTicks = null, IReadOnlyList<TextFilter>? Regions = null)
{
    /// <summary>As far back as there is.</summary>
    internal const long Beginning = 0;

    /// <summary>Gets the begin of the time that is meant; null where the settings of now are.</summary>
    internal long? FromTicks => StartTicks ?? (EndTicks is null ? null : Beginning);
}

/// <summary>An answer and why it is that one.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Reason">A sentence without its full stop.</param>
internal sealed record RecordingVerdict(Recorded Answer, string Reason);
