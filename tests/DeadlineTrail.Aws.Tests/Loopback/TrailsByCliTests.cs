using System;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>Trails and their keys as the AWS command line understands them.</summary>
public class TrailsByCliTests
{
    private static readonly LoopbackTrail s_studio = new("studio", "us-east-1", "studio-trail")
    {
        S3KeyPrefix = "audit",
        LatestDelivery = Records.Start,
        EventSelectors = null,
        AdvancedEventSelectors = """[{"Name":"Deadline","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Queue"]}]}]""",
    };

    [AwsCliFact]
    public async Task A_trail_of_all_Regions_is_seen_from_another_Region_by_its_ARN()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddTrail(s_studio);
        aws.AddTrail(new LoopbackTrail("local", "eu-west-1", "local-trail") { IsMultiRegion = false });
        aws.AddTrail(new LoopbackTrail("elsewhere", "ap-south-1", "far-trail") { IsMultiRegion = false });
        var cli = new AwsCli(aws);

        var described = await cli.JsonAsync("cloudtrail", "describe-trails");
        var found = await cli.JsonAsync("cloudtrail", "get-trail", "--name", s_studio.Arn);
        var unknown = await cli.RunAsync("cloudtrail", "get-trail", "--name", "studio");

        Assert.Equal(["local", "studio"], described.GetProperty("trailList").EnumerateArray().Select(each => each.GetProperty("Name").GetString()).Order());
        Assert.Equal("arn:aws:cloudtrail:us-east-1:111122223333:trail/studio", found.GetProperty("Trail").GetProperty("TrailARN").GetString());
        Assert.Equal("audit", found.GetProperty("Trail").GetProperty("S3KeyPrefix").GetString());
        Assert.Contains("(TrailNotFoundException)", unknown.Error);
    }

    [AwsCliFact]
    public async Task Status_and_selectors_of_a_trail_are_told()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddTrail(s_studio);
        var cli = new AwsCli(aws) { Region = "us-east-1" };

        var status = await cli.JsonAsync("cloudtrail", "get-trail-status", "--name", "studio");
        var selectors = await cli.JsonAsync("cloudtrail", "get-event-selectors", "--trail-name", "studio");

        Assert.True(status.GetProperty("IsLogging").GetBoolean());
        Assert.Equal(Records.Start, status.GetProperty("LatestDeliveryTime").GetDateTimeOffset());
        Assert.Equal("AWS::Deadline::Queue", selectors.GetProperty("AdvancedEventSelectors")[0].GetProperty("FieldSelectors")[1].GetProperty("Equals")[0].GetString());
        Assert.False(selectors.TryGetProperty("EventSelectors", out _));
    }

    [AwsCliFact]
    public async Task Keys_of_a_Region_that_were_valid_in_a_range_are_listed()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddPublicKey(new LoopbackPublicKey("eu-west-1", new byte[] { 1, 2, 3 }, Records.Start.AddDays(-10), Records.Start.AddDays(-5), "old"));
        aws.AddPublicKey(new LoopbackPublicKey("eu-west-1", new byte[] { 4, 5, 6 }, Records.Start.AddDays(-5), Records.Start.AddDays(5), "now"));
        aws.AddPublicKey(new LoopbackPublicKey("us-east-1", new byte[] { 7, 8, 9 }, Records.Start.AddDays(-5), Records.Start.AddDays(5), "elsewhere"));

        var keys = (await new AwsCli(aws).JsonAsync("cloudtrail", "list-public-keys", "--start-time", Records.Time(0), "--end-time", Records.Time(60))).GetProperty("PublicKeyList");

        var key = Assert.Single(keys.EnumerateArray());
        Assert.Equal("now", key.GetProperty("Fingerprint").GetString());
        Assert.Equal(Convert.ToBase64String([4, 5, 6]), key.GetProperty("Value").GetString());
    }
}
