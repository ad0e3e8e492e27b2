using System;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>An error of CloudTrail's own. The status of all of them is 400 in the service's reference.</summary>
internal sealed class CloudTrailException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
