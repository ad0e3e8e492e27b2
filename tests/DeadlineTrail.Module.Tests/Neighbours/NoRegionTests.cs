using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Shell;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>A machine on which nothing says which Region is meant, in a process of its own.</summary>
public sealed class NoRegionTests
{
    [Fact]
    public async Task What_the_command_names_is_enough_and_what_it_does_not_is_said()
    {
        await using var aws = await LoopbackAws.StartAsync();
        aws.AddBucket("studio-logs", "eu-central-1").Deliver(DeliveredLogs.Key("1005Z_aaaaaaaaaaaaaaaa"), 1);
        aws.AddTrail(new LoopbackTrail("studio", "eu-west-1", "studio-logs") { AccountId = aws.Key.AccountId });
        var now = DateTime.UtcNow.AddMinutes(-30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        aws.AddEvents("us-west-2", aws.Key.AccountId, [HandWritten.Record(1, record => record["eventTime"] = now).ToJsonString()]);
        using var none = new ProfileFile(string.Empty);

        var shell = ShellProcess.Run(["-Command", $$"""
            $aws = @{ AccessKey = '{{aws.Key.AccessKeyId}}'; SecretKey = '{{aws.Key.SecretAccessKey}}'; EndpointUrl = '{{aws.Endpoint}}' }
            $since = @{ StartTime = '2026-03-02T00:00:00Z' }
            'bucket ' + @(Get-DeadlineTrailEvent @aws @since -BucketName studio-logs).Count
            'name and Region ' + @(Get-DeadlineTrailEvent @aws @since -TrailName studio -Region US-West-2).Count
            'ARN ' + @(Get-DeadlineTrailEvent @aws @since -TrailName arn:aws:cloudtrail:eu-west-1:{{aws.Key.AccountId}}:trail/studio).Count
            'bookmark ' + @(Get-DeadlineTrailEvent @aws -Last 1d -Region us-west-2 -BookmarkPath '{{Path.Combine(none.Home, "mark")}}').Count
            foreach ($place in @{ TrailName = 'studio' }, @{ }) { try { Get-DeadlineTrailEvent @aws @place } catch { "$($_.FullyQualifiedErrorId) $_" } }
            """], environment: Environment(none));

        Assert.Equal(string.Empty, shell.Errors);
        var lines = shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["bucket 1", "name and Region 1", "ARN 1", "bookmark 1"], lines[..4]);
        Assert.Equal(2, lines[4..].Length);
        Assert.All(lines[4..], line => Assert.StartsWith("AwsRegionMissing,", line, StringComparison.Ordinal));
        Assert.Contains("Give its ARN", lines[4], StringComparison.Ordinal);
        Assert.Contains("Give -Region", lines[5], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Environment(ProfileFile profiles) =>
        new(new[] { "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE" }.Select(name => KeyValuePair.Create(name, string.Empty)))
        {
            ["AWS_SHARED_CREDENTIALS_FILE"] = profiles.Path,
            ["AWS_CONFIG_FILE"] = profiles.Path + ".none",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
}
