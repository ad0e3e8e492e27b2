using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.History;

/// <summary>The history of a resource is asked of every place that events are asked of.</summary>
public sealed class HistorySourceTests : IAsyncLifetime, IDisposable
{
    private const string Job = "job-00112233445566778899aabbccddeeff";
    private const string Folder = "AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/";
    private static readonly DateTime Now = DateTime.UtcNow;

    private readonly ModuleHost _module = new();
    private readonly TrailFolder _folder = new();
    private LoopbackAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _aws.AddEvents([Recent(Created()), Recent(Renamed()), Recent(Elsewhere())]);
        var logs = _aws.AddBucket("studio-logs", "eu-central-1");
        logs.Put(Key("1001Z_aaaaaaaaaaaaaaaa"), Log(Created()));
        logs.Put(Key("1002Z_bbbbbbbbbbbbbbbb"), Log(Renamed()));
        _aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "studio-logs") { AccountId = _aws.Key.AccountId });
        _module.Set("aws", new Hashtable { ["AccessKey"] = _aws.Key.AccessKeyId, ["SecretKey"] = _aws.Key.SecretAccessKey, ["EndpointUrl"] = _aws.Endpoint });
        _module.Set("StoredAWSRegion", "us-west-2");
        _module.Set("first", Key("1001Z_aaaaaaaaaaaaaaaa"));
        _module.Set("second", Key("1002Z_bbbbbbbbbbbbbbbb"));
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _module.Dispose();
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
        var run = _module.Run(script).WithoutErrors();

        Assert.Equal(["CreateQueue", "UpdateQueue"], run.Output.Select(entry => entry.Value("EventName")));
        Assert.Equal(["Comp"], Changes(run.Output[1]).Select(change => change.Value("NewValue")));
        Assert.Equal(["Lighting"], Changes(run.Output[1]).Select(change => change.Value("OldValue")));
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void What_the_history_of_a_job_lacks_in_Event_history_is_one_warning()
    {
        var run = _module.Run($"Get-DeadlineResourceHistory {Job} @aws");

        Assert.Equal("ResourceNotFound", run.Errors.Single().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("data events", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_that_is_read_twice_to_find_out_a_name_warns_once() =>
        Assert.Single(_module.Run("Get-DeadlineResourceHistory Lighting @aws -BucketName studio-logs").WithoutErrors().Warnings);

    [Fact]
    public void A_damaged_log_is_one_error_however_often_it_is_read()
    {
        _folder.Write("whole.json", Created(), Renamed());
        File.WriteAllText(_folder["cut.json"], "{\"Records\":[{\"eventVersion\"");
        _module.Set("logs", new[] { _folder["whole.json"], _folder["cut.json"] });

        var run = _module.Run("Get-DeadlineResourceHistory Lighting -Path $logs");

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

    /// <summary>The record as if its tenth hour were the one before last.</summary>
    private static string Recent(JsonObject record)
    {
        var time = DateTime.Parse((string)record["eventTime"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        record["eventTime"] = (Now.AddHours(-2) + (time - HandWritten.Utc(0))).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return record.ToJsonString();
    }

    private static byte[] Log(JsonObject record) => Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray(record) }.ToJsonString());

    private static string Key(string end) => $"{Folder}111122223333_CloudTrail_us-west-2_20260302T{end}.json.gz";

    private static IEnumerable<PSObject> Changes(PSObject entry) =>
        ((IEnumerable<object>)entry.Value("Changes")!).Select(PSObject.AsPSObject);
}
