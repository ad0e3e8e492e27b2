using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>What came of a call, for one of the things it was about.</summary>
internal enum CallResult
{
    /// <summary>It worked.</summary>
    Done,

    /// <summary>It was refused or failed, and changed nothing.</summary>
    Failed,

    /// <summary>The record does not say.</summary>
    Unknown,
}

/// <summary>A call as far as it concerns one resource; a batch is as many as it has items.</summary>
internal sealed class HistoryCall(TrailEvent trailEvent, HistoryVerb verb, string type)
{
    internal TrailEvent Event { get; } = trailEvent;

    internal HistoryVerb Verb { get; } = verb;

    /// <summary>Gets what it is about.</summary>
    internal string Type { get; } = type;

    /// <summary>Gets its identifier; of a pair both, with a slash between; null where the record has none.</summary>
    internal string? Id { get; init; }

    /// <summary>Gets the identifiers in its path: what it lies in, and itself.</summary>
    internal HashSet<string> Path { get; init; } = new(StringComparer.Ordinal);

    internal CallResult Result { get; init; }

    internal string? ErrorCode { get; init; }

    /// <summary>Gets what the request sets.</summary>
    internal IReadOnlyList<FieldSetting> Settings { get; init; } = [];

    /// <summary>Gets the sets the request gives whole.</summary>
    internal IReadOnlyList<string> WholeSets { get; init; } = [];

    /// <summary>Gets how many items the batch has; 0 where the call is none.</summary>
    internal int BatchSize { get; init; }

    /// <summary>Gets the request's idempotency token; null where it has none.</summary>
    internal string? Token { get; init; }

    /// <summary>Gets the event's identifier; of an amended record that of the first.</summary>
    internal string? EventId { get; init; }

    /// <summary>Gets or sets a value indicating whether it repeats an earlier call that had the same token and result.</summary>
    internal bool IsRepeat { get; set; }

    /// <summary>Gets a value indicating whether it changes anything, as far as is known.</summary>
    internal bool Changes => Result != CallResult.Failed && !IsRepeat && Id is not null;

    /// <summary>Gets by which state it is folded.</summary>
    internal (string Type, string? Id) Key => (Type, Id);

    /// <summary>Within a second what is made comes before what is changed, and that before what is taken away.</summary>
    internal int Rank => Verb switch { HistoryVerb.Create or HistoryVerb.Put => 0, HistoryVerb.Delete => 2, _ => 1 };

    /// <summary>Whether the call is about a resource itself, or a pair that it is one end of.</summary>
    internal bool IsAbout(string id) => Id is not null && (Id == id || (ResourceTypes.IsPair(Type) && Id.Split('/').Contains(id)));

    /// <summary>The value a request sets a field to; null where it does not, or hides it.</summary>
    internal string? Sets(string field)
    {
        foreach (var setting in Settings)
        {
            if (setting.Kind == SettingKind.Value && setting.Name == field)
            {
                return setting.Value.Value as string;
            }
        }

        return null;
    }
}
