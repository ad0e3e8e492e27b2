using DeadlineTrail.Recording;

namespace DeadlineTrail;

/// <summary>Whether a source records one operation, and why that is the answer.</summary>
public sealed class TrailSourceOperation
{
    internal TrailSourceOperation(Recorded answer) => Answer = answer;

    /// <summary>Gets the operation's name, as in a record's <c>eventName</c>.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Gets <c>Yes</c>, <c>No</c>, <c>Partly</c> where a condition on the resource or the caller decides, or <c>Unknown</c>.</summary>
    public string Recorded => Answer.ToString();

    /// <summary>Gets the class of the event: <c>Management</c>, <c>Data</c>, or <c>Unknown</c> where AWS lists it as neither.</summary>
    public string EventClass { get; internal init; } = string.Empty;

    /// <summary>Gets the type under which CloudTrail records a data event, which a selector must name, such as
    /// <c>AWS::Deadline::Job</c>; null for others.</summary>
    public string? CloudTrailResourceType { get; internal init; }

    /// <summary>Gets <c>Read</c> or <c>Write</c>; see <see cref="TrailAction.Access"/>.</summary>
    public string Access { get; internal init; } = string.Empty;

    /// <summary>Gets the service, as in a record's <c>eventSource</c>.</summary>
    public string EventSource { get; internal init; } = string.Empty;

    /// <summary>Gets why.</summary>
    public string Reason { get; internal init; } = string.Empty;

    internal Recorded Answer { get; }

    /// <summary>Returns the name and the answer.</summary>
    /// <returns>Such as <c>CreateJob: No</c>.</returns>
    public override string ToString() => Name + ": " + Recorded;
}
