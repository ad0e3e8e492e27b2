using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>Event history as the AWS command line understands it.</summary>
public class LookupEventsByCliTests
{
    [AwsCliFact]
    public async Task All_pages_together_are_all_events_newest_first()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("eu-west-1", aws.Key.AccountId, Records.Many(130));

        var events = (await new AwsCli(aws).JsonAsync("cloudtrail", "lookup-events")).GetProperty("Events");

        Assert.Equal(Enumerable.Range(0, 130).Reverse().Select(Records.Id), events.EnumerateArray().Select(each => each.GetProperty("EventId").GetString()!));
        Assert.Equal(3, aws.Requests.Count("LookupEvents", "eu-west-1"));
        Assert.Equal("ada", events[0].GetProperty("Username").GetString());
        Assert.Equal("true", events[0].GetProperty("ReadOnly").GetString());
        Assert.StartsWith("2026-03-01T08:02:09", events[0].GetProperty("EventTime").GetString());
        Assert.StartsWith("2026-03-01T08:02:08", events[1].GetProperty("EventTime").GetString());
        Assert.Equal(Records.Record(129), events[0].GetProperty("CloudTrailEvent").GetString());
    }

    [AwsCliFact]
    public async Task The_range_of_time_includes_both_ends()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("eu-west-1", aws.Key.AccountId, Records.Many(20));

        var events = (await new AwsCli(aws).JsonAsync("cloudtrail", "lookup-events", "--start-time", Records.Time(5), "--end-time", Records.Time(7))).GetProperty("Events");

        Assert.Equal([Records.Id(7), Records.Id(6), Records.Id(5)], events.EnumerateArray().Select(each => each.GetProperty("EventId").GetString()!));
    }

    [AwsCliFact]
    public async Task One_attribute_selects_and_two_are_refused()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("eu-west-1", aws.Key.AccountId, [Records.Record(1), Records.Record(2, "CreateFarm"), Records.Record(3, user: "grace")]);
        var cli = new AwsCli(aws);

        var created = await cli.JsonAsync("cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=CreateFarm");
        var partial = await cli.JsonAsync("cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=Create");
        var two = await cli.RunAsync("cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=CreateFarm", "AttributeKey=Username,AttributeValue=ada");

        Assert.Equal(Records.Id(2), Assert.Single(created.GetProperty("Events").EnumerateArray()).GetProperty("EventId").GetString());
        Assert.Empty(partial.GetProperty("Events").EnumerateArray());
        Assert.Contains("(InvalidLookupAttributesException)", two.Error);
    }

    [AwsCliFact]
    public async Task Throttling_an_error_a_503_that_is_no_JSON_and_a_lost_connection_are_tried_again()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddEvents("eu-west-1", aws.Key.AccountId, Records.Many(3));
        aws.Faults.Next("LookupEvents", Fault.Throttle, Fault.InternalError, Fault.Unavailable, Fault.Reset);

        var events = (await new AwsCli(aws) { Attempts = 5 }.JsonAsync("cloudtrail", "lookup-events")).GetProperty("Events");

        Assert.Equal(3, events.GetArrayLength());
        Assert.Equal([400, 500, 503, 200, 200], aws.Requests.All.Select(each => each.Status));
        Assert.Equal(4, aws.Faults.Played);
    }

    [AwsCliFact]
    public async Task What_cannot_be_tried_again_is_said_by_its_name()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.Faults.Next("LookupEvents", Fault.Denied, Fault.ExpiredToken);
        var cli = new AwsCli(aws) { Attempts = 1 };

        var denied = await cli.RunAsync("cloudtrail", "lookup-events");
        var expired = await cli.RunAsync("cloudtrail", "lookup-events");

        Assert.NotEqual(0, denied.Code);
        Assert.Contains("(AccessDeniedException)", denied.Error);
        Assert.Contains("is not authorized to perform: cloudtrail:LookupEvents", denied.Error);
        Assert.Contains("(ExpiredTokenException)", expired.Error);
    }

    [AwsCliFact]
    public async Task A_wrong_secret_a_foreign_key_and_a_lost_session_token_are_refused()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        var session = new LoopbackKey("ASIALOOPBACKEXAMPLE2", "secret", "token/of+a=session");
        aws.AddKey(session);

        var secret = await new AwsCli(aws) { Key = aws.Key with { SecretAccessKey = "wrong" } }.RunAsync("cloudtrail", "lookup-events");
        var foreign = await new AwsCli(aws) { Key = new LoopbackKey("AKIAFOREIGN", "secret") }.RunAsync("cloudtrail", "lookup-events");
        var lost = await new AwsCli(aws) { Key = session with { SessionToken = null } }.RunAsync("cloudtrail", "lookup-events");
        var good = await new AwsCli(aws) { Key = session }.RunAsync("cloudtrail", "lookup-events");

        Assert.Contains("(InvalidSignatureException)", secret.Error);
        Assert.Contains("(UnrecognizedClientException)", foreign.Error);
        Assert.Contains("(UnrecognizedClientException)", lost.Error);
        Assert.Equal("", good.Error);
    }

    [AwsCliFact]
    public async Task A_Regional_endpoint_refuses_what_is_signed_for_another_Region()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync(options => options.Region = "eu-west-1");

        var other = await new AwsCli(aws) { Region = "us-east-1" }.RunAsync("cloudtrail", "lookup-events");

        Assert.Contains("(InvalidSignatureException)", other.Error);
        Assert.Contains("valid region", other.Error);
    }
}
