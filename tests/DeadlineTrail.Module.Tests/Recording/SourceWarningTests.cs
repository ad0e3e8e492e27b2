using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Recording;

/// <summary>What a source does not record is said where it is asked.</summary>
public sealed class SourceWarningTests : FiveTrails
{
    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName CreateJob", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -JobId job-00000000000000000000000000000001", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventClass Data", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName CreateJob -WarningAction SilentlyContinue", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName UpdateQueue", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName UpdateQueue -Region us-west-2, eu-central-1", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName UpdateQueue -Region us-*", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName UpdateQueue -Region eu-*", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName \"arn:aws:cloudtrail:us-west-2:$($account):trail/studio\" -EventName CreateJob, SearchJobs", 0)]
    [InlineData("Get-DeadlineTrailSource @aws -Name local | Get-DeadlineTrailEvent @aws -EventName CreateJob", 1)]
    [InlineData("Get-DeadlineTrailSource @aws -Name studio | Get-DeadlineTrailEvent @aws -EventName CreateJob", 0)]
    [InlineData("Get-DeadlineTrailSource @aws -Name 'Event history' | Get-DeadlineTrailEvent @aws -EventName CreateJob", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -EventName CreateJob, UpdateQueue", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -EventName UpdateQueue", 0)]
    public void There_is_one_warning_where_the_source_cannot_answer_and_none_where_it_can(string script, int warnings)
    {
        Module.Set("account", Aws.Key.AccountId);

        var given = Gaps(Module.Run(script).WithoutErrors());

        Assert.True(warnings == given.Count, string.Join("\n", given));
    }

    [Theory]
    [InlineData("Get-DeadlineResourceHistory $job @aws -Source $local", "UpdateJob|local|basic selectors")]
    [InlineData("Get-DeadlineResourceHistory $job @aws -TrailName local", "UpdateJob|local|basic selectors")]
    [InlineData("Get-DeadlineResourceHistory \"arn:aws:deadline:eu-west-1:$($account):farm/$farm/queue/$queue/job/$job\" @aws -Source $local", "UpdateJob|local|basic selectors")]
    [InlineData("$local | Get-DeadlineResourceHistory $queue @aws -IncludeChildren", "UpdateJob|local|basic selectors")]
    [InlineData("Get-DeadlineResourceHistory $job @aws -Source $local -EventName UpdateQueue", null)]
    [InlineData("Get-DeadlineResourceHistory $queue @aws -Source $local -EventName UpdateJob", "UpdateJob|local|basic selectors")]
    [InlineData("Get-DeadlineResourceHistory $queue @aws -Source $local", null)]
    [InlineData("Get-DeadlineResourceHistory $job @aws -Source $studio", null)]
    [InlineData("Get-DeadlineResourceHistory $queue @aws -Source $silent", "UpdateQueue|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory Nowhere @aws -Source $silent", "CreateFarm|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -Source $silent", "UpdateQueue|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory $job, Lighting @aws -Source $silent", "UpdateQueue|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory $queue, Nowhere @aws -Source $silent", "CreateFarm|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory Nowhere @aws -Source $silent -ResourceType Queue, Budget", "CreateBudget|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory Lighting @aws -Source $silent -ResourceType Queue, Budget", "CreateBudget|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory Nowhere @aws -Source $silent -ErrorAction Stop", "CreateFarm|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory $principal @aws -Source $silent", "AssociateMemberToQueue|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory -PrincipalId $principal @aws -Source $silent", "AssociateMemberToQueue|silent|not logging")]
    [InlineData("Get-DeadlineResourceHistory $principal @aws -Source $local", null)]
    [InlineData("Get-DeadlineResourceHistory $job @aws -Source $history", "CreateJob|Event history|data events")]
    [InlineData("Get-DeadlineResourceHistory $queue @aws -Source $history", null)]
    [InlineData("Get-DeadlineSignIn @aws -Source $studio", null)]
    [InlineData("Get-DeadlineSignIn @aws -Source $local", null)]
    [InlineData("Get-DeadlineSignIn @aws -Source $silent", "UserAuthentication, AssumeRole|silent|not logging")]
    [InlineData("Get-DeadlineSignIn @aws -TrailName silent", "UserAuthentication, AssumeRole|silent|not logging")]
    [InlineData("$silent | Get-DeadlineSignIn @aws -EventName UpdateJob", "UpdateJob, UserAuthentication, AssumeRole|silent|not logging")]
    [InlineData("Get-DeadlineSignIn @aws -Source $writes", "AssumeRole|writes|no selector")]
    [InlineData("Get-DeadlineSignIn @aws -Source $local -IncludeActivity", "CreateJob|local|basic selectors")]
    [InlineData("Get-DeadlineSignIn @aws -Source $studio -IncludeActivity", null)]
    [InlineData("Get-DeadlineSignIn @aws -Source $history", null)]
    [InlineData("Get-DeadlineSignIn @aws -Source $history -EventName UpdateJob", "UpdateJob|Event history|data events")]
    public void Histories_and_sign_ins_warn_once_for_each_cause_of_what_their_source_does_not_record(string script, string? says)
    {
        Aws.AddTrail(new LoopbackTrail("silent", "eu-west-1", "studio-logs") { AccountId = Aws.Key.AccountId, IsLogging = false });
        Aws.AddTrail(new LoopbackTrail("writes", "eu-west-1", "studio-logs")
        {
            AccountId = Aws.Key.AccountId, EventSelectors = null,
            AdvancedEventSelectors = """[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["false"]}]}]""",
        });
        Module.Set("account", Aws.Key.AccountId);
        Module.Set("farm", HandWritten.Farm);
        Module.Set("queue", HandWritten.Queue);
        Module.Set("job", "job-00112233445566778899aabbccddeeff");
        Module.Set("principal", "b801f3c0-c071-70bc-b869-6804bc732408");
        Module.Run("$studio, $local, $silent, $writes, $history = foreach ($name in 'studio', 'local', 'silent', 'writes', 'Event history') { Get-DeadlineTrailSource @aws -Name $name }").WithoutErrors();

        var run = Module.Run(script);

        Assert.Subset(new HashSet<string> { "ResourceNotFound" }, run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).ToHashSet());
        var warnings = Gaps(run);
        Assert.True(warnings.Count == (says is null ? 0 : 1), string.Join("\n", run.Warnings));
        Assert.All(says?.Split('|') ?? [], part => Assert.Contains(part, warnings[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_of_selectors_is_known_from_Event_history()
    {
        var time = DateTime.UtcNow.AddDays(-3);
        Aws.AddEvents("us-west-2", Aws.Key.AccountId, [$$"""{"eventVersion":"1.11","eventTime":"{{time:yyyy-MM-ddTHH:mm:ssZ}}","eventSource":"cloudtrail.amazonaws.com","eventName":"PutEventSelectors","awsRegion":"us-west-2","eventID":"e1","requestParameters":{"trailName":"studio"},"eventCategory":"Management","managementEvent":true,"recipientAccountId":"{{Aws.Key.AccountId}}"}"""]);

        var run = Module.Run("$s = Get-DeadlineTrailSource @aws -Name studio; $s.SelectorsChangedTimeUtc; Get-DeadlineTrailEvent @aws -Source $s -EventName CreateJob -Last 5d | Out-Null; Get-DeadlineTrailEvent @aws -Source $s -EventName CreateJob -Last 2d | Out-Null").WithoutErrors();

        Assert.Equal(time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), Assert.Single(run.Objects));
        Assert.Contains("selectors were changed", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_filters_that_point_at_something_a_named_trail_costs_one_lookup()
    {
        Module.Run("Get-DeadlineTrailEvent @aws -TrailName local").WithoutErrors();

        Assert.Equal(["DescribeTrails"], Aws.Requests.All.Select(each => each.Operation).Except(["HeadBucket", "ListObjectsV2", "GetObject"]));
    }
}
