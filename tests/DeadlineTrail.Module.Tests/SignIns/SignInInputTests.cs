using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.SignIns;

/// <summary>What Get-DeadlineSignIn takes: files and objects of a bucket one by one, and how long a session lasts.</summary>
public sealed class SignInInputTests : AgainstLoopback
{
    private const string Whole = "Success 2 3";
    private static readonly string s_first = DeliveredLogs.Key("1005Z_aaaaaaaaaaaaaaaa");
    private static readonly string s_second = DeliveredLogs.Key("1020Z_bbbbbbbbbbbbbbbb");

    private static readonly JsonObject[] s_early = [Here(SignInRecords.SignIn(0)), SignInRecords.Grant(1), SignInRecords.Call(2, 1)];
    private static readonly JsonObject[] s_late = [SignInRecords.Grant(14), SignInRecords.Call(16, 14), SignInRecords.Call(17, 14, "UpdateQueue")];

    private protected override void Prepare()
    {
        var bucket = Aws.AddBucket("farm-logs", "us-west-2");
        bucket.Deliver(s_first, s_early);
        bucket.Deliver(s_second, s_late);
        Folder.Write("early.json", s_early);
        Folder.Write("late.json.gz", s_late);
        Module.Set("path", Folder.Path);
        Module.Set("early", s_first);
        Module.Set("late", s_second);
        Module.Set("StoredAWSRegion", "eu-west-1");
    }

    [Fact]
    public void Files_come_through_the_pipeline_and_are_one_answer()
    {
        Assert.Equal([Whole], Sessions(Module.Run("$input | Get-DeadlineSignIn", Folder.ChildItem("late.json.gz"), Folder.ChildItem("early.json")).WithoutErrors()));
        Assert.Equal(["NotSeen 1 2"], Sessions(Module.Run("$input | Get-DeadlineSignIn -WarningAction Ignore", Folder.ChildItem("late.json.gz")).WithoutErrors()));
    }

    [Theory]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -Key $late, $early", Whole)]
    [InlineData("Get-DeadlineSignIn @aws -BucketName farm-logs -Key $early", "Success 1 1")]
    [InlineData("$late, $early | ForEach-Object { [pscustomobject]@{ BucketName = 'farm-logs'; Key = $_; Size = 9 } } | Get-DeadlineSignIn @aws", Whole)]
    public void Objects_of_a_bucket_are_named_or_piped_and_are_one_answer(string script, string expected)
    {
        Assert.Equal([expected], Sessions(Module.Run(script).WithoutErrors()));
        Assert.DoesNotContain(Aws.Requests.All, each => each.Operation == "ListObjectsV2");
    }

    [Fact]
    public void In_all_Regions_the_sign_in_of_one_and_the_grants_of_another_are_found()
    {
        Aws.AddEvents(s_early.Concat(s_late).Select(record => record.ToJsonString()));

        Assert.Equal([Whole], Sessions(Module.Run("Get-DeadlineSignIn @aws -AllRegion").WithoutErrors()));
    }

    [Theory]
    [InlineData("10m", "NotSeen 1 2, Success 1 1")]
    [InlineData("$limit", Whole)]
    [InlineData("14m", Whole)]
    [InlineData("8h", Whole)]
    public void The_limit_says_how_long_credentials_belong_to_a_sign_in(string limit, string expected)
    {
        Module.Set("limit", TimeSpan.FromMinutes(14));

        Assert.Equal(expected, string.Join(", ", Sessions(Module.Run($"Get-DeadlineSignIn -Path $path -SessionLimit {limit}").WithoutErrors())));
    }

    [Fact]
    public void What_is_left_out_is_counted_where_that_is_asked()
    {
        var unclear = Here(SignInRecords.SignIn(30));
        unclear["serviceEventDetails"]!["UserAuthentication"] = "Maybe";
        Folder.Write("more.json", unclear, SignInRecords.SignIn(31, "bo@studio.example", "https://d-1234567890.awsapps.com/start/"), SignInRecords.Failure(32), SignInRecords.Call(40, 39), SignInRecords.Call(41, 39));

        var told = string.Join("\n", Module.Run("Get-DeadlineSignIn -Path $path -EventName UpdateQueue -Verbose").WithoutErrors().Verbose);

        Assert.Contains("1 sign-in(s) left out that nothing ties to Deadline Cloud; -IncludeUnlinked shows them.", told, StringComparison.Ordinal);
        Assert.Contains("1 session(s) left out of which no event meets the filters.", told, StringComparison.Ordinal);
        Assert.Contains("2 call(s) of monitor users belong to no session", told, StringComparison.Ordinal);
        Assert.Contains("1 event(s) of the sign-in service passed over that say neither Success nor Failure.", told, StringComparison.Ordinal);
    }

    private static JsonObject Here(JsonObject signIn)
    {
        signIn["recipientAccountId"] = HandWritten.Account;
        return signIn;
    }

    private static List<string> Sessions(ModuleRun run) =>
        run.Output.Select(each => $"{each.Value("Outcome")} {each.Value("GrantCount")} {each.Value("CallCount")}").ToList();
}
