using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Credentials;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>What a check says is to be done, done with the AWS command line: then the check passes.</summary>
public class RemedyByCliTests
{
    private const string Jobs = """[{"Name":"It's ours","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]}]}]""";
    private const string Basic = """[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::studio/"]}],"ExcludeManagementEventSources":["kms.amazonaws.com"]}]""";

    public static TheoryData<string, string?, string?, bool> Trails => new()
    {
        { "as it is made", """[{"ReadWriteType":"All","IncludeManagementEvents":true,"DataResources":[],"ExcludeManagementEventSources":[]}]""", null, true },
        { "basic selectors", Basic, null, true },
        { "advanced selectors", null, Jobs, true },
        { "not logging", Basic, null, false },
    };

    [AwsCliTheory]
    [MemberData(nameof(Trails))]
    public async Task A_remedy_that_is_pasted_into_a_shell_mends_what_failed_and_keeps_what_was_there(string about, string? basic, string? advanced, bool isLogging)
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddTrail(new LoopbackTrail("studio", "eu-central-1", "studio-logs") { EventSelectors = basic, AdvancedEventSelectors = advanced, IsLogging = isLogging });
        using var session = await CredentialOrderTests.Open(new AwsSettings { AccessKey = aws.Key.AccessKeyId, SecretKey = aws.Key.SecretAccessKey, EndpointUrl = aws.Endpoint });
        var cli = new AwsCli(aws);
        var before = await Source(session);

        // What stops one check may hide another: logging is turned on, and then the selectors are looked at.
        for (var round = 0; await Failed(session) is [var check, ..]; round++)
        {
            Assert.True(round < 6, $"{about}: {check.Name} is not mended by {check.Remedy}");
            var (code, _, error) = await cli.PasteAsync(Command(check.Remedy!));
            Assert.True(code == 0, $"{about}: {check.Remedy} ended with {error}");
        }

        var after = await Source(session);
        Assert.All(before.Operations.Where(each => each.Recorded == "Yes"), each => Assert.Equal("Yes", after.Operations.Single(same => same.Name == each.Name).Recorded));
        foreach (var kept in JsonNode.Parse(advanced ?? "[]")!.AsArray())
        {
            Assert.Contains(JsonNode.Parse(after.EventSelectors!)!.AsArray(), each => JsonNode.DeepEquals(each, kept));
        }

        Assert.Equal(basic == Basic, after.EventSelectors!.Contains("arn:aws:s3:::studio/", StringComparison.Ordinal));
    }

    private static async Task<TrailSource> Source(IAwsSession session) => Assert.Single(
        await new SourceSurvey(session, problem => Assert.Fail(problem.Lost)).FindAsync([new HistoryRegion("eu-central-1", true)], name => name == "studio", CancellationToken.None));

    private static async Task<List<TrailSourceCheck>> Failed(IAwsSession session)
    {
        var source = await Source(session);
        return [.. FarmQuestion.All.Select(question => question.Check(source)).Where(check => check.Passed != true)];
    }

    /// <summary>Of a remedy the command for a shell: from aws to what is meant for PowerShell.</summary>
    private static string Command(string remedy) => remedy[remedy.IndexOf("aws cloudtrail", StringComparison.Ordinal)..].Split("; or in AWS Tools", StringSplitOptions.None)[0];
}
