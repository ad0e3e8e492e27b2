using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Testing.Loopback;
using Xunit;
using Xunit.Abstractions;

namespace DeadlineTrail.Module.Tests.EventHistory;

/// <summary>Get-DeadlineTrailEvent without a source, as a user has it: the module as built, against AWS on this machine.</summary>
public sealed class EventHistoryTests(ITestOutputHelper output) : AgainstLoopback
{
    private static readonly DateTime Now = DateTime.UtcNow;

    private protected override void Prepare()
    {
        Aws.AddEvents([Record(1, "eu-central-1", "UpdateQueue"), Record(2, "us-west-2", "UpdateQueue"), Record(3, "eu-central-1", "CreateFarm"), Record(4, "ap-south-1", "DeleteFarm"), Record(5, "us-west-2", "PutObject", "s3.amazonaws.com")]);
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -Region eu-central-1", "1 3")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region eu-central-1, us-west-2, ap-south-1", "1 2 3 4")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region EU-CENTRAL-1, us-west-2 -EventSource * -Oldest", "5 3 2 1")]
    [InlineData("Get-DeadlineTrailEvent @aws -AllRegion -MaxEvents 2", "1 2")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region *-central-1, *-south-1", "1 3 4")]
    [InlineData("Get-DeadlineTrailEvent @aws -RegionToCall us-west-2 -EventName updatequeue", "2")]
    [InlineData("$StoredAWSRegion = 'ap-south-1'; Get-DeadlineTrailEvent @aws", "4")]
    [InlineData("& { $StoredAWSRegion = 'ap-south-1'; Get-DeadlineTrailEvent @aws }", "4")]
    [InlineData("$StoredAWSRegion = 'ap-south-1'; Get-DeadlineTrailEvent @aws -Region eu-central-1 -Last 2h", "1 3")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region ([pscustomobject]@{ Region = 'us-west-2'; Name = 'US West (Oregon)' })", "2")]
    public void Events_of_the_Regions_asked_come_newest_first(string script, string expected)
    {
        var run = Module.Run(script).WithoutErrors();

        Assert.Equal(expected, string.Join(' ', run.Output.Select(each => Number((string)each.Properties["EventId"].Value))));
        Assert.Empty(run.Warnings);
    }

    [Theory]
    [InlineData("cn-north-1", "cn-north-1 cn-northwest-1")]
    [InlineData("us-gov-west-1", "us-gov-east-1 us-gov-west-1")]
    public void All_Regions_are_those_of_the_partition_of_the_default_and_each_is_signed_for(string session, string expected)
    {
        Module.Set("StoredAWSRegion", session);

        Assert.Empty(Module.Run("Get-DeadlineTrailEvent @aws -AllRegion").WithoutErrors().Output);

        Assert.Equal(expected, string.Join(' ', Aws.Requests.All.Select(each => each.Region).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(Aws.Requests.All, each => Assert.Equal(200, each.Status));
    }

    [Fact]
    public void Verbose_says_what_is_sent()
    {
        var run = Module.Run("Get-DeadlineTrailEvent @aws -Region eu-central-1 -EventName CreateFarm -Verbose").WithoutErrors();

        Assert.Contains(run.Verbose, each => each.Contains("EventName = CreateFarm", StringComparison.Ordinal) && each.Contains("eu-central-1", StringComparison.Ordinal));
        Assert.Single(Aws.Requests.All);
    }

    [Fact]
    public void A_Region_of_all_that_is_not_enabled_is_passed_over_and_a_named_one_is_an_error()
    {
        Aws.DisabledRegions.Add("ap-south-1");

        var all = Module.Run("Get-DeadlineTrailEvent @aws -AllRegion -Verbose").WithoutErrors();
        var named = Module.Run("Get-DeadlineTrailEvent @aws -Region eu-central-1, ap-south-1");

        Assert.Equal(3, all.Output.Count);
        Assert.Contains(all.Verbose, each => each.Contains("not enabled ap-south-1", StringComparison.Ordinal));
        Assert.Equal(2, named.Output.Count);
        var error = Assert.Single(named.Errors);
        Assert.Equal("AwsCredentialsRefused,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", error.FullyQualifiedErrorId);
        Assert.Equal("ap-south-1", error.TargetObject);
    }

    [Fact]
    public void A_Region_that_denies_is_an_error_with_the_permission_and_the_others_come()
    {
        Aws.Faults.Always("LookupEvents", Fault.Denied, "us-west-2");

        var run = Module.Run("Get-DeadlineTrailEvent @aws -Region eu-central-1, us-west-2");

        Assert.Equal(2, run.Output.Count);
        var error = Assert.Single(run.Errors);
        Assert.StartsWith("EventHistoryAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("cloudtrail:LookupEvents", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@() | Get-DeadlineTrailEvent @aws -Region eu-central-1")]
    [InlineData("& { } | Get-DeadlineTrailEvent @aws -Region eu-central-1")]
    [InlineData("$null | Get-DeadlineTrailEvent @aws -Region eu-central-1")]
    [InlineData("42 | Get-DeadlineTrailEvent @aws -AllRegion")]
    [InlineData("[pscustomobject]@{ Colour = 'red' } | Get-DeadlineTrailEvent @aws -AllRegion")]
    [InlineData("Get-DeadlineTrailEvent -Path ./no-such-file-* @aws")]
    public void Nothing_in_the_pipeline_never_asks_AWS(string script)
    {
        var run = Module.Run(script);

        Assert.Empty(run.Output);
        Assert.Empty(Aws.Requests.All);
    }

    [Fact]
    public void Identifiers_from_the_pipeline_are_one_query()
    {
        var run = Module.Run("[pscustomobject]@{ FarmId = 'farm-00000000000000000000000000000001' }, [pscustomobject]@{ FarmId = 'farm-00000000000000000000000000000003' } | Get-DeadlineTrailEvent @aws -Region eu-central-1").WithoutErrors();

        Assert.Equal(["1", "3"], run.Output.Select(each => Number((string)each.Properties["EventId"].Value)));
        Assert.Single(Aws.Requests.All);
    }

    [Fact]
    public void What_comes_through_the_pipeline_does_not_choose_where_credentials_go()
    {
        Module.Run("""
            [pscustomobject]@{
                FarmId = 'farm-00000000000000000000000000000001'; EndpointUrl = 'https://example.invalid'; Region = 'us-west-2'; RegionToCall = 'us-west-2'
                ProfileName = 'other'; AccessKey = 'AKIAOTHEROTHEROTHER0'; SecretKey = 'other'; Credential = 'other'; AllRegion = $true
            } | Get-DeadlineTrailEvent @aws -Region eu-central-1
            """).WithoutErrors();

        var request = Assert.Single(Aws.Requests.All);
        Assert.Equal(("eu-central-1", 200), (request.Region, request.Status));
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -Region 'eu-central-1.example.com/'", "InvalidFilter")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region 'nowhere-*'", "InvalidFilter")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region eu-central-1 -AllRegion", "InvalidFilter")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region eu-central-1 -ProfileName studio", "InvalidFilter")]
    [InlineData("Get-DeadlineTrailEvent -AccessKey AKIAEXAMPLEEXAMPLE01 -Region eu-central-1", "InvalidFilter")]
    [InlineData("Get-DeadlineTrailEvent -AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey x -Region eu-central-1 -EndpointUrl http://example.com", "AwsEndpointInsecure")]
    [InlineData("Get-DeadlineTrailEvent -ProfileName there-is-no-such-profile -Region eu-central-1", "AwsProfileNotFound")]
    [InlineData("Get-DeadlineTrailEvent -Credential 5 -Region eu-central-1", "AwsCredentialsUnusable")]
    public void What_cannot_be_asked_ends_with_one_error(string script, string id)
    {
        var run = Module.Run(script);

        Assert.Empty(run.Output);
        Assert.StartsWith(id + ",", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Aws.Requests.All);
    }

    [Theory]
    [InlineData("-JobId job-00000000000000000000000000000001", "management events only")]
    [InlineData("-EventName UpdateJob", "management events only")]
    [InlineData("-EventClass Data", "management events only")]
    [InlineData("-Last 100d", "90 days")]
    public void What_Event_history_cannot_hold_is_a_warning(string filter, string says)
    {
        var run = Module.Run($"Get-DeadlineTrailEvent @aws -Region eu-central-1, us-west-2 {filter}").WithoutErrors();

        Assert.Contains(says, Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_ends_a_request_that_is_never_answered()
    {
        Aws.Faults.Always("LookupEvents", Fault.Hang);
        using var running = Module.Start("Get-DeadlineTrailEvent @aws -Region eu-central-1");
        Assert.True(SpinWait.SpinUntil(() => Aws.Requests.InFlight == 1, TimeSpan.FromSeconds(30)));
        var clock = Stopwatch.StartNew();

        var run = running.Stop();

        output.WriteLine($"stopped after {clock.ElapsedMilliseconds} ms");
        Assert.True(run.Stopped);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void An_early_end_of_the_pipeline_asks_no_further()
    {
        Aws.AddEvents(Enumerable.Range(100, 400).Select(number => Record(number, "eu-west-1", "UpdateQueue")));

        var run = Module.Run("function Stop-AtOnce { process { $_; break } }; foreach ($once in 1) { Get-DeadlineTrailEvent @aws -Region eu-west-1 | Stop-AtOnce }");

        Assert.Single(run.Output);
        Assert.Single(Aws.Requests.All);
    }

    /// <summary>One minute further back each.</summary>
    private static string Record(int number, string region, string name, string source = "deadline.amazonaws.com")
    {
        var time = Now.AddMinutes(-number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$$"""{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"avery","accountId":"111122223333","accessKeyId":"AKIAEXAMPLEEXAMPLE01"},"eventTime":"{{{time}}}","eventSource":"{{{source}}}","eventName":"{{{name}}}","awsRegion":"{{{region}}}","requestParameters":{"farmId":"farm-{{{number:D32}}}"},"eventID":"00000000-0000-4000-8000-{{{number:D12}}}","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}""";
    }

    private static string Number(string eventId) => int.Parse(eventId.AsSpan(eventId.Length - 12), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
