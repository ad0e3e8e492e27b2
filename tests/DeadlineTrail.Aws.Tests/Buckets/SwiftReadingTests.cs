using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Loopback;
using DeadlineTrail.Testing.Loopback;
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
    public async Task A_real_server_lists_to_the_end_what_is_more_than_a_page()
    {
        const string bucket = "many-folders";
        var server = fixture.Server;
        await server.CreateBucketAsync(bucket);
        string[] folders = [.. Enumerable.Range(1, (2 * SwiftServer.PageSize) + 5).Select(number => $"AWSLogs/{number:d12}/")];
        foreach (var folder in folders)
        {
            await server.PutAsync(bucket, folder + "log", "{}"u8.ToArray());
        }

        string[] pages = ["10 true", "10 true", "5 false"];
        Assert.Equal(pages, (await Listing.ReadAsync(server.Endpoint, server.Key, bucket, "list-type=2")).Pages);
        Assert.Equal(pages, (await Listing.ReadAsync(server.Endpoint, server.Key, bucket, "list-type=2&prefix=AWSLogs/&delimiter=/")).Pages);
        var store = await new BucketReading(server.Endpoint, server.Key) { AskedFirst = "us-east-1", Name = bucket }.OpenAsync();

        Assert.Equal(folders.Select(folder => folder + "log"), await Task.Run(() => store.List("AWSLogs/", CancellationToken.None).Select(log => log.Key).ToList()));
        Assert.Equal(folders, await Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)));
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
