using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Module.Tests.History;

/// <summary>Every question of docs/questions.md, answered on docs/samples, against the generator's own records.</summary>
public sealed class QuestionTests(ModuleHost module) : IClassFixture<ModuleHost>
{
    private static readonly Lazy<IReadOnlyList<(string Id, JsonNode Record)>> Records = new(() =>
        [.. SampleStudio.Play().Ledger.Records.Select(record => (record.EventId, JsonNode.Parse(record.Json)!))]);

    // What the answer's events must be, asked of the generator's records in another way.
    private static readonly Dictionary<string, Func<JsonNode, bool>> Truth = new()
    {
        ["Who deleted the queue?"] = r => Name(r).StartsWith("DeleteQueue", StringComparison.Ordinal) && Request(r).Contains(Resource("CreateQueue", "Playblasts"), StringComparison.Ordinal),
        ["Who cancelled, suspended, archived or requeued the job? (data)"] = r => (IsFarm(r) && Name(r) is "CreateJob" or "UpdateJob" && Said(r).Contains(Job, StringComparison.Ordinal))
            || (Name(r) == "UpdateBudget" && Request(r).Contains("\"approximateDollarLimit\":8900", StringComparison.Ordinal)),
        ["What cancelled tasks without naming them?"] = r => Name(r).EndsWith("Association", StringComparison.Ordinal) && !Name(r).StartsWith("Create", StringComparison.Ordinal)
            ? IsFarm(r)
            : (Name(r) == "UpdateBudget" && Request(r).Contains("CANCEL_TASKS", StringComparison.Ordinal))
                || (Name(r) == "UpdateFleet" && Request(r).Contains("\"maxWorkerCount\":11", StringComparison.Ordinal)),
        ["Who raised the fleet's size or changed its market?"] = r => Name(r) == "UpdateFleet" && Request(r).Contains(Resource("CreateFleet", "Cloud spot"), StringComparison.Ordinal),
        ["Who changed the budget?"] = r => Name(r) == "UpdateBudget",
        ["Who set a queue's default budget action, or a farm's cost scale?"] = r => IsFarm(r) && (Request(r).Contains("defaultBudgetAction", StringComparison.Ordinal) || Request(r).Contains("costScaleFactor", StringComparison.Ordinal)),
        ["Who was given access?"] = r => Name(r) is "AssociateMemberToFarm" or "DisassociateMemberFromFarm",
        ["What costs licences?"] = r => Name(r) is "CreateLicenseEndpoint" or "PutMeteredProduct",
        ["What code runs on the workers, and as whom?"] = r => Name(r) == "CreateQueueEnvironment" || (Name(r) == "UpdateQueue" && Request(r).Contains(Resource("CreateQueue", "FX"), StringComparison.Ordinal)),
        ["Whose sign-ins failed, from where?"] = r => Name(r) == "CredentialVerification" && Said(r).Contains("\"Failure\"", StringComparison.Ordinal),
        ["Was logging turned off?"] = r => Name(r) is "StopLogging" or "DeleteTrail" or "UpdateTrail" or "PutEventSelectors",
    };

    // Of what is counted, which events, by what, and which of the counts.
    private static readonly Dictionary<string, Counting> Counted = new()
    {
        ["Who submitted jobs? (data)"] = new(r => IsFarm(r) && Name(r) == "CreateJob", ["Succeeded", "Actor"]),
        ["Which worker used which credentials, from where?"] = new(r => Name(r) == "AssumeFleetRoleForWorker", ["WorkerId", "SourceIPAddress"]),
        ["Who could read or download what jobs made?"] = new(r => Name(r) is "AssumeQueueRoleForUser" or "AssumeQueueRoleForRead", ["EventName", "Actor"]),
        ["Who signed in, and from where?"] = new(r => Name(r) == "UserAuthentication", ["SourceIPAddress", "Actor"]),
        ["Which addresses are new?"] = new(r => IsFarm(r) || (string?)r["eventSource"] == "signin.amazonaws.com", ["SourceIPAddress"], same => same.Select(r => (string)r["eventTime"]!).Min(StringComparer.Ordinal) is var first && string.CompareOrdinal(first, "2026-03-03T00:00:00Z") >= 0),
        ["Which calls were denied or throttled?"] = new(r => IsFarm(r) && r["errorCode"] is not null, ["EventName", "ErrorCode"]),
    };

