using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Studio;

/// <summary>Whether the studio is believable: what its records say follows the model and comes in an order that can be.</summary>
[Collection(WrittenTree.Shared)]
public sealed class TruthTests(WrittenTree tree)
{
    [Fact]
    public void Requests_name_what_the_model_requires_and_nothing_it_does_not_have()
    {
        Dictionary<string, JsonElement> model = Model();
        foreach (LedgerRecord record in tree.Trail.Records.Where(r => r.IsDeadline))
        {
            using JsonDocument document = JsonDocument.Parse(record.Json);
            JsonElement request = document.RootElement.GetProperty("requestParameters");
            if (request.ValueKind == JsonValueKind.Null || request.TryGetProperty("omitted", out _))
            {
                continue;
            }

            JsonElement[] parameters = [.. model[record.EventName].GetProperty("request").EnumerateArray()];
            string[] said = [.. request.EnumerateObject().Select(p => p.Name)];
            Assert.Empty(said.Except(parameters.Select(Name)));
            Assert.Empty(parameters.Where(p => p.TryGetProperty("required", out _)).Select(Name).Except(said));
        }
    }

    [Fact]
    public void Identifiers_have_the_patterns_of_the_model() =>
        Assert.Equal(0, tree.Number("""
            SELECT count(*) FROM (
                SELECT unnest([(j->>'$.requestParameters.farmId'), (j->>'$.requestParameters.queueId'), (j->>'$.requestParameters.jobId'),
                               (j->>'$.requestParameters.workerId'), (j->>'$.requestParameters.taskId'), (j->>'$.requestParameters.queueEnvironmentId')]) AS id FROM deadline)
            WHERE id IS NOT NULL AND NOT regexp_full_match(id, '(farm|queue|job|worker|queueenv)-[0-9a-f]{32}|task-[0-9a-f]{32}-(0|[1-9][0-9]{0,9})')
            """));

    [Fact]
    public void A_queue_is_not_used_before_it_is_made_nor_after_it_is_deleted()
    {
        const string Lives = """
            WITH life AS (
                SELECT (j->>'$.responseElements.queueId') AS queue, time AS made, NULL AS gone FROM deadline WHERE name = 'CreateQueue' AND error IS NULL
                UNION ALL
                SELECT (j->>'$.requestParameters.queueId'), NULL, time FROM deadline WHERE name = 'DeleteQueue' AND error IS NULL),
            span AS (SELECT queue, max(made) AS made, max(gone) AS gone FROM life GROUP BY queue)
            """;
        Assert.True(tree.Number(Lives + "SELECT count(*) FROM span WHERE gone IS NOT NULL") > 0);
        Assert.Equal(0, tree.Number(Lives + """
            SELECT count(*) FROM deadline, span
            WHERE error IS NULL AND (j->>'$.requestParameters.queueId') = queue AND (time < made OR time > gone)
            """));
    }

    [Fact]
    public void A_job_is_archived_and_then_left_alone()
    {
        const string Archived = """
            WITH archived AS (SELECT (j->>'$.requestParameters.jobId') AS job, time AS gone FROM deadline
                              WHERE name = 'UpdateJob' AND (j->>'$.requestParameters.lifecycleStatus') = 'ARCHIVED' AND error IS NULL)
            """;
        Assert.True(tree.Number(Archived + "SELECT count(*) FROM archived") > 0);
        Assert.Equal(0, tree.Number(Archived + "SELECT count(*) FROM deadline, archived WHERE (j->>'$.requestParameters.jobId') = job AND time > gone"));
    }

    [Fact]
    public void Workers_live_from_creation_through_their_role_to_deletion() =>
        Assert.Equal(0, tree.Number("""
            WITH step AS (
                SELECT coalesce(j->>'$.requestParameters.workerId', (j->>'$.responseElements.workerId')) AS worker, time, name FROM deadline WHERE error IS NULL)
            SELECT count(*) FROM (
                SELECT worker, min(time) FILTER (name = 'CreateWorker') AS made, min(time) FILTER (name = 'AssumeFleetRoleForWorker') AS role,
                       min(time) FILTER (name = 'UpdateWorkerSchedule') AS work, max(time) FILTER (name = 'UpdateWorkerSchedule') AS last,
                       max(time) FILTER (name = 'DeleteWorker') AS gone FROM step WHERE worker IS NOT NULL GROUP BY worker)
            WHERE made IS NOT NULL AND (made > role OR role > work OR gone < last)
            """));

    [Fact]
    public void What_the_model_marks_as_sensitive_is_hidden_except_some_descriptions()
    {
        Assert.Equal(
            new SortedDictionary<string, long> { ["HIDDEN_DUE_TO_SECURITY_REASONS"] = 1 },
            tree.Counts("SELECT DISTINCT (j->>'$.requestParameters.template'), 1 FROM deadline WHERE (j->>'$.requestParameters.template') IS NOT NULL"));
        Assert.True(tree.Number("SELECT count(*) FROM deadline WHERE (j->>'$.requestParameters.description') = 'HIDDEN_DUE_TO_SECURITY_REASONS'") > 0);
        Assert.DoesNotContain(tree.Trail.Records, r => r.IsDeadline && r.Json.Contains("frame written", StringComparison.Ordinal));
    }

