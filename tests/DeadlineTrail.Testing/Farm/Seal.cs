using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing.Farm;

/// <summary>What every note of one call in the ledger has in common.</summary>
internal sealed record Seal(string EventName, string EventId, DateTime Now, IReadOnlySet<string> Hidden)
{
    public ResourceChange Note(string what, Resource resource) => new()
    {
        What = what,
        Kind = resource.Kind,
        ResourceId = resource.Id,
        EventId = EventId,
        EventTime = Now,
        EventName = EventName,
    };
}
