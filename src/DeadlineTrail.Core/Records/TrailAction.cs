using System;
using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>
/// What is known of one operation of AWS Deadline Cloud: how CloudTrail records it, what it names, who normally calls it and what it does.
/// </summary>
/// <remarks>
/// Drawn from AWS's service model, its documentation and its managed policies; <see cref="Inferred"/> names the properties that are
/// conclusions from these sources and not statements in them. Nothing here comes from a log.
/// </remarks>
public sealed class TrailAction
{
    internal TrailAction()
    {
    }

    /// <summary>The operation's name, as in a record's <c>eventName</c>. Unique, and exact in case.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>
    /// How CloudTrail classes the operation: <c>Management</c>, <c>Data</c>, or <c>Unknown</c> where AWS lists it as neither.
    /// Data events are recorded only by a trail or event data store whose advanced event selectors ask for them.
    /// </summary>
    public string EventClass { get; internal init; } = "";

    /// <summary>
    /// <c>Read</c> or <c>Write</c>, as the model's read-only trait has it and as a record's <c>readOnly</c> is expected to say.
    /// The record's own flag counts more. <see cref="Inferred"/> has <c>Access</c> where what CloudTrail writes is not known.
    /// </summary>
    public string Access { get; internal init; } = "";

    /// <summary>
    /// The access level AWS gives the permission in its Service Authorization Reference: <c>List</c>, <c>Read</c>, <c>Write</c>,
    /// <c>Tagging</c> or <c>Permissions management</c>.
    /// </summary>
    public string AccessLevel { get; internal init; } = "";

    /// <summary>The kind of thing the operation is about, such as <c>Job</c>, <c>Queue</c> or <c>FarmMember</c>.</summary>
    public string ResourceType { get; internal init; } = "";

    /// <summary>
    /// The <c>resources.type</c> under which CloudTrail records this data event, such as <c>AWS::Deadline::Job</c>; it is what an advanced
    /// event selector must name. Null for management events and where the class is unknown.
    /// </summary>
    public string? CloudTrailResourceType { get; internal init; }

    /// <summary>
    /// Where <c>requestParameters</c> carries identifiers of Deadline Cloud resources, in the record's own names: <c>farmId</c>,
    /// <c>jobs[].jobId</c> for every element of a list, <c>updatedSessionActions{key}</c> for the keys of a map, <c>{}</c> for its values.
    /// The <c>principalId</c> of members is included; identifiers of other services (roles, keys, networks) are not.
    /// </summary>
    public IReadOnlyList<string> RequestIdentifiers { get; internal init; } = Array.Empty<string>();

    /// <summary>
    /// Where the operation's response carries identifiers of Deadline Cloud resources, written as in <see cref="RequestIdentifiers"/>.
    /// CloudTrail records <c>responseElements</c> only for calls that write.
    /// </summary>
    public IReadOnlyList<string> ResponseIdentifiers { get; internal init; } = Array.Empty<string>();

    /// <summary>The IAM action that authorizes the call, such as <c>deadline:UpdateJob</c>. Null where AWS documents none.</summary>
    public string? IamAction { get; internal init; }

    /// <summary>
    /// Who normally calls it: <c>MonitorUser</c> (a person through the monitor, the CLI or a submitter with the monitor's role),
    /// <c>Worker</c> (the worker agent with the fleet's role), <c>WorkerHost</c> (a host that is becoming a worker), <c>Administrator</c>
    /// (IAM permissions beyond AWS's managed Deadline Cloud policies). The first three are read from AWS's managed and sample policies;
    /// that the rest is for administrators is inferred. Empty where nothing is known.
    /// </summary>
    public IReadOnlyList<string> CalledBy { get; internal init; } = Array.Empty<string>();

    /// <summary>
    /// The lowest membership level that AWS's managed policies let call it: <c>VIEWER</c>, <c>CONTRIBUTOR</c>, <c>MANAGER</c> or <c>OWNER</c>.
    /// Null where those policies do not grant it by membership.
    /// </summary>
    public string? MinimumMembershipLevel { get; internal init; }

    /// <summary>
    /// Whether CloudTrail's Event history can hold it: <c>Yes</c> for management events, <c>No</c> for data events, which are never there,
    /// <c>Unknown</c> where the class is unknown.
    /// </summary>
    public string InEventHistory => EventClass switch
    {
        "Management" => "Yes",
        "Data" => "No",
        _ => "Unknown",
    };

    /// <summary>
    /// The places in <c>requestParameters</c> that the service model marks sensitive: CloudTrail is expected to hide their values
    /// (<c>HIDDEN_DUE_TO_SECURITY_REASONS</c>) or to leave them out. Written as in <see cref="RequestIdentifiers"/>.
    /// </summary>
    public IReadOnlyList<string> SensitiveParameters { get; internal init; } = Array.Empty<string>();

    /// <summary>True where other AWS services have an operation of the same name, so that only <c>eventSource</c> tells them apart.</summary>
    public bool IsShared { get; internal init; }

    /// <summary>
    /// The day, as yyyy-MM-dd, on which a published service model first had the operation; text order is time order. Null where no model has it.
    /// </summary>
    public string? Since { get; internal init; }

    /// <summary>What the operation does, in one sentence.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>What else a reader of its records should know: traps, guesses marked as such, conflicts between sources. Null where there is nothing.</summary>
    public string? Note { get; internal init; }

    /// <summary>The names of the properties whose values are inferred, wholly or in part, rather than stated by a source.</summary>
    public IReadOnlyList<string> Inferred { get; internal init; } = Array.Empty<string>();

    /// <summary>True for an event name that AWS's documentation lists but no service model has.</summary>
    internal bool IsDocumentedOnly { get; init; }

    /// <summary>Returns <see cref="Name"/>.</summary>
    /// <returns>The operation's name.</returns>
    public override string ToString() => Name;
}