    [Fact]
    public void Grants_belong_to_a_sign_in_last_15_minutes_and_carry_the_users_id()
    {
        Dictionary<string, LedgerRecord> byId = tree.Trail.Records.ToDictionary(r => r.EventId);
        Assert.Contains(tree.Trail.Ledger.SignIns, s => s.Mfa);
        Assert.Contains(tree.Trail.Ledger.SignIns, s => !s.Mfa && s.SignInEventId is not null);
        Assert.Contains(tree.Trail.Ledger.SignIns, s => s.Grants.Count > 2);
        foreach (SignInSession session in tree.Trail.Ledger.SignIns)
        {
            if (session.SignInEventId is string signIn)
            {
                Assert.Equal("UserAuthentication", byId[signIn].EventName);
                Assert.Equal(session.SignInTime, byId[signIn].EventTime);
            }

            foreach (Grant grant in session.Grants)
            {
                LedgerRecord record = byId[grant.EventId];
                Assert.Equal(("sts.amazonaws.com", "AssumeRole"), (record.EventSource, record.EventName));
                Assert.Contains(session.UserId, grant.RoleSessionName, StringComparison.Ordinal);
                Assert.Contains(grant.AccessKeyId, record.Json, StringComparison.Ordinal);
                Assert.Equal(TimeSpan.FromMinutes(15), grant.Expires - grant.Time);
            }

            Assert.All(session.Calls, call => Assert.Contains(session.Grants, g =>
                byId[call].Json.Contains(g.AccessKeyId, StringComparison.Ordinal) && byId[call].EventTime >= g.Time && byId[call].EventTime <= g.Expires));
        }
    }

    [Fact]
    public void Failed_sign_ins_have_no_user_authentication()
    {
        Assert.NotEmpty(tree.Trail.Ledger.FailedSignIns);
        Assert.Equal(
            tree.Trail.Ledger.FailedSignIns.Count,
            tree.Number("SELECT count(*) FROM event WHERE (j->>'$.serviceEventDetails.CredentialVerification') = 'Failure'"));
        Assert.All(tree.Trail.Ledger.FailedSignIns, f => Assert.Equal(0, tree.Number(
            $"SELECT count(*) FROM event WHERE name = 'UserAuthentication' AND (j->>'$.additionalEventData.AuthWorkflowID') = '{f.AuthWorkflowId}'")));
    }

    [Fact]
    public void Old_values_of_changes_are_the_new_values_of_the_change_before()
    {
        var state = new Dictionary<string, string?>();
        foreach (ResourceChange change in tree.Trail.Ledger.Changes)
        {
            switch (change.What)
            {
                case "Created":
                    foreach (JsonProperty member in JsonDocument.Parse(change.NewValue!).RootElement.EnumerateObject())
                    {
                        state[$"{change.ResourceId}.{member.Name}"] = member.Value.GetRawText();
                    }

                    break;

                case "Updated":
                    string key = $"{change.ResourceId}.{change.Property}";
                    Assert.Equal(state.GetValueOrDefault(key), change.OldValue);
                    state[key] = change.NewValue;
                    break;
            }
        }

        Assert.Contains(tree.Trail.Ledger.Changes, c => c is { Property: "maxWorkerCount", OldValue: "20", NewValue: "60" });
    }

    [Theory]
    [InlineData("a nested look-alike", """(j->>'$.requestParameters.event.detail.eventSource') = 'deadline.amazonaws.com'""")]
    [InlineData("an escaped look-alike", """(j->>'$.requestParameters.eventPattern') LIKE '%"eventSource":"deadline.amazonaws.com"%'""")]
    [InlineData("no type of identity", """(j->'userIdentity') IS NOT NULL AND (j->>'$.userIdentity.type') IS NULL""")]
    [InlineData("a type AWSService", """(j->>'$.userIdentity.invokedBy') = 'credentials.deadline.amazonaws.com'""")]
    [InlineData("keys that differ by case", """(j->'$.requestParameters.Tagging') IS NOT NULL AND (j->'$.requestParameters.tagging') IS NOT NULL""")]
    [InlineData("an omitted part", """(j->>'$.requestParameters.omitted') = 'true'""")]
    [InlineData("another Region than the folder's", """(j->>'awsRegion') <> regexp_extract(filename, '_CloudTrail_([^_]+)_', 1)""")]
    [InlineData("a malformed ARN", """(j->>'errorMessage') LIKE '%:farm//queue/'""")]
    [InlineData("data that was updated", """(j->>'$.addendum.reason') = 'UPDATED_DATA'""")]
    [InlineData("CloudFormation", """source = 'deadline.amazonaws.com' AND (j->>'sourceIPAddress') = 'cloudformation.amazonaws.com'""")]
    [InlineData("the console", """source = 'deadline.amazonaws.com' AND (j->>'sessionCredentialFromConsole') = 'true'""")]
    [InlineData("WorkSpaces", """(j->>'$.additionalEventData.LoginTo') = 'https://clients.amazonaws.com/workspaces'""")]
    [InlineData("the root user", """source = 'deadline.amazonaws.com' AND (j->>'$.userIdentity.type') = 'Root'""")]
    [InlineData("terminal escapes", """(j->>'$.requestParameters.nameOverride') LIKE '%' || chr(27) || '%'""")]
    public void The_trail_holds(string what, string condition) =>
        Assert.True(tree.Number($"SELECT count(*) FROM record WHERE {condition}") > 0, what);

    [Fact]
    public void Some_sources_are_written_with_an_escape() =>
        Assert.Contains(tree.Trail.Records, r => r.IsDeadline && r.Json.Contains("\"eventSource\":\"\\u0064eadline.amazonaws.com\"", StringComparison.Ordinal));

    private static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    private static Dictionary<string, JsonElement> Model()
    {
        using Stream stream = typeof(StudioTrail).Assembly.GetManifestResourceStream("operations.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone().GetProperty("operations").EnumerateArray().ToDictionary(o => o.GetProperty("name").GetString()!);
    }
}
