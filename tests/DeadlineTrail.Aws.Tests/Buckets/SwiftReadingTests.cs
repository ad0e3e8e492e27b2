using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Buckets;

/// <summary>The same bucket from a server nobody here wrote.</summary>
[Collection(nameof(SwiftServerFixture))]
public sealed class SwiftReadingTests(SwiftServerFixture fixture)
{
    [SwiftFact]
    public async Task A_real_server_gives_what_lies_in_its_bucket()
    {
        using var studio = new StudioBucket();
        var server = fixture.Server;
        await server.CreateBucketAsync(BucketReading.Bucket);
        await server.PutFolderAsync(BucketReading.Bucket, studio.Folder);
        var reading = new BucketReading(server.Endpoint, server.Key) { AskedFirst = "us-east-1" };

        Assert.Equal(studio.FarmIds, await reading.ReadAsync());

        Assert.Empty(reading.Problems);
    }

    [SwiftFact]
    public async Task A_real_server_refuses_as_it_is_understood()
    {
        var server = fixture.Server;
        var missing = new BucketReading(server.Endpoint, server.Key) { AskedFirst = "us-east-1", Name = "none-of-that-name" };
        var wrong = new BucketReading(server.Endpoint, server.Key with { SecretAccessKey = "wrong" }) { AskedFirst = "us-east-1", Name = "none-of-that-name" };

        Assert.Empty(await missing.ReadAsync());
        Assert.Empty(await wrong.ReadAsync());

        Assert.Equal(Sources.ProblemKind.NotFound, Assert.Single(missing.Problems).Kind);
        Assert.Equal(Sources.ProblemKind.CredentialsRefused, Assert.Single(wrong.Problems).Kind);
    }
}
