using System;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
