using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>A fact held against a real S3 server.</summary>
internal sealed class SwiftFactAttribute : FactAttribute
{
    public SwiftFactAttribute() => Skip = SwiftServer.Missing;
}
