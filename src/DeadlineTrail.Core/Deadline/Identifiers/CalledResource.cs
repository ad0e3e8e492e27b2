namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>What a call was about: its type, its id and the display name the record has for it; null where the record does not say.</summary>
internal readonly record struct CalledResource(string? Type, string? Id, string? Name);
