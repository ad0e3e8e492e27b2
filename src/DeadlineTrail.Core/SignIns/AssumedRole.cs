using System;
using System.Linq;

namespace DeadlineTrail.SignIns;

/// <summary>What an AssumeRole's record says of the role and the credentials.</summary>
internal static class AssumedRole
{
    private const string RoleType = "AWS::IAM::Role";

    internal static string? RoleArn(TrailEvent assumeRole, RecordObject? request) =>
        request?["roleArn"] as string ?? assumeRole.Resources.FirstOrDefault(static resource => resource.Type == RoleType)?.Arn;

    internal static RecordObject? Credentials(TrailEvent assumeRole) =>
        (assumeRole.ResponseElements as RecordObject)?["credentials"] as RecordObject;

    // Hidden, it is no key.
    internal static string? AccessKeyId(RecordObject? credentials) =>
        credentials?["accessKeyId"] is string key && key.StartsWith("ASIA", StringComparison.Ordinal) ? key : null;
}
