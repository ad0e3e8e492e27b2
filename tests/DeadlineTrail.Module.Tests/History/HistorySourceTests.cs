using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.History;

/// <summary>The history of a resource is asked of every place that events are asked of.</summary>
public sealed class HistorySourceTests : AgainstLoopback
{
    private const string Job = "job-00112233445566778899aabbccddeeff";

    private protected override void Prepare()
    {
        Aws.AddEvents([HandWritten.Recent(Created()), HandWritten.Recent(Renamed()), HandWritten.Recent(Elsewhere())]);
        var logs = Aws.AddBucket("studio-logs", "eu-central-1");
        logs.Deliver(DeliveredLogs.Key("1001Z_aaaaaaaaaaaaaaaa"), Created());
        logs.Deliver(DeliveredLogs.Key("1002Z_bbbbbbbbbbbbbbbb"), Renamed());
        Aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "studio-logs") { AccountId = Aws.Key.AccountId });
        Module.Set("StoredAWSRegion", "us-west-2");
        Module.Set("first", DeliveredLogs.Key("1001Z_aaaaaaaaaaaaaaaa"));
        Module.Set("second", DeliveredLogs.Key("1002Z_bbbbbbbbbbbbbbbb"));
    }

    [Theory]
    [InlineData("Get-DeadlineResourceHistory " + HandWritten.Queue + " @aws")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -Region us-west-2")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -AllRegion")]
    [InlineData("[pscustomobject]@{ QueueId = '" + HandWritten.Queue + "'; DisplayName = 'Lighting' } | Get-DeadlineResourceHistory @aws")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -BucketName studio-logs -WarningAction Ignore")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -TrailName studio -WarningAction Ignore")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -BucketName studio-logs -Key $second, $first")]
    [InlineData("$second, $first | ForEach-Object { [pscustomobject]@{ BucketName = 'studio-logs'; Key = $_ } } | Get-DeadlineResourceHistory Lighting @aws")]
    public void A_history_is_the_same_wherever_it_is_recorded(string script)
    {
        var run = Module.Run(script).WithoutErrors();

        Assert.Equal(["CreateQueue", "UpdateQueue"], run.Output.Select(entry => entry.Value("EventName")));
        Assert.Equal(["Comp"], Changes(run.Output[1]).Select(change => change.Value("NewValue")));
        Assert.Equal(["Lighting"], Changes(run.Output[1]).Select(change => change.Value("OldValue")));
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void What_the_history_of_a_job_lacks_in_Event_history_is_one_warning()
    {
        var run = Module.Run($"Get-DeadlineResourceHistory {Job} @aws");

        Assert.Equal("ResourceNotFound", run.Errors.Single().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("data events", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_that_is_read_twice_to_find_out_a_name_warns_once() =>
        Assert.Single(Module.Run("Get-DeadlineResourceHistory Lighting @aws -BucketName studio-logs").WithoutErrors().Warnings);

    [Fact]
    public void A_damaged_log_is_one_error_however_often_it_is_read()
    {
        Folder.Write("whole.json", Created(), Renamed());
        File.WriteAllText(Folder["cut.json"], "{\"Records\":[{\"eventVersion\"");
        Module.Set("logs", new[] { Folder["whole.json"], Folder["cut.json"] });

        var run = Module.Run("Get-DeadlineResourceHistory Lighting -Path $logs");

        Assert.Equal(2, run.Output.Count);
        Assert.Equal("LogDamaged", Assert.Single(run.Errors).FullyQualifiedErrorId.Split(',')[0]);
    }

    private static JsonObject Created() => HandWritten.Record(0, record =>
    {
        record["eventName"] = "CreateQueue";
        record["requestParameters"] = new JsonObject { ["farmId"] = HandWritten.Farm, ["displayName"] = "Lighting" };
        record["responseElements"] = new JsonObject { ["queueId"] = HandWritten.Queue };
    });

    private static JsonObject Renamed() => HandWritten.Record(1, record => record["requestParameters"]!["displayName"] = "Comp");

    private static JsonObject Elsewhere() => HandWritten.Record(2, record =>
        record["requestParameters"] = new JsonObject { ["farmId"] = HandWritten.Farm, ["queueId"] = "queue-ffeeddccbbaa99887766554433221100", ["displayName"] = "Sims" });

    private static IEnumerable<PSObject> Changes(PSObject entry) =>
        ((IEnumerable<object>)entry.Value("Changes")!).Select(PSObject.AsPSObject);
}
