using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>One real S3 server for all tests of the collection; each takes buckets of its own.</summary>
[CollectionDefinition(nameof(SwiftServerFixture))]
public sealed class SwiftServerFixture : IAsyncLifetime, ICollectionFixture<SwiftServerFixture>
{
    private SwiftServer? _server;

    /// <summary>Null only where <see cref="SwiftServer.Missing"/> says why, and the tests are skipped.</summary>
    public SwiftServer Server => _server!;

    public async Task InitializeAsync() => _server = SwiftServer.Missing is null ? await SwiftServer.StartAsync() : null;

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
