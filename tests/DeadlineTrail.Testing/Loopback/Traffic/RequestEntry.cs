using System;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>One request that arrived.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="Arrived">When, by the endpoint's clock.</param>
public sealed record RequestEntry(AwsCall Call, DateTimeOffset Arrived)
{
    /// <summary>The operation's name.</summary>
    public string Operation => Call.Operation;

    /// <summary>The Region of the credential scope.</summary>
    public string Region => Call.Region;

    /// <summary>The status of the answer, 0 until there is one.</summary>
    public int Status { get; internal set; }

    /// <summary>What went wrong on purpose.</summary>
    public Fault Fault { get; internal set; } = Fault.None;

    /// <summary>Whether it came faster than the quota allows.</summary>
    public bool OverQuota { get; internal set; }
}
