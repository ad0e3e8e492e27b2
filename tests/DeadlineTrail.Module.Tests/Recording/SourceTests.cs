using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Recording;

/// <summary>Get-DeadlineTrailSource and Test-DeadlineTrailSource as a user has them: the module as built, against AWS on this machine.</summary>
public sealed class SourceTests : IAsyncLifetime, IDisposable
{
    private const string Everything = """
        [{"Name":"Management","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
         {"Name":"Job","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]}]},
         {"Name":"Queue","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Queue"]}]},
         {"Name":"Fleet","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Fleet"]}]},
         {"Name":"Worker","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Worker"]}]}]
        """;

    private const string Folder = "AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/";

    private readonly ModuleHost _module = new();
    private LoopbackAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        var logs = _aws.AddBucket("studio-logs", "eu-central-1");
        logs.Put(Folder + "111122223333_CloudTrail_us-west-2_20260302T1005Z_aaaaaaaaaaaaaaaa.json.gz", TrailFolder.Gzip(Encoding.UTF8.GetBytes(TrailFolder.Log(new[] { 1, 3 }.Select(minute => HandWritten.Record(minute))))));
        _aws.AddTrail(new LoopbackTrail("studio", "us-west-2", "studio-logs")
        {
            AccountId = _aws.Key.AccountId, EventSelectors = null, AdvancedEventSelectors = Everything, LatestDelivery = DateTimeOffset.UtcNow.AddMinutes(-4), StartLogging = DateTimeOffset.UtcNow.AddYears(-2), KmsKeyId = "arn:aws:kms:us-west-2:111122223333:key/k", SnsTopicArn = "arn:aws:sns:us-west-2:111122223333:logs",
        });
        _aws.AddTrail(new LoopbackTrail("plain", "eu-west-1", "no-such-bucket") { AccountId = _aws.Key.AccountId, S3KeyPrefix = "team", LatestDeliveryError = "NoSuchBucket" });
        _aws.AddTrail(new LoopbackTrail("local", "eu-west-1", "studio-logs") { AccountId = _aws.Key.AccountId, IsMultiRegion = false });
        _aws.AddTrail(new LoopbackTrail("elsewhere", "ap-south-1", "far") { AccountId = _aws.Key.AccountId, IsMultiRegion = false });
        _aws.AddTrail(new LoopbackTrail("company", "us-east-1", "company-logs") { AccountId = "999988887777", IsOrganization = true, MemberAccounts = [_aws.Key.AccountId] });
        _module.Set("aws", new Hashtable { ["AccessKey"] = _aws.Key.AccessKeyId, ["SecretKey"] = _aws.Key.SecretAccessKey, ["EndpointUrl"] = _aws.Endpoint });
        _module.Set("StoredAWSRegion", "eu-west-1");
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Event_history_and_every_trail_that_records_the_Region_come_with_what_they_record()
    {
        var run = _module.Run("Get-DeadlineTrailSource @aws").WithoutErrors();

        Assert.Equal(
            ["Event history eu-west-1 Yes No Unknown", "company * Yes No Yes", "local eu-west-1 Yes No Unknown", "plain * Yes No Yes", "studio * Yes Yes Yes"],
            run.Output.Select(each => string.Join(' ', new[] { "Name", "Region", "Management", "Data", "SignIns" }.Select(name => each.Properties[name].Value))));
    }

