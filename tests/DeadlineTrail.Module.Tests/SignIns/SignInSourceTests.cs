using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.SignIns;

/// <summary>
/// Get-DeadlineSignIn where the sign-in is in one account and Region and the farm in another: the module as built, against AWS
/// on this machine, which knows both accounts by their keys.
/// </summary>
public sealed class SignInSourceTests : AgainstLoopback
{
    private const string Success = "Success 2 3";
    private const string NotSeen = "NotSeen 2 3";

    private static readonly LoopbackKey s_management = new("AKIALOOPBACKMANAGE01", "loopback/management+EXAMPLEKEYEXAMPLEKEY")
    {
        AccountId = SignInRecords.ManagementAccount,
        Arn = $"arn:aws:iam::{SignInRecords.ManagementAccount}:user/auditor",
    };

    private static readonly JsonObject[] s_farm =
    [
        SignInRecords.Grant(1), SignInRecords.Grant(14), SignInRecords.Call(2, 1), SignInRecords.Call(16, 14),
        SignInRecords.Call(17, 14, "UpdateQueue", "192.0.2.99"), HandWritten.Record(300),
    ];

    private protected override void Prepare()
    {
        Aws.AddKey(s_management);
        var profiles = Folder.Write("credentials", Aws.Key.Profile("farm") + s_management.Profile("management"));
        Module.Set("aws", new Hashtable { ["ProfileName"] = "farm", ["ProfileLocation"] = profiles, ["EndpointUrl"] = Aws.Endpoint });
        Module.Set("keys", new Hashtable { ["AccessKey"] = s_management.AccessKeyId, ["SecretKey"] = s_management.SecretAccessKey });
        Module.Set("StoredAWSRegion", "eu-west-1");
    }

    [Theory]
    [InlineData("@{ ProfileName = 'management'; Region = 'eu-central-1' }", Success)]
    [InlineData("@{ profilename = 'management'; regiontocall = 'eu-central-1', 'us-east-1' }", Success)]
    [InlineData("(@{ Region = 'eu-central-1' } + $keys)", Success)]
    [InlineData("@{ ProfileName = 'management'; AllRegion = $true }", Success)]
    [InlineData("@{ Region = 'us-east-1' }, @{ ProfileName = 'management'; Region = 'eu-central-1' }", Success)]
    [InlineData("@{ ProfileName = 'management'; Region = 'ap-south-1' }", NotSeen)]
    [InlineData("@{ Region = 'eu-central-1' }", NotSeen)]
    public void Two_profiles_of_two_accounts_and_Regions_are_one_answer(string source, string expected)
    {
        AddHistory();

        var run = Module.Run($"Get-DeadlineSignIn @aws -Region us-west-2 -SignInSource {source}").WithoutErrors();

        Assert.Equal([expected], Sessions(run));
        Assert.Equal(expected == NotSeen ? 1 : 0, run.Warnings.Count);
    }

