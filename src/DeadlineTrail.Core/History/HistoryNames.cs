using System;
using System.Collections.Generic;

namespace DeadlineTrail.History;

/// <summary>The names things have, as far as the calls so far say.</summary>
internal sealed class HistoryNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Gets a name; null where none is known.</summary>
    internal string? this[string id] => _names.TryGetValue(id, out var name) ? name : null;

    /// <summary>Whether a field is the display name of what the call is about.</summary>
    internal static bool IsName(HistoryCall call, FieldSetting setting) =>
        setting.Kind == SettingKind.Value && (setting.Name == "displayName" || (setting.Name == "name" && call.Type == "Job"));

    /// <summary>Takes a name over; where nobody knows whether it was given, the last one known stays.</summary>
    internal void Take(HistoryCall call, FieldSetting setting, bool isLeft)
    {
        if (isLeft && call.Id is not null && IsName(call, setting) && setting.Value is { IsKnown: true, Value: string { Length: > 0 } name })
        {
            _names[call.Id] = name;
        }
    }

    /// <summary>The name of what a call is about: of an association the names of both of its ends.</summary>
    internal string? Of(HistoryCall call)
    {
        if (call.Id is null)
        {
            return null;
        }

        if (!ResourceTypes.IsAssociation(call.Type))
        {
            return this[call.Id];
        }

        var ends = call.Id.Split('/');
        return this[ends[0]] is { } first && this[ends[1]] is { } second ? first + " / " + second : null;
    }
}
