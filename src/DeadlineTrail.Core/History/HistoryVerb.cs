using System;

namespace DeadlineTrail.History;

/// <summary>What a call does to what it is about.</summary>
internal enum HistoryVerb
{
    /// <summary>Nothing that belongs into a history.</summary>
    None,

    /// <summary>Makes it.</summary>
    Create,

    /// <summary>Makes it, or sets it anew where it is there already: members, products.</summary>
    Put,

    /// <summary>Sets what the request names and leaves the rest.</summary>
    Update,

    /// <summary>Sets single tags.</summary>
    Tag,

    /// <summary>Takes single tags away.</summary>
    Untag,

    /// <summary>Takes it away.</summary>
    Delete,
}

/// <summary>Reads the verb from an operation's name, also from that of one newer than the catalogue.</summary>
internal static class HistoryVerbs
{
    /// <summary>The verb of an operation and the name behind it.</summary>
    internal static HistoryVerb Of(string eventName, out string noun, out bool isBatch)
    {
        isBatch = eventName.StartsWith("Batch", StringComparison.Ordinal);
        var name = isBatch ? eventName.Substring("Batch".Length) : eventName;
        var (verb, length) = Of(name);
        noun = name.Substring(length);

        // What workers report about four times a minute is progress, not a change that anybody made.
        return eventName == "UpdateWorkerSchedule" ? HistoryVerb.None : verb;
    }

    private static (HistoryVerb Verb, int Length) Of(string name) => name switch
    {
        _ when Begins(name, "Create") => (HistoryVerb.Create, 6),
        _ when Begins(name, "Update") => (HistoryVerb.Update, 6),
        _ when Begins(name, "Delete") => (HistoryVerb.Delete, 6),
        _ when Begins(name, "AssociateMemberTo") => (HistoryVerb.Put, 17),
        _ when Begins(name, "DisassociateMemberFrom") => (HistoryVerb.Delete, 22),
        _ when Begins(name, "Put") => (HistoryVerb.Put, 3),
        "TagResource" => (HistoryVerb.Tag, 3),
        "UntagResource" => (HistoryVerb.Untag, 5),
        _ => (HistoryVerb.None, 0),
    };

    private static bool Begins(string name, string verb) =>
        name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && name[verb.Length] is >= 'A' and <= 'Z';
}
