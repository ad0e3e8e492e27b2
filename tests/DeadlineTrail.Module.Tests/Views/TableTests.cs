using System;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Views;

/// <summary>What stands at the prompt without another word, checked by eye and kept.</summary>
public sealed class TableTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public TableTests(ModuleHost module)
    {
        _module = module;
        _module.Set("log", _folder.Write(
            "log.json",
            HandWritten.Record(1),
            HandWritten.Record(2, record =>
            {
                record["eventName"] = "UpdateWorkerSchedule";
                record["userIdentity"] = Role("AWSDeadlineCloudFleetRole-218216567", "worker-2e149ce7fe75e67582db39dde4a18a06");
                record["requestParameters"] = JsonNode.Parse("""{"workerId":"worker-2e149ce7fe75e67582db39dde4a18a06"}""");
                record["errorCode"] = "ThrottlingException";
            }),
            HandWritten.Record(3, record =>
            {
                record["eventName"] = "GetSessionsStatisticsAggregation";
                record["sourceIPAddress"] = "2001:db8:85a3::8a2e:370:7334";
                record["errorCode"] = "AccessDenied";
                record["requestParameters"] = null;
            }),
            HandWritten.Record(4, record =>
            {
                record["eventSource"] = "sts.amazonaws.com";
                record["eventName"] = "AssumeRole";
                record["sourceIPAddress"] = "credentials.deadline.amazonaws.com";
                record["userIdentity"] = JsonNode.Parse("""{"type":"AWSService","invokedBy":"credentials.deadline.amazonaws.com"}""");
                record["requestParameters"] = null;
            })));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void At_120_columns_everything_reads_well() => Assert.Equal(
        $"""

        Time                Event                    Actor                   Resource                Address         Result
        ----                -----                    -----                   --------                -------         ------
        {At(4)} AssumeRole (sts)         credentials.deadline                            credentials.de… OK
        {At(3)} GetSessionsStatisticsAg… mia                                             2001:db8:85a3:… Denied
        {At(2)} UpdateWorkerSchedule     worker-2e149ce7 (AWSDe… worker-2e149ce7         192.0.2.10      Throttling
        {At(1)} UpdateQueue              mia                     Lighting (queue-001122… 192.0.2.10      OK


        """.ReplaceLineEndings("\n"),
        Trimmed(_module.Format("Get-DeadlineTrailEvent $log -EventSource *", width: 120)));

    [Fact]
    public void At_80_columns_it_still_says_who_did_what() => Assert.Equal(
        $"""

        Time                Event      Actor      Resource   Address         Result
        ----                -----      -----      --------   -------         ------
        {At(4)} AssumeRol… credentia…            credentials.de… OK
        {At(3)} GetSessio… mia                   2001:db8:85a3:… Denied
        {At(2)} UpdateWor… worker-2e… worker-2e… 192.0.2.10      Throttling
        {At(1)} UpdateQue… mia        Lighting … 192.0.2.10      OK


        """.ReplaceLineEndings("\n"),
        Trimmed(_module.Format("Get-DeadlineTrailEvent $log -EventSource *", width: 80)));

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    public void No_line_is_longer_than_the_window(int width) =>
        Assert.All(_module.Format("Get-DeadlineTrailEvent $log -EventSource *", width).Split('\n'), line => Assert.True(line.Length <= width, line));

    [Fact]
    public void Every_column_has_a_property_of_its_own_to_go_on_with()
    {
        // What stands in the columns Time, Event, Actor, Resource, Address and Result.
        string[] properties = ["EventTime", "EventName", "ActorName", "ResourceName", "ResourceId", "SourceIPAddress", "Succeeded", "IsDenied", "ErrorCode"];
        var trailEvent = _module.Run("Get-DeadlineTrailEvent $log -MaxEvents 1").WithoutErrors().Output.Single();

        Assert.All(properties, name => Assert.NotNull(trailEvent.Properties[name]));
    }

    [Fact]
    public void What_only_the_views_need_is_not_among_the_properties_people_see() =>
        Assert.DoesNotContain("Shown", _module.Format("Get-DeadlineTrailEvent $log -MaxEvents 1 | Format-List *"), StringComparison.Ordinal);

    private static JsonNode Role(string role, string session) => JsonNode.Parse($$"""
        {"type":"AssumedRole","principalId":"AROAEXAMPLE:{{session}}","arn":"arn:aws:sts::{{HandWritten.Account}}:assumed-role/{{role}}/{{session}}","accountId":"{{HandWritten.Account}}"}
        """)!;

    private static string At(int minute) => HandWritten.Utc(minute).ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static string Trimmed(string table) => string.Join('\n', table.Split('\n').Select(line => line.TrimEnd()));
}
