using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Recording;

/// <summary>Get-DeadlineTrailSource as a user has it.</summary>
public sealed class SourceTests : FiveTrails
{
    [Fact]
    public void Event_history_and_every_trail_that_records_the_Region_come_with_what_they_record()
    {
        var run = Module.Run("Get-DeadlineTrailSource @aws").WithoutErrors();

        Assert.Equal(
            ["Event history eu-west-1 Yes No Unknown", "company * Yes No Yes", "local eu-west-1 Yes No Unknown", "plain * Yes No Yes", "studio * Yes Yes Yes"],
            run.Output.Select(each => string.Join(' ', new[] { "Name", "Region", "Management", "Data", "SignIns" }.Select(name => each.Properties[name].Value))));
    }

    [Fact]
    public void A_trail_has_all_that_CloudTrail_tells_of_it()
    {
        var trail = Assert.Single(Module.Run("Get-DeadlineTrailSource @aws -Name stud*").WithoutErrors().Output);

        string Text(string name) => Convert.ToString(trail.Properties[name].Value, System.Globalization.CultureInfo.InvariantCulture)!;
        Assert.Equal("Trail", Text("Kind"));
        Assert.Equal("us-west-2", Text("HomeRegion"));
        Assert.Equal($"arn:aws:cloudtrail:us-west-2:{Aws.Key.AccountId}:trail/studio", Text("TrailARN"));
        Assert.Equal("studio-logs", Text("S3BucketName"));
        Assert.Equal("arn:aws:kms:us-west-2:111122223333:key/k", Text("KmsKeyId"));
        Assert.Equal("arn:aws:sns:us-west-2:111122223333:logs", Text("SnsTopic"));
        Assert.Equal("True", Text("IsLogging"));
        Assert.Equal("True", Text("LogValidation"));
        Assert.EndsWith("Z", Text("LatestDeliveryTimeUtc"), StringComparison.Ordinal);
        Assert.Equal(DateTimeKind.Local, ((DateTime)trail.Properties["LatestDeliveryTime"].Value).Kind);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Everything), JsonNode.Parse(Text("EventSelectors"))));
        Assert.Equal(130, ((ICollection<object>)((IEnumerable)trail.Properties["Operations"].Value).Cast<object>().ToList()).Count);
    }

    [Theory]
    [InlineData("studio", "IsMultiRegion", true)]
    [InlineData("local", "IsMultiRegion", false)]
    [InlineData("company", "IsOrganization", true)]
    [InlineData("company", "AccountId", "999988887777")]
    [InlineData("studio", "IsOrganization", false)]
    [InlineData("plain", "S3KeyPrefix", "team")]
    [InlineData("studio", "S3KeyPrefix", null)]
    [InlineData("plain", "LatestDeliveryError", "NoSuchBucket")]
    [InlineData("studio", "LatestDeliveryError", null)]
    [InlineData("silent", "IsLogging", false)]
    [InlineData("silent", "LoggingStoppedTimeUtc", "2026-02-01T08:30:00Z")]
    [InlineData("silent", "LoggingStartedTimeUtc", "2025-01-01T00:00:00Z")]
    [InlineData("silent", "LogValidation", false)]
    [InlineData("silent", "IncludeGlobalServiceEvents", false)]
    [InlineData("silent", "Management", "No")]
    public void What_is_special_about_a_trail_is_a_property_of_it(string name, string property, object? value)
    {
        Aws.AddTrail(new LoopbackTrail("silent", "eu-west-1", "studio-logs")
        {
            AccountId = Aws.Key.AccountId, IsLogging = false, ValidatesLogFiles = false, IncludesGlobalServices = false,
            StartLogging = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), StopLogging = new DateTimeOffset(2026, 2, 1, 8, 30, 0, TimeSpan.Zero),
        });

        Assert.Equal(value, Assert.Single(Module.Run($"Get-DeadlineTrailSource @aws -Name {name}").WithoutErrors().Output).Properties[property].Value);
    }

    [Fact]
    public void Selectors_and_status_are_asked_in_the_trails_home_Region_once()
    {
        Module.Run("Get-DeadlineTrailSource @aws -Region eu-west-1, us-west-2 -Name studio").WithoutErrors();

        Assert.Equal("us-west-2", Assert.Single(Aws.Requests.All, each => each.Operation == "GetEventSelectors").Region);
        Assert.Equal("us-west-2", Assert.Single(Aws.Requests.All, each => each.Operation == "GetTrailStatus").Region);
    }

    [Fact]
    public void What_is_refused_is_an_error_that_names_the_permission_and_the_rest_goes_on()
    {
        Aws.Faults.Always("GetEventSelectors", Fault.Denied, "us-west-2");
        Aws.Faults.Always("DescribeTrails", Fault.Denied, "us-east-1");

        var run = Module.Run("Get-DeadlineTrailSource @aws -Region eu-west-1, us-east-1");

        Assert.Equal(2, run.Errors.Count);
        Assert.All(run.Errors, error => Assert.StartsWith("TrailAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Contains(run.Errors, error => error.ToString().Contains("cloudtrail:DescribeTrails", StringComparison.Ordinal) && (string)error.TargetObject == "us-east-1");
        Assert.Contains(run.Errors, error => error.ToString().Contains("cloudtrail:GetEventSelectors", StringComparison.Ordinal));
        Assert.Equal("Unknown", run.Output.Single(each => (string)each.Properties["Name"].Value == "studio").Properties["Data"].Value);
        Assert.Equal(6, run.Output.Count);
    }

    [Fact]
    public void A_trails_bucket_is_looked_for_from_the_trails_home_Region()
    {
        Module.Run("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws").WithoutErrors();

        Assert.Equal("us-west-2", Assert.Single(Aws.Requests.All, each => each.Operation == "HeadBucket").Region);
    }

    [Fact]
    public void A_trail_nobody_knows_is_an_error()
    {
        var run = Module.Run("Get-DeadlineTrailSource @aws -Name elsewhere, st*");

        Assert.StartsWith("TrailNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Ask others with -Region or -AllRegion", run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Single(run.Output);
    }

    [Fact]
    public void Of_all_Regions_those_not_enabled_are_passed_over()
    {
        Aws.DisabledRegions.Add("ap-south-1");

        var run = Module.Run("Get-DeadlineTrailSource @aws -AllRegion").WithoutErrors();

        Assert.DoesNotContain(run.Output, each => (string)each.Properties["HomeRegion"].Value == "ap-south-1");
        Assert.Contains(run.Output, each => (string)each.Properties["HomeRegion"].Value == "sa-east-1");
    }

    [Theory]
    [InlineData("Get-DeadlineTrailSource @aws -Name studio | Get-DeadlineTrailEvent @aws", 2)]
    [InlineData("Get-DeadlineTrailEvent @aws -Source (Get-DeadlineTrailSource @aws -Name studio) -MaxEvents 1", 1)]
    [InlineData("[pscustomobject]@{ TrailARN = 'x'; S3BucketName = 'studio-logs'; S3KeyPrefix = $null; HomeRegion = 'us-west-2'; Kind = 'Trail' } | Get-DeadlineTrailEvent @aws", 2)]
    [InlineData("Get-DeadlineTrailSource @aws -Name 'Event history' | Get-DeadlineTrailEvent @aws", 0)]
    public void Sources_pipe_into_Get_DeadlineTrailEvent(string script, int events)
    {
        Assert.Equal(events, Module.Run(script).WithoutErrors().Output.Count);
    }

    [Fact]
    public void Event_history_that_is_piped_is_asked_in_its_Region()
    {
        Module.Run("Get-DeadlineTrailSource @aws -Region eu-west-1, sa-east-1 -Name 'Event history' | Get-DeadlineTrailEvent @aws").WithoutErrors();

        Assert.Equal(["eu-west-1", "sa-east-1"], Aws.Requests.All.Where(each => each.Operation == "LookupEvents").Select(each => each.Region).Order());
    }

    [Fact]
    public void Event_history_and_trails_together_make_no_answer()
    {
        var run = Module.Run("Get-DeadlineTrailSource @aws | Get-DeadlineTrailEvent @aws");

        Assert.StartsWith("MixedInput,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Where-Object Kind -EQ Trail", run.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_is_read_from_a_source_that_is_piped()
    {
        var run = Module.Run($"Get-DeadlineTrailSource @aws -Name studio | Get-DeadlineResourceHistory {HandWritten.Queue} @aws").WithoutErrors();

        Assert.Equal(["UpdateQueue", "UpdateQueue"], run.Output.Select(each => each.Properties["EventName"].Value));
        Assert.Empty(Gaps(run));
    }

    [Fact]
    public void The_table_shows_what_is_recorded_and_the_list_what_is_not()
    {
        Assert.Matches("studio +all +Yes +Yes +Yes +Yes +s3://studio-logs/", Module.Format("Get-DeadlineTrailSource @aws -Name studio"));
        Assert.Contains("CreateJob", Module.Format("Get-DeadlineTrailSource @aws -Name plain | Format-List"), StringComparison.Ordinal);
        Assert.Matches("Logging +Yes +The trail is logging", Module.Format("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws"));
    }

    [Theory]
    [InlineData("Format-Table")]
    [InlineData("Format-List")]
    public void What_a_trail_is_called_and_names_is_shown_and_not_obeyed(string view)
    {
        const string evil = "\u001b]0;owned\u0007\u202e";
        Aws.AddTrail(new LoopbackTrail("evil" + evil, "eu-west-1", "evil-bucket" + evil)
        {
            AccountId = Aws.Key.AccountId, S3KeyPrefix = "prefix" + evil, KmsKeyId = "key" + evil, SnsTopicArn = "topic" + evil, LatestDeliveryError = "error" + evil,
        });

        var shown = Module.Format($"Get-DeadlineTrailSource @aws -Name evil* | {view}", 400);

        Assert.DoesNotContain(shown, text => text is '\u001b' or '\u0007' or '\u202e');
        var places = view == "Format-List" ? new[] { "evil", "evil-bucket", "prefix", "key", "topic", "error", "trail/evil" } : ["evil-bucket", "prefix"];
        Assert.All(places, place => Assert.Contains(place + @"\u001b]0;owned\u0007\u202e", shown, StringComparison.Ordinal));
    }
}
