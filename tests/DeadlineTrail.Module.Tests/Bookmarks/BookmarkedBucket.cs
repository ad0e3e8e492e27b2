using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>A bucket in which two logs lie, to be read with the bookmark <c>$mark</c>, of which there is none yet.</summary>
public abstract class BookmarkedBucket : AgainstLoopback
{
    private protected const string Read = "Get-DeadlineTrailEvent @aws -BucketName studio-logs -StartTime 2026-03-02T00:00:00Z -BookmarkPath $mark";

    private LoopbackBucket _logs = null!;

    private protected string Mark => Folder["studio.bookmark"];

    private protected override void Prepare()
    {
        _logs = Aws.AddBucket("studio-logs", "eu-central-1");
        Put("1005Z_aaaaaaaaaaaaaaaa", 1, 3);
        Put("1015Z_bbbbbbbbbbbbbbbb", 11, 12);
        Module.Set("StoredAWSRegion", "eu-west-1");
        Module.Set("mark", Mark);
    }

    private protected void Put(string end, params int[] minutes) => _logs.Deliver(DeliveredLogs.Key(end), minutes);

    private protected void Put(string end, params JsonObject[] records) => _logs.Deliver(DeliveredLogs.Key(end), records);

    /// <summary>The ID of a run's only error.</summary>
    private protected static string Id(ModuleRun run) => Assert.Single(run.Errors).FullyQualifiedErrorId.Split(',')[0];
}
