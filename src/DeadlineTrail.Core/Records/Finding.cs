using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>Something about a sign-in that a reviewer should look at. It accuses nobody: each has harmless causes.</summary>
public sealed class Finding
{
    internal Finding(string name, string message, IReadOnlyList<string> eventIds, IReadOnlyList<string> values)
    {
        Name = name;
        Message = message;
        EventIds = eventIds;
        Values = values;
    }

    /// <summary>Gets what it is: one of <see cref="FindingNames"/>.</summary>
    public string Name { get; }

    /// <summary>Gets a sentence with the facts.</summary>
    public string Message { get; }

    /// <summary>Gets the evidence: identifiers of events (<c>eventID</c>), at most 64, oldest first.</summary>
    public IReadOnlyList<string> EventIds { get; }

    /// <summary>Gets the values it is about, such as addresses or operations; empty where there are none.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Gives the name.</summary>
    public override string ToString() => Name;
}