    [Fact]
    public void Without_the_other_place_a_warning_says_which_half_is_missing_and_where_was_asked()
    {
        AddHistory();

        var run = Module.Run("Get-DeadlineSignIn @aws -Region us-west-2").WithoutErrors();

        Assert.Equal([NotSeen], Sessions(run));
        var warning = Assert.Single(run.Warnings);
        Assert.Contains("signin.amazonaws.com", warning, StringComparison.Ordinal);
        Assert.Contains("us-west-2, us-east-1", warning, StringComparison.Ordinal);
        Assert.Contains("-SignInSource", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Grants_and_sign_ins_of_us_east_1_are_found_with_the_farms_Region()
    {
        Aws.AddEvents(new[] { SignInRecords.SignIn(0), SignInRecords.Grant(1), SignInRecords.Call(2, 1) }.Select((record, at) =>
        {
            record["awsRegion"] = at == 2 ? "us-west-2" : "us-east-1";
            record["recipientAccountId"] = HandWritten.Account;
            return record.ToJsonString();
        }));

        var run = Module.Run("Get-DeadlineSignIn @aws -Region us-west-2 -Verbose").WithoutErrors();

        Assert.Equal(["Success 1 1"], Sessions(run));
        Assert.Empty(run.Warnings);
        Assert.Contains(run.Verbose, told => told.Contains("of us-east-1 for EventSource = signin.amazonaws.com, EventName = AssumeRole", StringComparison.Ordinal));
        Assert.Equal([("us-east-1", 2), ("us-west-2", 3)], Aws.Requests.All.GroupBy(each => each.Region).Select(region => (region.Key, region.Count())).Order());
    }

    [Theory]
    [InlineData("-EventName UpdateQueue", 1)]
    [InlineData("-EventName UpdateQueue -SourceIPAddress 203.0.113.10", 0)]
    [InlineData("-EventName DeleteQueue", 0)]
    [InlineData("-EventName UserAuthentication", 1)]
    [InlineData("-EventSource sts.amazonaws.com", 1)]
    [InlineData("-AccountId 999988887777", 1)]
    public void Filters_choose_sessions_and_leave_them_whole(string filter, int count)
    {
        AddHistory();

        var run = Module.Run($"Get-DeadlineSignIn @aws -Region us-west-2 {filter} -SignInSource @{{ ProfileName = 'management'; Region = 'eu-central-1' }}").WithoutErrors();

        Assert.Equal(Enumerable.Repeat(Success, count), Sessions(run));
    }

    /// <summary>The farm's Region says where to ask for the farm; what the other place has is of another Region.</summary>
    [Fact]
    public void A_failed_sign_in_of_the_other_place_is_there()
    {
        AddHistory();
        Aws.AddEvents([SignInRecords.Failure(-60).ToJsonString()]);

        var run = Module.Run("Get-DeadlineSignIn @aws -Region us-west-2 -Outcome Failure -SignInSource @{ ProfileName = 'management'; Region = 'eu-central-1' }").WithoutErrors();

        Assert.Equal("198.51.100.77", Assert.Single(run.Output).Properties["SourceIPAddress"].Value);
    }

    [Fact]
    public void The_calls_that_Event_history_gave_are_there_and_one_warning_says_which_are_not()
    {
        AddHistory();

        var run = Module.Run("$session = Get-DeadlineSignIn @aws -Region us-west-2 -IncludeActivity -SignInSource @{ ProfileName = 'management'; Region = 'eu-central-1' }; $session.Calls").WithoutErrors();

        Assert.Equal([2, 16, 17], run.Minutes());
        Assert.Contains("management events only", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_Event_history_can_never_meet_is_a_warning()
    {
        AddHistory();

        var run = Module.Run("Get-DeadlineSignIn @aws -Region us-west-2 -EventName UpdateJob").WithoutErrors();

        Assert.Empty(run.Output);
        Assert.Contains(run.Warnings, warning => warning.Contains("UpdateJob", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-DeadlineSignIn @aws -BucketName org-logs", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName org-logs -Region us-west-2", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName org-logs -AccountId 111122223333", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName org-logs -AccountId 999988887777 -Region eu-central-1", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName org-logs -AccountId 999988887777 -Region us-west-2", "")]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs", NotSeen)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -SignInSource @{ BucketName = 'management-logs'; KeyPrefix = 'audit'; ProfileName = 'management' }", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -SignInSource @{ BucketName = 'management-logs'; S3KeyPrefix = 'audit'; Region = 'eu-central-1' }", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -SignInSource $trail", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -SignInSource @{ TrailName = $trail.TrailARN; ProfileName = 'management' }", Success)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -SignInSource ([pscustomobject]@{ Kind = 'EventHistory'; Region = 'us-east-1' })", NotSeen)]
    [InlineData("$trail | Get-DeadlineSignIn @aws", "NotSeen 1 0, Success 0 0")]
    public void Buckets_are_read_for_both_halves(string script, string expected)
    {
        AddBuckets();

        var run = Module.Run(script).WithoutErrors();

        Assert.Equal(expected, string.Join(", ", Sessions(run)));
    }

    [Fact]
    public void An_organisations_bucket_is_read_once()
    {
        AddBuckets();

        Module.Run("Get-DeadlineSignIn @aws -BucketName org-logs").WithoutErrors();

        var read = Aws.Requests.All.Where(each => each.Operation == "GetObject").Select(each => each.Call.Key).ToList();
        Assert.Equal(2, read.Count);
        Assert.Equal(read.Distinct(), read);
    }

    [Fact]
    public void Calls_from_a_bucket_are_read_again_when_they_are_looked_at()
    {
        AddBuckets();
        Module.Run("$session = Get-DeadlineSignIn @aws -BucketName org-logs -IncludeActivity").WithoutErrors();
        var before = Aws.Requests.Count("GetObject");

        Assert.Equal([2, 16, 17], Module.Run("$session.Calls").WithoutErrors().Minutes());
        Assert.Equal(before + 1, Aws.Requests.Count("GetObject"));

        Aws.Faults.Always("GetObject", Fault.Denied);
        Assert.Contains(Module.Run("foreach ($call in $session.Calls) { $call }").Errors, error => error.Exception.Message.Contains("s3://org-logs/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@{}", "empty")]
    [InlineData("'management-account'", "a table")]
    [InlineData("@{ Bucket = 'x' }", "BucketName")]
    [InlineData("@{ EventName = 'DeleteQueue' }", "\"EventName\"")]
    [InlineData("@{ Path = 'a'; BucketName = 'b' }", "more than one place")]
    [InlineData("@{ Region = 'us-east-1'; AllRegion = $true }", "more than one place")]
    [InlineData("@{ Key = 'a' }", "half of one")]
    [InlineData("@{ KeyPrefix = 'a'; Region = 'us-east-1' }", "KeyPrefix belongs to")]
    [InlineData("@{ BucketName = '' }", "BucketName")]
    [InlineData("@{ BucketName = 'b'; ThrottleLimit = 0 }", "ThrottleLimit")]
    [InlineData("@{ BucketName = 'b'; ThrottleLimit = 'many' }", "ThrottleLimit")]
    [InlineData("@{ BucketName = 'b'; OrganizationId = 'x' }", "OrganizationId")]
    [InlineData("@{ BucketName = 'b'; DeliverySlack = 7 }", "DeliverySlack")]
    [InlineData("@{ ProfileName = ''; Region = 'us-east-1' }", "ProfileName")]
    [InlineData("@{ AccessKey = 'AKIAEXAMPLEEXAMPLE01'; Region = 'us-east-1' }", "belong together")]
    [InlineData("@{ ProfileName = 'a'; Credential = 'b'; Region = 'us-east-1' }", "give one of them")]
    [InlineData("([pscustomobject]@{ Name = 'x' })", "names no source")]
    [InlineData("@{ Region = 'evil.example/' }", "not the name of an AWS Region")]
    public void What_is_no_source_is_an_error_that_says_why_before_anything_is_asked(string source, string says)
    {
        var run = Module.Run($"Get-DeadlineSignIn @aws -Path {Folder.Path} -SignInSource {source}");

        Assert.Empty(run.Output);
        var error = Assert.Single(run.Errors);
        Assert.StartsWith("InvalidFilter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Aws.Requests.All);
    }

    [Theory]
    [InlineData("(Get-DeadlineTrailSource @management -Name management)", Success)]
    [InlineData("(Get-DeadlineTrailSource @management -Name 'Event history')", NotSeen)]
    public void What_Get_DeadlineTrailSource_gives_is_a_place_of_sign_ins(string source, string expected)
    {
        AddHistory();
        AddBuckets();
        Module.Run("$management = @{} + $aws; $management.ProfileName = 'management'; $management.Region = 'eu-central-1'").WithoutErrors();

        // The source says where; whose credentials are used is the cmdlet's to say.
        var run = Module.Run($"Get-DeadlineSignIn @aws -Region us-west-2 -SignInSource {source}").WithoutErrors();

        Assert.Equal([expected], Sessions(run));
    }

    [Theory]
    [InlineData("Get-DeadlineTrailSource @aws -Name farm | Get-DeadlineSignIn @aws", "Success 2 3")]
    [InlineData("Get-DeadlineSignIn @aws -Source (Get-DeadlineTrailSource @aws -Name farm)", "Success 2 3")]
    [InlineData("Get-DeadlineTrailSource @aws -Name 'Event history' -Region us-west-2 | Get-DeadlineSignIn @aws -WarningAction Ignore", NotSeen)]
    public void Sign_ins_are_read_from_a_source(string script, string expected)
    {
        AddHistory();
        AddBuckets();
        Aws.AddTrail(new LoopbackTrail("farm", "eu-west-1", "org-logs") { AccountId = Aws.Key.AccountId });

        var run = Module.Run(script).WithoutErrors();

        Assert.Equal([expected], Sessions(run));
        Assert.All(run.Warnings, each => Assert.StartsWith("No time is given", each, StringComparison.Ordinal));
    }

    private static List<string> Sessions(ModuleRun run) =>
        run.Output.Select(each => $"{each.Properties["Outcome"].Value} {each.Properties["GrantCount"].Value} {each.Properties["CallCount"].Value}").ToList();

    /// <summary>Every record in its own Region and account.</summary>
    private void AddHistory() => Aws.AddEvents(s_farm.Append(SignInRecords.SignIn(0)).Select(record => record.ToJsonString()));

    private void AddBuckets()
    {
        const string farm = "/CloudTrail/us-west-2/2026/03/02/111122223333_CloudTrail_us-west-2_20260302T1505Z_aaaaaaaaaaaaaaaa.json.gz";
        const string management = "/CloudTrail/eu-central-1/2026/03/02/999988887777_CloudTrail_eu-central-1_20260302T1005Z_bbbbbbbbbbbbbbbb.json.gz";
        var organisation = Aws.AddBucket("org-logs", "eu-central-1");
        organisation.Deliver("AWSLogs/o-3x4mpl3org/111122223333" + farm, s_farm);
        organisation.Deliver("AWSLogs/o-3x4mpl3org/999988887777" + management, SignInRecords.SignIn(0));
        Aws.AddBucket("farm-logs", "us-west-2").Deliver("AWSLogs/111122223333" + farm, s_farm);
        Aws.AddBucket("management-logs", "eu-central-1").Deliver("audit/AWSLogs/999988887777" + management, SignInRecords.SignIn(0), SignInRecords.Grant(700));
        Aws.AddTrail(new LoopbackTrail("management", "eu-central-1", "management-logs") { AccountId = SignInRecords.ManagementAccount, S3KeyPrefix = "audit" });
        Module.Run($$"""
            $trail = [pscustomobject]@{
                TrailARN = 'arn:aws:cloudtrail:eu-central-1:{{SignInRecords.ManagementAccount}}:trail/management'; Kind = 'Trail'; HomeRegion = 'eu-central-1'; Region = '*'
                S3BucketName = 'management-logs'; S3KeyPrefix = 'audit' }
            """).WithoutErrors();
    }
}
