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
