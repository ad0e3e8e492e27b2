using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.Core.Tests.Deadline.Identifiers;

/// <summary>Identifiers and records to find them in.</summary>
internal static class Ids
{
    public const string Farm = "farm-0123456789abcdef0123456789abcdef";
    public const string Queue = "queue-0123456789abcdef0123456789abcdef";
    public const string Fleet = "fleet-0123456789abcdef0123456789abcdef";
    public const string Worker = "worker-0123456789abcdef0123456789abcdef";
    public const string Job = "job-0123456789abcdef0123456789abcdef";
    public const string OtherJob = "job-fedcba9876543210fedcba9876543210";
    public const string Step = "step-0123456789abcdef0123456789abcdef";
    public const string Task = "task-0123456789abcdef0123456789abcdef-7";
    public const string Session = "session-0123456789abcdef0123456789abcdef";
    public const string SessionAction = "sessionaction-0123456789abcdef0123456789abcdef-12";
    public const string Budget = "budget-0123456789abcdef0123456789abcdef";
    public const string Limit = "limit-0123456789abcdef0123456789abcdef";
    public const string LicenseEndpoint = "le-0123456789abcdef0123456789abcdef";
    public const string Monitor = "monitor-0123456789abcdef0123456789abcdef";
    public const string QueueEnvironment = "queueenv-0123456789abcdef0123456789abcdef";
    public const string StorageProfile = "sp-0123456789abcdef0123456789abcdef";
    public const string Volume = "volume-0123456789abcdef0123456789abcdef";
    public const string Principal = "b801f3c0-c071-70bc-b869-6804bc732408";
    public const string ArnStart = "arn:aws:deadline:us-west-2:111122223333:";

    public static RecordIdentifiers Read(
        string? request = null, string? response = null, string? resources = null, string? errorMessage = null, string? eventName = null, string? eventSource = null) =>
        RecordIdentifiers.Read(Bytes(request), Bytes(response), Bytes(resources), errorMessage, eventName, eventSource);

    public static (IdentifierKind Kind, string Id)[] Primary(RecordIdentifiers identifiers) =>
        Enum.GetValues<IdentifierKind>().Where(kind => identifiers[kind] is not null).Select(kind => (kind, identifiers[kind]!)).ToArray();

    private static byte[] Bytes(string? json) => json is null ? [] : Encoding.UTF8.GetBytes(json);
}
