using System;
using DeadlineTrail.Testing.Model;

namespace DeadlineTrail.Testing.Calls;

/// <summary>
/// One CloudTrail record before it is text. Members called after a JSON part hold JSON text; null means the member is
/// absent, except for request and response, which are written as <c>null</c> as CloudTrail does.
/// </summary>
internal sealed record TrailRecord
{
    public string Version { get; init; } = "1.11";

    /// <summary>The <c>userIdentity</c>, or null for a record without one.</summary>
    public string? IdentityJson { get; init; }

    public required DateTime Time { get; init; }

    public required string Source { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string Account { get; init; }

    public required string Address { get; init; }

    public string? Agent { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? RequestJson { get; init; }

    public string? ResponseJson { get; init; }

    public string? AdditionalJson { get; init; }

    public string? RequestId { get; init; }

    public required string EventId { get; init; }

    public bool? ReadOnly { get; init; }

    public string? ResourcesJson { get; init; }

    public string EventType { get; init; } = "AwsApiCall";

    public string? ApiVersion { get; init; }

    public bool? Management { get; init; } = true;

    public string? SharedEventId { get; init; }

    public string? ServiceDetailsJson { get; init; }

    public string? VpcEndpointId { get; init; }

    public string? Category { get; init; } = "Management";

    public string? AddendumJson { get; init; }

    public string? TlsJson { get; init; }

    /// <summary>Whether <c>sessionCredentialFromConsole</c> is written.</summary>
    public bool FromConsole { get; init; }

    /// <summary>The Region of the folder it lies in, where that is not its own.</summary>
    public string? FolderRegion { get; init; }

    /// <summary>Writes a letter of the event source as <c>\u0064</c>: the same JSON, other bytes.</summary>
    public bool EscapedSource { get; init; }

    /// <summary>The Deadline Cloud operation, null for records of other services.</summary>
    public Operation? Operation { get; init; }
}