    private static string Job => Records.Value.Where(each => Request(each.Record).Contains("sq040_sh0120_final_v099", StringComparison.Ordinal)).Select(each => (string)each.Record["responseElements"]!["jobId"]!).Single();

    public static TheoryData<string> Questions => [.. new QuestionPage().Questions.Select(question => question.Text)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_has_the_answer_that_is_written_below_it(string text)
    {
        var question = new QuestionPage().Questions.Single(question => question.Text == text);

        Assert.Equal(question.Answer, Ask(question).Output.Select(QuestionPage.Line));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_answer_is_what_the_generator_knows(string text)
    {
        var answer = Ask(new QuestionPage().Questions.Single(question => question.Text == text));

        if (Counted.TryGetValue(text, out var counted))
        {
            Assert.Equal(
                Records.Value.Select(each => each.Record).Where(counted.Which).GroupBy(record => string.Join("  ", counted.By.Select(property => Said(record, property))))
                    .Where(same => counted.IsShown?.Invoke(same) != false).Select(same => $"{same.Key}  {same.Count()}").Order(StringComparer.Ordinal),
                answer.Output.Select(row => string.Join("  ", counted.By.Append("Count").Select(property => LastPart(Convert.ToString(row.Value(property), CultureInfo.InvariantCulture)!)))).Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.Equal(
                Records.Value.Where(each => Truth[text](each.Record)).Select(each => each.Id).Order(StringComparer.Ordinal),
                answer.Ids().Order(StringComparer.Ordinal));
        }
    }

    /// <summary>DEADLINETRAIL_WRITE_QUESTIONS=1 writes the page's answers anew; without it, this sees that every question has a truth.</summary>
    [Fact]
    public void Every_question_has_something_to_be_held_against()
    {
        var page = new QuestionPage();
        if (Environment.GetEnvironmentVariable("DEADLINETRAIL_WRITE_QUESTIONS") == "1")
        {
            page.Write([.. page.Questions.Select(question => (question, (IReadOnlyList<string>)[.. Ask(question).Output.Select(QuestionPage.Line)]))]);
        }

        Assert.True(page.Questions.Count >= 14);
        Assert.Equal(page.Questions.Select(question => question.Text).Order(StringComparer.Ordinal), Truth.Keys.Concat(Counted.Keys).Order(StringComparer.Ordinal));
    }

    private ModuleRun Ask(Question question)
    {
        module.Set("__root", Checkout.Root);
        return module.Run("$ExecutionContext.SessionState.Path.SetLocation($__root) | Out-Null\n" + string.Join("\n", question.Commands)).WithoutErrors();
    }

    /// <summary>What a record says of a property that is counted by; of people the ID where there is one, else the name.</summary>
    private static string Said(JsonNode record, string property) => property switch
    {
        "Actor" => (string?)record["userIdentity"]!["onBehalfOf"]?["userId"] ?? (string?)record["userIdentity"]!["userName"]
            ?? LastPart((string)record["userIdentity"]!["arn"]!).Replace("DeadlineSession-", "", StringComparison.Ordinal),
        "Succeeded" => record["errorCode"] is null ? "True" : "False",
        "WorkerId" => (string)record["requestParameters"]!["workerId"]!,
        "SourceIPAddress" => (string)record["sourceIPAddress"]!,
        "EventName" => Name(record),
        _ => (string)record["errorCode"]!,
    };

    private static string LastPart(string text) => text.Split('/')[^1];

    private static bool IsFarm(JsonNode record) => (string?)record["eventSource"] == "deadline.amazonaws.com";

    private static string Name(JsonNode record) => (string)record["eventName"]!;

    private static string Request(JsonNode record) => record["requestParameters"]?.ToJsonString() ?? "";

    private static string Said(JsonNode record) => record.ToJsonString();

    /// <summary>The identifier of what was created under a name.</summary>
    private static string Resource(string operation, string name) => Records.Value
        .Where(each => Name(each.Record) == operation && (string?)each.Record["requestParameters"]?["displayName"] == name)
        .Select(each => (string)each.Record["responseElements"]![operation == "CreateQueue" ? "queueId" : "fleetId"]!).Single();

    /// <summary>What an answer that counts is about.</summary>
    private sealed record Counting(Func<JsonNode, bool> Which, string[] By, Func<IEnumerable<JsonNode>, bool>? IsShown = null);
}