    [Fact]
    public void A_trail_has_all_that_CloudTrail_tells_of_it()
    {
        var trail = Assert.Single(_module.Run("Get-DeadlineTrailSource @aws -Name stud*").WithoutErrors().Output);

        string Text(string name) => Convert.ToString(trail.Properties[name].Value, System.Globalization.CultureInfo.InvariantCulture)!;
        Assert.Equal("Trail", Text("Kind"));
        Assert.Equal("us-west-2", Text("HomeRegion"));
        Assert.Equal($"arn:aws:cloudtrail:us-west-2:{_aws.Key.AccountId}:trail/studio", Text("TrailARN"));
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

    [Fact]
    public void Selectors_and_status_are_asked_in_the_trails_home_Region_once()
    {
        _module.Run("Get-DeadlineTrailSource @aws -Region eu-west-1, us-west-2 -Name studio").WithoutErrors();

        Assert.Equal("us-west-2", Assert.Single(_aws.Requests.All, each => each.Operation == "GetEventSelectors").Region);
        Assert.Equal("us-west-2", Assert.Single(_aws.Requests.All, each => each.Operation == "GetTrailStatus").Region);
    }

    [Fact]
    public void What_is_refused_is_an_error_that_names_the_permission_and_the_rest_goes_on()
    {
        _aws.Faults.Always("GetEventSelectors", Fault.Denied, "us-west-2");
        _aws.Faults.Always("DescribeTrails", Fault.Denied, "us-east-1");

        var run = _module.Run("Get-DeadlineTrailSource @aws -Region eu-west-1, us-east-1");

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
        _module.Run("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws").WithoutErrors();

        Assert.Equal("us-west-2", Assert.Single(_aws.Requests.All, each => each.Operation == "HeadBucket").Region);
    }

    [Fact]
    public void A_trail_nobody_knows_is_an_error()
    {
        var run = _module.Run("Get-DeadlineTrailSource @aws -Name elsewhere, st*");

        Assert.StartsWith("TrailNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(run.Output);
    }

    [Fact]
    public void Of_all_Regions_those_not_enabled_are_passed_over()
    {
        _aws.DisabledRegions.Add("ap-south-1");

        var run = _module.Run("Get-DeadlineTrailSource @aws -AllRegion").WithoutErrors();

        Assert.DoesNotContain(run.Output, each => (string)each.Properties["HomeRegion"].Value == "ap-south-1");
        Assert.Contains(run.Output, each => (string)each.Properties["HomeRegion"].Value == "sa-east-1");
    }

    [Fact]
    public void A_change_of_selectors_is_known_from_Event_history()
    {
        var time = DateTime.UtcNow.AddDays(-3);
        _aws.AddEvents("us-west-2", _aws.Key.AccountId, [$$"""{"eventVersion":"1.11","eventTime":"{{time:yyyy-MM-ddTHH:mm:ssZ}}","eventSource":"cloudtrail.amazonaws.com","eventName":"PutEventSelectors","awsRegion":"us-west-2","eventID":"e1","requestParameters":{"trailName":"studio"},"eventCategory":"Management","managementEvent":true,"recipientAccountId":"{{_aws.Key.AccountId}}"}"""]);

        var run = _module.Run("$s = Get-DeadlineTrailSource @aws -Name studio; $s.SelectorsChangedTimeUtc; Get-DeadlineTrailEvent @aws -Source $s -EventName CreateJob -Last 5d | Out-Null; Get-DeadlineTrailEvent @aws -Source $s -EventName CreateJob -Last 2d | Out-Null").WithoutErrors();

        Assert.Equal(time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), Assert.Single(run.Objects));
        Assert.Contains("selectors were changed", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-DeadlineTrailSource @aws -Name studio | Get-DeadlineTrailEvent @aws", 2)]
    [InlineData("Get-DeadlineTrailEvent @aws -Source (Get-DeadlineTrailSource @aws -Name studio) -MaxEvents 1", 1)]
    [InlineData("[pscustomobject]@{ TrailARN = 'x'; S3BucketName = 'studio-logs'; S3KeyPrefix = $null; HomeRegion = 'us-west-2'; Kind = 'Trail' } | Get-DeadlineTrailEvent @aws", 2)]
    [InlineData("Get-DeadlineTrailSource @aws -Name 'Event history' | Get-DeadlineTrailEvent @aws", 0)]
    public void Sources_pipe_into_Get_DeadlineTrailEvent(string script, int events)
    {
        Assert.Equal(events, _module.Run(script).WithoutErrors().Output.Count);
    }

    [Fact]
    public void Event_history_that_is_piped_is_asked_in_its_Region()
    {
        _module.Run("Get-DeadlineTrailSource @aws -Region eu-west-1, sa-east-1 -Name 'Event history' | Get-DeadlineTrailEvent @aws").WithoutErrors();

        Assert.Equal(["eu-west-1", "sa-east-1"], _aws.Requests.All.Where(each => each.Operation == "LookupEvents").Select(each => each.Region).Order());
    }

    [Fact]
    public void Event_history_and_trails_together_make_no_answer()
    {
        var run = _module.Run("Get-DeadlineTrailSource @aws | Get-DeadlineTrailEvent @aws");

        Assert.StartsWith("MixedInput,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Where-Object Kind -EQ Trail", run.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName CreateJob", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -JobId job-00000000000000000000000000000001", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventClass Data", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName CreateJob -WarningAction SilentlyContinue", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local -EventName UpdateQueue", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName local", 0)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName \"arn:aws:cloudtrail:us-west-2:$($account):trail/studio\" -EventName CreateJob, SearchJobs", 0)]
    [InlineData("Get-DeadlineTrailSource @aws -Name local | Get-DeadlineTrailEvent @aws -EventName CreateJob", 1)]
    [InlineData("Get-DeadlineTrailSource @aws -Name studio | Get-DeadlineTrailEvent @aws -EventName CreateJob", 0)]
    [InlineData("Get-DeadlineTrailSource @aws -Name 'Event history' | Get-DeadlineTrailEvent @aws -EventName CreateJob", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -EventName CreateJob, UpdateQueue", 1)]
    [InlineData("Get-DeadlineTrailEvent @aws -EventName UpdateQueue", 0)]
    public void There_is_one_warning_where_the_source_cannot_answer_and_none_where_it_can(string script, int warnings)
    {
        _module.Set("account", _aws.Key.AccountId);

        var given = _module.Run(script).WithoutErrors().Warnings.Where(each => each.Contains("recorded by", StringComparison.Ordinal) || each.Contains("data events", StringComparison.Ordinal)).ToList();

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
        _aws.AddTrail(new LoopbackTrail("silent", "eu-west-1", "studio-logs") { AccountId = _aws.Key.AccountId, IsLogging = false });
        _aws.AddTrail(new LoopbackTrail("writes", "eu-west-1", "studio-logs")
        {
            AccountId = _aws.Key.AccountId, EventSelectors = null,
            AdvancedEventSelectors = """[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["false"]}]}]""",
        });
        _module.Set("account", _aws.Key.AccountId);
        _module.Set("farm", HandWritten.Farm);
        _module.Set("queue", HandWritten.Queue);
        _module.Set("job", "job-00112233445566778899aabbccddeeff");
        _module.Run("$studio, $local, $silent, $writes, $history = foreach ($name in 'studio', 'local', 'silent', 'writes', 'Event history') { Get-DeadlineTrailSource @aws -Name $name }").WithoutErrors();

        var run = _module.Run(script);

        Assert.Subset(new HashSet<string> { "ResourceNotFound" }, run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).ToHashSet());
        var warnings = Gaps(run);
        Assert.True(warnings.Count == (says is null ? 0 : 1), string.Join("\n", run.Warnings));
        Assert.All(says?.Split('|') ?? [], part => Assert.Contains(part, warnings[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_history_is_read_from_a_source_that_is_piped()
    {
        var run = _module.Run($"Get-DeadlineTrailSource @aws -Name studio | Get-DeadlineResourceHistory {HandWritten.Queue} @aws").WithoutErrors();

        Assert.Equal(["UpdateQueue", "UpdateQueue"], run.Output.Select(each => each.Properties["EventName"].Value));
        Assert.Empty(Gaps(run));
    }

    [Fact]
    public void Without_filters_that_point_at_something_a_named_trail_costs_one_lookup()
    {
        _module.Run("Get-DeadlineTrailEvent @aws -TrailName local").WithoutErrors();

        Assert.Equal(["DescribeTrails"], _aws.Requests.All.Select(each => each.Operation).Except(["HeadBucket", "ListObjectsV2", "GetObject"]));
    }

    [Fact]
    public void A_good_trail_passes_every_check()
    {
        var run = _module.Run("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws").WithoutErrors();

        Assert.Equal(
            ["Identity", "Logging", "Delivery", "RecordingUnchanged", "ListLogs", "ReadLogs", "DecryptLogs", "Clock", "JobQuestions", "WorkerQuestions", "QueueQuestions", "SignInQuestions"],
            run.Output.Select(each => (string)each.Properties["Name"].Value));
        Assert.All(run.Output, each => Assert.True(each.Properties["Passed"].Value is true, $"{each.Properties["Name"].Value}: {each.Properties["Detail"].Value}"));
    }

    [Fact]
    public void What_fails_says_what_to_do()
    {
        _aws.Faults.Always("GetObject", Fault.KeyDenied);
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
        _aws.Faults.Always("LookupEvents", Fault.Denied);
        _aws.Faults.Always("ListObjectsV2", Fault.Denied);
        _aws.Faults.Always("GetTrailStatus", Fault.Denied);
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
        _module.Run("Test-DeadlineTrailSource @aws").WithoutErrors();

        Assert.All(_aws.Requests.All, each => Assert.Contains(each.Operation, new[] { "DescribeTrails", "GetTrailStatus", "GetEventSelectors", "GetCallerIdentity", "LookupEvents", "HeadBucket", "ListObjectsV2", "GetObject" }));
    }

    [Fact]
    public void Nothing_in_the_pipeline_never_asks_AWS()
    {
        Assert.Empty(_module.Run("@() | Test-DeadlineTrailSource @aws").Output);
        Assert.Empty(_aws.Requests.All);
    }

    [Fact]
    public void The_table_shows_what_is_recorded_and_the_list_what_is_not()
    {
        Assert.Matches("studio +all +Yes +Yes +Yes +Yes +s3://studio-logs/", _module.Format("Get-DeadlineTrailSource @aws -Name studio"));
        Assert.Contains("CreateJob", _module.Format("Get-DeadlineTrailSource @aws -Name plain | Format-List"), StringComparison.Ordinal);
        Assert.Matches("Logging +Yes +The trail is logging", _module.Format("Get-DeadlineTrailSource @aws -Name studio | Test-DeadlineTrailSource @aws"));
    }

    [Theory]
    [InlineData("Format-Table")]
    [InlineData("Format-List")]
    public void What_a_trail_is_called_and_names_is_shown_and_not_obeyed(string view)
    {
        const string evil = "\u001b]0;owned\u0007\u202e";
        _aws.AddTrail(new LoopbackTrail("evil" + evil, "eu-west-1", "evil-bucket" + evil)
        {
            AccountId = _aws.Key.AccountId, S3KeyPrefix = "prefix" + evil, KmsKeyId = "key" + evil, SnsTopicArn = "topic" + evil, LatestDeliveryError = "error" + evil,
        });

        var shown = _module.Format($"Get-DeadlineTrailSource @aws -Name evil* | {view}", 400);

        Assert.DoesNotContain(shown, text => text is '\u001b' or '\u0007' or '\u202e');
        var places = view == "Format-List" ? new[] { "evil", "evil-bucket", "prefix", "key", "topic", "error", "trail/evil" } : ["evil-bucket", "prefix"];
        Assert.All(places, place => Assert.Contains(place + @"\u001b]0;owned\u0007\u202e", shown, StringComparison.Ordinal));
    }

    /// <summary>The warnings but for that which says how much is read.</summary>
    private static List<string> Gaps(ModuleRun run) => run.Warnings.Where(each => !each.StartsWith("No time is given", StringComparison.Ordinal)).ToList();

    private Dictionary<string, (bool? Passed, string Detail, string? Remedy)> Checks(string script) => _module.Run(script).WithoutErrors().Output.ToDictionary(
        each => each.Properties["Source"].Value + " " + each.Properties["Name"].Value,
        each => ((bool?)each.Properties["Passed"].Value, (string)each.Properties["Detail"].Value, (string?)each.Properties["Remedy"].Value));
}
