using System;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Buckets;

/// <summary>What lies in S3, as a user has it: the module as built, against AWS on this machine.</summary>
public sealed class BucketTests : AgainstLoopback
{
    private protected override void Prepare()
    {
        var logs = Aws.AddBucket("studio-logs", "eu-central-1");
        logs.Deliver(DeliveredLogs.Key("1005Z_aaaaaaaaaaaaaaaa"), 1, 3);
        logs.Deliver(DeliveredLogs.Key("1015Z_bbbbbbbbbbbbbbbb"), 11, 12);
        Aws.AddBucket("other-logs", "us-east-1").Deliver("team/" + DeliveredLogs.Key("1010Z_cccccccccccccccc"), 3, 7);
        Aws.AddTrail(new LoopbackTrail("studio", "eu-west-1", "studio-logs") { AccountId = Aws.Key.AccountId });
        Aws.AddTrail(new LoopbackTrail("team", "ap-south-1", "other-logs") { AccountId = Aws.Key.AccountId, S3KeyPrefix = "team" });
        Module.Set("StoredAWSRegion", "eu-west-1");
        Module.Set("account", Aws.Key.AccountId);
        Module.Run($$"""
            function Get-S3Object { foreach ($name in $args) { [pscustomobject]@{
                ChecksumAlgorithm = @(); ChecksumType = $null; ETag = '"0"'; BucketName = $(if ($name -like 'team/*') { 'other-logs' } else { 'studio-logs' }); Key = $name
                LastModified = [datetime]::Now; Owner = $null; RestoreStatus = $null; Size = 100; StorageClass = 'STANDARD' } } }
            function Get-CTTrail { [pscustomobject]@{
                CloudWatchLogsLogGroupArn = $null; CloudWatchLogsRoleArn = $null; HasCustomEventSelectors = $false; HasInsightSelectors = $false; HomeRegion = 'eu-west-1'
                IncludeGlobalServiceEvents = $true; IsMultiRegionTrail = $true; IsOrganizationTrail = $false; KmsKeyId = $null; LogFileValidationEnabled = $true; Name = 'studio'
                S3BucketName = 'studio-logs'; S3KeyPrefix = $null; SnsTopicARN = $null; SnsTopicName = $null; TrailARN = "arn:aws:cloudtrail:eu-west-1:${account}:trail/studio" }
              [pscustomobject]@{ HomeRegion = 'ap-south-1'; Name = 'team'; S3BucketName = 'other-logs'; S3KeyPrefix = 'team'; TrailARN = "arn:aws:cloudtrail:ap-south-1:${account}:trail/team" } }
            $early = '{{DeliveredLogs.Key("1005Z_aaaaaaaaaaaaaaaa")}}'; $late = '{{DeliveredLogs.Key("1015Z_bbbbbbbbbbbbbbbb")}}'; $team = 'team/{{DeliveredLogs.Key("1010Z_cccccccccccccccc")}}'
            """).WithoutErrors();
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -StartTime 2026-03-02T00:00:00Z -EndTime 2026-03-03T00:00:00Z", "12 11 3 1")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName other-logs -KeyPrefix team -MaxEvents 1", "7")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -Key $early", "3 1")]
    [InlineData("Get-S3Object $early $late $team $early | Get-DeadlineTrailEvent @aws", "12 11 7 3 1")]
    [InlineData("Get-S3Object $early $late | Get-DeadlineTrailEvent @aws -Oldest -MaxEvents 3", "1 3 11")]
    [InlineData("Get-CTTrail | Get-DeadlineTrailEvent @aws", "12 11 7 3 1")]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName studio", "12 11 3 1")]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName team", "7 3")]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailARN \"arn:aws:cloudtrail:ap-south-1:${account}:trail/team\"", "7 3")]
    [InlineData("[pscustomobject]@{ TrailARN = \"arn:aws:cloudtrail:ap-south-1:${account}:trail/team\" } | Get-DeadlineTrailEvent @aws", "7 3")]
    public void Events_come_newest_first_over_all_that_is_named(string script, string expected)
    {
        var run = Module.Run(script).WithoutErrors();

        Assert.Equal(expected, string.Join(' ', run.Minutes()));
    }

    [Fact]
    public void Trails_that_bring_their_bucket_are_not_looked_up()
    {
        Module.Run("Get-CTTrail | Get-DeadlineTrailEvent @aws").WithoutErrors();

        Assert.Equal(0, Aws.Requests.Count("DescribeTrails"));
        Assert.All(Aws.Requests.All.Where(each => each.Operation == "GetObject"), each => Assert.Contains(each.Region, new[] { "eu-central-1", "us-east-1" }));
    }

    [Theory]
    [InlineData("@() | Get-DeadlineTrailEvent @aws")]
    [InlineData("@() | Get-DeadlineTrailEvent @aws -BucketName studio-logs")]
    [InlineData("Get-S3Object | Get-DeadlineTrailEvent @aws")]
    [InlineData("Get-S3Object | Get-DeadlineTrailEvent @aws -TrailName studio")]
    public void Nothing_in_the_pipeline_never_asks_AWS(string script)
    {
        Assert.Empty(Module.Run(script).Output);
        Assert.Empty(Aws.Requests.All);
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName nobody", "TrailNotFound")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName no-such-bucket", "LogNotFound")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -Key none.json.gz", "LogNotFound")]
    public void What_is_not_there_is_one_error(string script, string id)
    {
        var run = Module.Run(script);

        Assert.Empty(run.Output);
        Assert.StartsWith(id + ",", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lookup_that_is_denied_names_the_permission_and_the_way_without_it()
    {
        Aws.Faults.Always("DescribeTrails", Fault.Denied);

        var error = Assert.Single(Module.Run("Get-DeadlineTrailEvent @aws -TrailName studio").Errors);

        Assert.StartsWith("TrailAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("cloudtrail:DescribeTrails", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-BucketName", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GetObject", nameof(Fault.KeyDenied), "the permission kms:Decrypt for the key it is encrypted with is missing")]
    [InlineData("GetObject", nameof(Fault.Denied), "the permission s3:GetObject on s3://studio-logs/AWSLogs/")]
    [InlineData("ListObjectsV2", nameof(Fault.Denied), "the permission s3:ListBucket on s3://studio-logs/AWSLogs/")]
    public void What_may_not_be_read_says_which_permission_is_missing_where(string operation, string fault, string remedy)
    {
        Aws.Faults.Always(operation, (Fault)typeof(Fault).GetProperty(fault)!.GetValue(null)!);

        var run = Module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -MaxEvents 5");

        Assert.Empty(run.Output);
        Assert.All(run.Errors, error => Assert.StartsWith("LogAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Contains(remedy, run.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_does_not_agree_to_pay_is_told_how()
    {
        Aws.AddBucket("studio-logs", "eu-central-1").RequesterPays = true;

        var error = Assert.Single(Module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -MaxEvents 5").Errors);

        Assert.Contains("lets only those in who pay for it (-RequesterPays)", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([12, 11, 3, 1], Module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -MaxEvents 5 -RequesterPays").WithoutErrors().Minutes());
    }
}
