using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Buckets;

/// <summary>The bucket of an organisation's trail, which was a single account's before: of which accounts and Regions what comes.</summary>
public sealed partial class OrganizationTests : AgainstLoopback
{
    private const string Read = "Get-DeadlineTrailEvent @aws -BucketName company-logs -StartTime 2026-03-02T00:00:00Z";

    private protected override void Prepare()
    {
        var logs = Aws.AddBucket("company-logs", "eu-central-1");
        Put(logs, string.Empty, "111122223333", "us-west-2", 1);
        Put(logs, "o-3x4mpl3org/", "111122223333", "us-west-2", 2);
        Put(logs, "o-3x4mpl3org/", "111122223333", "eu-west-1", 3);
        Put(logs, "o-3x4mpl3org/", "444455556666", "us-west-2", 4);
        Put(logs, "o-an0th3rorg/", "777788889999", "eu-west-1", 5);
        Module.Set("StoredAWSRegion", "eu-west-1");
    }

    // The minutes of the events, and the folders below AWSLogs in which logs are listed.
    [Theory]
    [InlineData("", "5 4 3 2 1", "111122223333/us-west-2 o-3x4mpl3org/111122223333/eu-west-1 o-3x4mpl3org/111122223333/us-west-2 o-3x4mpl3org/444455556666/us-west-2 o-an0th3rorg/777788889999/eu-west-1")]
    [InlineData("-OrganizationId o-3x4mpl3org", "4 3 2 1", "111122223333/us-west-2 o-3x4mpl3org/111122223333/eu-west-1 o-3x4mpl3org/111122223333/us-west-2 o-3x4mpl3org/444455556666/us-west-2")]
    [InlineData("-AccountId 111122223333", "3 2 1", "111122223333/us-west-2 o-3x4mpl3org/111122223333/eu-west-1 o-3x4mpl3org/111122223333/us-west-2")]
    [InlineData("-AccountId 444455556666, 777788889999", "5 4", "o-3x4mpl3org/444455556666/us-west-2 o-an0th3rorg/777788889999/eu-west-1")]
    [InlineData("-AccountId 111122223333 -Region eu-west-1", "3", "111122223333/eu-west-1 o-3x4mpl3org/111122223333/eu-west-1")]
    [InlineData("-AccountId 111122223333 -Region EU-West-1", "3", "111122223333/eu-west-1 o-3x4mpl3org/111122223333/eu-west-1")]
    [InlineData("-OrganizationId o-an0th3rorg -Region US-WEST-2, EU-WEST-1 -AccountId 777788889999", "5", "o-an0th3rorg/777788889999/eu-west-1 o-an0th3rorg/777788889999/us-west-2")]
    public void What_is_named_is_all_that_is_listed_and_all_that_comes(string named, string minutes, string folders)
    {
        var run = Module.Run($"{Read} {named}").WithoutErrors();

        Assert.Equal(minutes, string.Join(' ', run.Minutes()));
        Assert.Equal(
            folders,
            string.Join(' ', Aws.Requests.All.Where(each => each.Operation == "ListObjectsV2" && !each.Call.Query.ContainsKey("delimiter"))
                .Select(each => each.Call.Query["prefix"].Split('/')).Select(parts => string.Join('/', parts[1..^5].Append(parts[^5]).Where(part => part != "CloudTrail")))
                .Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_bucket_the_organisation_and_the_Regions_of_a_trail_are_looked_up()
    {
        Aws.AddTrail(new LoopbackTrail("company", "eu-west-1", "company-logs") { AccountId = Aws.Key.AccountId, IsOrganization = true });

        Assert.Equal([5, 4, 3, 2, 1], Module.Run("Get-DeadlineTrailEvent @aws -TrailName company -StartTime 2026-03-02T00:00:00Z").WithoutErrors().Minutes());

        Assert.Equal("eu-west-1", Assert.Single(Aws.Requests.All, each => each.Operation == "DescribeTrails").Region);
    }

    [Fact]
    public void A_bucket_that_is_read_as_a_whole_is_one_warning_that_says_how_much_that_is()
    {
        var before = DateTime.UtcNow.Date;

        var run = Module.Run("Get-DeadlineTrailEvent @aws -BucketName company-logs").WithoutErrors();

        var warning = Extent().Match(Assert.Single(run.Warnings));
        Assert.True(warning.Success, run.Warnings[0]);
        var last = DateTime.ParseExact(warning.Groups["last"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.InRange(last, before.AddDays(1), DateTime.UtcNow.Date.AddDays(1));
        Assert.Equal((last - new DateTime(2026, 3, 2)).Days + 1, int.Parse(warning.Groups["days"].Value, CultureInfo.InvariantCulture));
        Assert.Equal(5, run.Output.Count);
    }

    [Theory]
    [InlineData("-MaxEvents 100")]
    [InlineData("-EndTime 2026-03-05")]
    [InlineData("-StartTime 2026-03-01")]
    public void A_bound_is_enough_for_no_warning(string bound) =>
        Assert.Empty(Module.Run("Get-DeadlineTrailEvent @aws -BucketName company-logs " + bound).WithoutErrors().Warnings);

    // The first log is of 2 March; there are three accounts in two Regions.
    [GeneratedRegex("^No time is given, so everything is read: s3://company-logs/AWSLogs/: 3 account\\(s\\), 2 Region\\(s\\), (?<days>[0-9]+) day\\(s\\) from 2026-03-02 to (?<last>[0-9-]{10})\\. .*-Last.*-MaxEvents")]
    private static partial Regex Extent();

    private static void Put(LoopbackBucket bucket, string organization, string account, string region, int minute) => bucket.Deliver(
        $"AWSLogs/{organization}{account}/CloudTrail/{region}/2026/03/02/{account}_CloudTrail_{region}_20260302T1005Z_aaaaaaaaaaaaaaaa.json.gz",
        HandWritten.Record(minute, record =>
        {
            record["awsRegion"] = region;
            record["recipientAccountId"] = account;
        }));
}
