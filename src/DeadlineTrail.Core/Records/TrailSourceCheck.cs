namespace DeadlineTrail;

/// <summary>One thing about a source that was tried or looked at. Nothing was changed for it.</summary>
public sealed class TrailSourceCheck
{
    internal TrailSourceCheck()
    {
    }

    /// <summary>Gets the source, by name; of Event history with its Region.</summary>
    public string Source { get; internal init; } = string.Empty;

    /// <summary>Gets what was looked at, such as <c>JobQuestions</c> or <c>ReadLogs</c>.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Gets whether it is well; null where that cannot be told.</summary>
    public bool? Passed { get; internal init; }

    /// <summary>Gets what was found.</summary>
    public string Detail { get; internal init; } = string.Empty;

    /// <summary>Gets what to do about it; null where nothing is to be done.</summary>
    public string? Remedy { get; internal init; }

    /// <summary>Gets the advanced event selectors that would record what is missing, and all that is recorded now: a JSON array
    /// for <c>aws cloudtrail put-event-selectors --advanced-event-selectors</c>, which replaces those there are. Null where no
    /// selectors are the remedy.</summary>
    public string? Selectors { get; internal init; }

    /// <summary>Returns the name and whether it is well.</summary>
    /// <returns>Such as <c>JobQuestions: no</c>.</returns>
    public override string ToString() => Name + ": " + (Passed switch { true => "yes", false => "no", null => "unknown" });
}
