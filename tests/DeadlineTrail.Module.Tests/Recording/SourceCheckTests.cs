using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Recording;

/// <summary>Test-DeadlineTrailSource as a user has it.</summary>
public sealed class SourceCheckTests : FiveTrails
{
    [Fact]
    public void A_good_trail_passes_every_check()
    {
        var run = Module.Run("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws").WithoutErrors();

        Assert.Equal(
            ["Identity", "Logging", "Delivery", "RecordingUnchanged", "ListLogs", "ReadLogs", "DecryptLogs", "Clock", "JobQuestions", "WorkerQuestions", "QueueQuestions", "SignInQuestions"],
            run.Output.Select(each => (string)each.Properties["Name"].Value));
        Assert.All(run.Output, each => Assert.True(each.Properties["Passed"].Value is true, $"{each.Properties["Name"].Value}: {each.Properties["Detail"].Value}"));
    }

    [Fact]
    public void A_check_that_passes_says_what_nobody_can_be_sure_of()
    {
        var checks = Checks("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws");

        Assert.Contains("of which AWS lists the class, is recorded. Not known: BatchUpdateJob, BatchUpdateTask (", checks["studio JobQuestions"].Detail, StringComparison.Ordinal);
        Assert.EndsWith("Every call that answers it is recorded.", checks["studio QueueQuestions"].Detail, StringComparison.Ordinal);
        Assert.Contains("UserAuthentication", checks["studio SignInQuestions"].Detail, StringComparison.Ordinal);
        Assert.Contains("the account that owns the Identity Center instance, which may be another", checks["studio SignInQuestions"].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_says_what_to_do()
    {
        Aws.Faults.Always("GetObject", Fault.KeyDenied);
        var checks = Checks("Get-DeadlineTrailSource @aws -Name plain, studio, 'Event history' | Test-DeadlineTrailSource @aws");

        Assert.False(checks["plain Delivery"].Passed);
        Assert.Contains("NoSuchBucket", checks["plain Delivery"].Detail, StringComparison.Ordinal);
        Assert.False(checks["plain ListLogs"].Passed);
        Assert.False(checks["studio DecryptLogs"].Passed);
        Assert.Contains("kms:Decrypt", checks["studio DecryptLogs"].Remedy, StringComparison.Ordinal);
        Assert.Contains("arn:aws:kms:us-west-2:111122223333:key/k", checks["studio DecryptLogs"].Remedy, StringComparison.Ordinal);
        Assert.False(checks["plain JobQuestions"].Passed);
        Assert.Contains("aws cloudtrail put-event-selectors --region eu-west-1", checks["plain JobQuestions"].Remedy, StringComparison.Ordinal);
        Assert.Contains("Write-CTEventSelector", checks["plain JobQuestions"].Remedy, StringComparison.Ordinal);
        Assert.True(checks["plain QueueQuestions"].Passed);
        Assert.True(checks["Event history of eu-west-1 LookupEvents"].Passed);
        Assert.Null(checks["Event history of eu-west-1 SignInQuestions"].Passed);
    }

    [Fact]
    public void Permissions_that_are_missing_are_named()
    {
        Aws.Faults.Always("LookupEvents", Fault.Denied);
        Aws.Faults.Always("ListObjectsV2", Fault.Denied);
        Aws.Faults.Always("GetTrailStatus", Fault.Denied);
        var checks = Checks("Get-DeadlineTrailSource @aws -Name studio, 'Event history' -ErrorAction SilentlyContinue | Test-DeadlineTrailSource @aws");

        Assert.Contains("cloudtrail:LookupEvents", checks["Event history of eu-west-1 LookupEvents"].Remedy, StringComparison.Ordinal);
        Assert.Contains("s3:ListBucket", checks["studio ListLogs"].Remedy, StringComparison.Ordinal);
        Assert.Null(checks["studio Logging"].Passed);
        Assert.Contains("cloudtrail:GetTrailStatus", checks["studio Logging"].Remedy, StringComparison.Ordinal);
        Assert.Null(checks["studio ReadLogs"].Passed);
        Assert.Null(checks["studio RecordingUnchanged"].Passed);
        Assert.Contains("cloudtrail:LookupEvents", checks["studio RecordingUnchanged"].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_found_behind_a_page_of_changes_of_other_trails()
    {
        var now = DateTimeOffset.UtcNow;
        string Put(int minutesAgo, string trail) => $$"""{"eventVersion":"1.11","eventTime":"{{now.AddMinutes(-minutesAgo):yyyy-MM-ddTHH:mm:ssZ}}","eventSource":"cloudtrail.amazonaws.com","eventName":"PutEventSelectors","awsRegion":"us-west-2","eventID":"e{{minutesAgo}}","requestParameters":{"trailName":"{{trail}}"},"eventCategory":"Management","managementEvent":true,"recipientAccountId":"{{Aws.Key.AccountId}}"}""";
        Aws.AddEvents("us-west-2", Aws.Key.AccountId, [.. Enumerable.Range(1, 60).Select(minutes => Put(minutes, "another")), Put(90, "studio"), Put(91, "studio")]);

        var check = Checks("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws")["studio RecordingUnchanged"];

        Assert.False(check.Passed);
        Assert.Contains($"the selectors were changed at {now.AddMinutes(-90):yyyy-MM-ddTHH:mm:ssZ};", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_for_changes_that_breaks_off_is_no_sign_that_there_were_none()
    {
        Aws.Faults.Next("LookupEvents", Fault.EmptyPage, Fault.Denied);

        var check = Checks("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws")["studio RecordingUnchanged"];

        Assert.Null(check.Passed);
        Assert.Contains("is not known", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true, true, "minutes ago", null)]
    [InlineData(100, true, null, "minutes ago. Either nothing that it records happened, or delivery is late", "ask Event history for the last hours")]
    [InlineData(23 * 60, true, null, "23 hours ago. Either nothing", "ask Event history for the last hours")]
    [InlineData(25 * 60, true, false, "25 hours ago. Nearly every account has events in a day", "bucket's policy and the KMS key")]
    [InlineData(50 * 24 * 60, true, false, "50 days ago", "bucket's policy and the KMS key")]
    [InlineData(null, true, false, "No delivery is known", "bucket's policy lets cloudtrail.amazonaws.com write")]
    [InlineData(null, false, null, "No delivery is known", "Check that the trail is logging")]
    public void Delivery_that_lags_is_said_to(int? minutes, bool isLogging, bool? passed, string detail, string? remedy)
    {
        Aws.AddTrail(new LoopbackTrail("late", "eu-west-1", "studio-logs")
        {
            AccountId = Aws.Key.AccountId, IsLogging = isLogging, LatestDelivery = minutes is { } ago ? DateTimeOffset.UtcNow.AddMinutes(-ago) : null,
        });

        var check = Checks("Get-DeadlineTrailSource @aws -Name late | Test-DeadlineTrailSource @aws")["late Delivery"];

        Assert.Equal(passed, check.Passed);
        Assert.Contains(detail, check.Detail, StringComparison.Ordinal);
        Assert.Equal(remedy is null, check.Remedy is null);
        Assert.Contains(remedy ?? string.Empty, check.Remedy ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Logs_that_may_be_listed_but_not_read_are_told_apart()
    {
        Aws.Faults.Always("GetObject", Fault.Denied);
        var checks = Checks("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws");

        Assert.True(checks["studio ListLogs"].Passed);
        Assert.False(checks["studio ReadLogs"].Passed);
        Assert.Contains("Allow s3:GetObject on arn:aws:s3:::studio-logs/*", checks["studio ReadLogs"].Remedy, StringComparison.Ordinal);
        Assert.Null(checks["studio DecryptLogs"].Passed);
    }

    [Fact]
    public void A_trail_that_is_not_logging_is_to_be_started()
    {
        Aws.AddTrail(new LoopbackTrail("silent", "us-west-2", "studio-logs") { AccountId = Aws.Key.AccountId, IsLogging = false, StopLogging = new DateTimeOffset(2026, 2, 1, 8, 30, 0, TimeSpan.Zero) });
        var checks = Checks("Get-DeadlineTrailSource @aws -Name silent | Test-DeadlineTrailSource @aws");

        Assert.All(new[] { "Logging", "JobQuestions", "WorkerQuestions", "QueueQuestions", "SignInQuestions" }, name =>
        {
            var check = checks["silent " + name];
            Assert.False(check.Passed);
            Assert.Contains($"aws cloudtrail start-logging --region us-west-2 --name arn:aws:cloudtrail:us-west-2:{Aws.Key.AccountId}:trail/silent", check.Remedy, StringComparison.Ordinal);
        });
        Assert.Contains("since 2026-02-01T08:30:00Z", checks["silent Logging"].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_changed_lately_says_nothing_of_the_time_before()
    {
        var (started, stopped, put) = (DateTimeOffset.UtcNow.AddDays(-40), DateTimeOffset.UtcNow.AddDays(-41), DateTimeOffset.UtcNow.AddDays(-3));
        Aws.AddTrail(new LoopbackTrail("new", "us-west-2", "studio-logs") { AccountId = Aws.Key.AccountId, StartLogging = started, StopLogging = stopped });
        Aws.AddEvents("us-west-2", Aws.Key.AccountId, [$$"""{"eventVersion":"1.11","eventTime":"{{put:yyyy-MM-ddTHH:mm:ssZ}}","eventSource":"cloudtrail.amazonaws.com","eventName":"PutEventSelectors","awsRegion":"us-west-2","eventID":"e1","requestParameters":{"trailName":"new"},"eventCategory":"Management","managementEvent":true,"recipientAccountId":"{{Aws.Key.AccountId}}"}"""]);

        var check = Checks("Get-DeadlineTrailSource @aws -Name new | Test-DeadlineTrailSource @aws")["new RecordingUnchanged"];

        Assert.False(check.Passed);
        Assert.Contains($"logging was stopped at {stopped:yyyy-MM-ddTHH:mm:ssZ}, logging was started at {started:yyyy-MM-ddTHH:mm:ssZ}, the selectors were changed at {put:yyyy-MM-ddTHH:mm:ssZ}; what it recorded before that is not known", check.Detail, StringComparison.Ordinal);
        Assert.Contains("Get-DeadlineTrailEvent -EventSource cloudtrail.amazonaws.com shows who changed it", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_changed_by_a_test()
    {
        Module.Run("Test-DeadlineTrailSource @aws").WithoutErrors();

        Assert.All(Aws.Requests.All, each => Assert.Contains(each.Operation, new[] { "DescribeTrails", "GetTrailStatus", "GetEventSelectors", "GetCallerIdentity", "LookupEvents", "HeadBucket", "ListObjectsV2", "GetObject" }));
    }

    [Fact]
    public void Nothing_in_the_pipeline_never_asks_AWS()
    {
        Assert.Empty(Module.Run("@() | Test-DeadlineTrailSource @aws").Output);
        Assert.Empty(Aws.Requests.All);
    }

    private Dictionary<string, (bool? Passed, string Detail, string? Remedy)> Checks(string script) => Module.Run(script).WithoutErrors().Output.ToDictionary(
        each => each.Properties["Source"].Value + " " + each.Properties["Name"].Value,
        each => ((bool?)each.Properties["Passed"].Value, (string)each.Properties["Detail"].Value, (string?)each.Properties["Remedy"].Value));
}
