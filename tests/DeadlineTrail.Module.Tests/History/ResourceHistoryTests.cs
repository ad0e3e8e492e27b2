using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.History;

public sealed class ResourceHistoryTests : IClassFixture<ModuleHost>, IDisposable
{
    private const string Fleet = "fleet-00112233445566778899aabbccddeeff";
    private const string Member = "b801f3c0-c071-70bc-b869-6804bc732408";
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public ResourceHistoryTests(ModuleHost module)
    {
        _module = module;
        _folder.Write(
            "a.json",
            HandWritten.Record(0, record => Make(record, "CreateQueue", new() { ["farmId"] = HandWritten.Farm, ["displayName"] = "Lighting" }, new() { ["queueId"] = HandWritten.Queue })),
            HandWritten.Record(1, record => Make(record, "UpdateQueue", new() { ["farmId"] = HandWritten.Farm, ["queueId"] = HandWritten.Queue, ["displayName"] = "Evil \u001b[31m", ["defaultBudgetAction"] = "NONE" })),
            HandWritten.Record(2, record => Make(record, "CreateQueueFleetAssociation", new() { ["farmId"] = HandWritten.Farm, ["queueId"] = HandWritten.Queue, ["fleetId"] = Fleet })),
            HandWritten.Record(3, record => Make(record, "AssociateMemberToQueue", new() { ["farmId"] = HandWritten.Farm, ["queueId"] = HandWritten.Queue, ["principalId"] = Member, ["principalType"] = "USER", ["membershipLevel"] = "OWNER" })),
            HandWritten.Record(4, record =>
            {
                Make(record, "DeleteQueue", new() { ["farmId"] = HandWritten.Farm, ["queueId"] = HandWritten.Queue });
                record["errorCode"] = "ConflictException";
            }),
            HandWritten.Record(5, record => Make(record, "UpdateFleet", new() { ["farmId"] = HandWritten.Farm, ["fleetId"] = Fleet, ["maxWorkerCount"] = 5 })));
        _module.Set("logs", _folder["a.json"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(HandWritten.Queue)]
    [InlineData("arn:aws:deadline:us-west-2:111122223333:farm/" + HandWritten.Farm + "/queue/" + HandWritten.Queue)]
    [InlineData("Lighting")]
    [InlineData("lighting")]
    public void A_resource_is_named_by_identifier_ARN_or_display_name(string resource) =>
        Assert.Equal([0, 1, 2, 3, 4], _module.Run($"Get-DeadlineResourceHistory '{resource}' $logs").WithoutErrors().Minutes());

    [Fact]
    public void An_entry_says_who_did_what_from_where_and_what_changed()
    {
        var entry = _module.Run("Get-DeadlineResourceHistory Lighting -Path $logs").WithoutErrors().Output[1];

        Assert.Equal("mia", entry.Value("ActorName"));
        Assert.Equal("192.0.2.10", entry.Value("SourceIPAddress"));
        Assert.Equal(HandWritten.Time(1), entry.Value("EventTimeUtc"));
        Assert.Equal(HandWritten.Utc(1), ((DateTime)entry.Value("EventTime")!).ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, ((DateTime)entry.Value("EventTime")!).Kind);
        Assert.Equal(true, entry.Value("Succeeded"));
        Assert.Equal("Queue", entry.Value("ResourceType"));
        Assert.Equal("UpdateQueue", entry.Value("EventName"));
        Assert.Equal(HandWritten.Queue, entry.Value("HistoryOf"));
        Assert.Null(entry.Value("Cause"));
        var changes = ((IEnumerable<object>)entry.Value("Changes")!).Select(PSObject.AsPSObject).ToList();
        Assert.Equal(["displayName", "defaultBudgetAction"], changes.Select(change => change.Value("Name")));
        Assert.Equal(["Lighting", null], changes.Select(change => change.Value("OldValue")));
        Assert.Equal(["Known", "Unknown"], changes.Select(change => change.Value("OldValueState")));
        Assert.Equal("NONE", changes[1].Value("NewValue"));
    }

    public static TheoryData<string, int[]> FromTools => new()
    {
        { $"@{{ FarmId = '{HandWritten.Farm}'; QueueId = '{HandWritten.Queue}'; DisplayName = 'x' }}", [0, 1, 2, 3, 4] },
        { $"@{{ farmId = '{HandWritten.Farm}'; queueId = '{HandWritten.Queue}' }}", [0, 1, 2, 3, 4] },
        { $"@{{ FarmId = '{HandWritten.Farm}'; FleetId = '{Fleet}' }}", [2, 5] },
        { $"@{{ QueueId = '{HandWritten.Queue}'; FleetId = '{Fleet}'; Status = 'ACTIVE' }}", [2] },
        { $"@{{ FarmId = '{HandWritten.Farm}'; QueueId = '{HandWritten.Queue}'; PrincipalId = '{Member}' }}", [3] },
    };

    /// <summary>Get-ADCQueue, Get-ADCFleet, Get-ADCQueueFleetAssociation and Get-ADCQueueMemberList give such properties.</summary>
    [Theory]
    [MemberData(nameof(FromTools))]
    public void Objects_of_AWS_Tools_name_what_is_innermost_in_them(string properties, int[] minutes) =>
        Assert.Equal(minutes, _module.Run($"[pscustomobject]{properties} | Get-DeadlineResourceHistory -Path $logs").WithoutErrors().Minutes());

    [Fact]
    public void Several_objects_are_one_question_and_each_entry_says_whose_it_is()
    {
        var run = _module.Run($"[pscustomobject]@{{ QueueId = '{HandWritten.Queue}' }}, [pscustomobject]@{{ FleetId = '{Fleet}' }} | Get-DeadlineResourceHistory -Path $logs").WithoutErrors();

        Assert.Equal([0, 1, 2, 2, 3, 4, 5], run.Minutes());
        Assert.Equal([HandWritten.Queue, Fleet], run.Output.Skip(2).Take(2).Select(entry => entry.Value("HistoryOf")));
    }

    [Fact]
    public void Files_and_events_come_through_the_pipeline()
    {
        Assert.Equal([2, 5], _module.Run($"$input | Get-DeadlineResourceHistory {Fleet}", _folder.ChildItem("a.json")).WithoutErrors().Minutes());
        Assert.Equal([2, 5], _module.Run($"Get-DeadlineTrailEvent $logs | Get-DeadlineResourceHistory {Fleet}").WithoutErrors().Minutes());
        Assert.Equal([2, 5], _module.Run($"Get-DeadlineResourceHistory -FleetId {Fleet} -LiteralPath $logs").WithoutErrors().Minutes());
    }

    [Fact]
    public void Filters_choose_entries_and_leave_old_values_known()
    {
        var entry = _module.Run($"Get-DeadlineResourceHistory Lighting -Path $logs -StartTime {HandWritten.Time(1)} -EventName UpdateQueue").WithoutErrors().Output.Single();

        Assert.Equal("displayName: Lighting -> Evil \u001b[31m", ((IEnumerable<object>)entry.Value("Changes")!).First().ToString());
        Assert.Equal([4], _module.Run("Get-DeadlineResourceHistory Lighting -Path $logs -Failed").WithoutErrors().Minutes());
    }

    [Theory]
    [InlineData("queue-0011", "ResourceNotFound", "give its identifier or ARN")]
    [InlineData("queue-001122334455", "InvalidResource", "ResourceId has all of them")]
    [InlineData("queue-00112233445566778899AABBCCDDEEFF", "InvalidResource", "ResourceId has all of them")]
    [InlineData("arn:aws:s3:::bucket", "InvalidResource", "Those are like arn:aws:deadline:us-west-2")]
    [InlineData("arn:aws:deadline:us-west-2:111122223333:farm//queue/", "InvalidResource", "Those are like arn:aws:deadline:us-west-2")]
    [InlineData("job-ffffffffffffffffffffffffffffffff", "ResourceNotFound", "in a trail only if its event selectors ask for them")]
    [InlineData("budget-ffffffffffffffffffffffffffffffff", "ResourceNotFound", "Check the identifier, the account and the Region")]
    [InlineData("No such queue", "ResourceNotFound", "give its identifier or ARN")]
    [InlineData("arn:aws:deadline:eu-west-1:111122223333:farm/" + HandWritten.Farm + "/queue/" + HandWritten.Queue, "ResourceInOtherRegion", "Correct the ARN, or ask by the identifier")]
    public void What_cannot_be_found_is_an_error_that_says_what_to_do_and_the_rest_goes_on(string resource, string error, string remedy)
    {
        var run = _module.Run($"Get-DeadlineResourceHistory '{resource}', {Fleet} -Path $logs");

        Assert.Equal(error + ",DeadlineTrail.Cmdlets.GetDeadlineResourceHistoryCommand", run.Errors.Single().FullyQualifiedErrorId);
        Assert.Contains(remedy, run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal([2, 5], run.Minutes());
    }

    [Theory]
    [InlineData("Get-DeadlineResourceHistory -Path $logs", "NoResource", "display name")]
    [InlineData("Get-DeadlineResourceHistory Lighting -Path $logs -ResourceType Cloud", "InvalidFilter", "The types are: Farm, Queue")]
    [InlineData("Get-DeadlineResourceHistory Lighting -Path $logs -Region eu-*", "ResourceInOtherRegion", "Leave -Region out")]
    public void A_question_that_cannot_be_asked_says_why_and_what_can(string script, string error, string remedy)
    {
        var said = _module.Run(script).Errors.Single();

        Assert.Equal(error + ",DeadlineTrail.Cmdlets.GetDeadlineResourceHistoryCommand", said.FullyQualifiedErrorId);
        Assert.Contains(remedy, said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_resource_of_which_a_Region_leaves_nothing_is_an_error_and_the_others_are_told()
    {
        const string Far = "queue-ffeeddccbbaa99887766554433221100";
        _folder.Write("far.json", HandWritten.Record(6, record =>
        {
            Make(record, "UpdateQueue", new() { ["farmId"] = HandWritten.Farm, ["queueId"] = Far, ["displayName"] = "Far" });
            record["awsRegion"] = "eu-west-1";
        }));
        _module.Set("both", new[] { _folder["a.json"], _folder["far.json"] });

        var run = _module.Run($"Get-DeadlineResourceHistory {Fleet}, {Far} -Path $both -Region us-west-2");
        var neither = _module.Run($"Get-DeadlineResourceHistory {Fleet}, {Far} -Path $both -Region ap-*");

        Assert.Equal([2, 5], run.Minutes());
        var said = Assert.Single(run.Errors);
        Assert.Equal("ResourceInOtherRegion,DeadlineTrail.Cmdlets.GetDeadlineResourceHistoryCommand", said.FullyQualifiedErrorId);
        Assert.Contains($"about {Far} is of eu-west-1,", said.ToString(), StringComparison.Ordinal);
        Assert.Equal([Fleet, Far], neither.Errors.Select(error => (string)error.TargetObject));
        Assert.Empty(neither.Output);
    }

    [Fact]
    public void An_empty_pipeline_is_an_empty_answer() =>
        Assert.Empty(_module.Run("@() | Get-DeadlineResourceHistory -Path $logs").WithoutErrors().Output);

    [Fact]
    public void The_table_shows_at_a_glance_what_became_what_and_nothing_harmful()
    {
        var table = _module.Format("Get-DeadlineResourceHistory Lighting -Path $logs", 140);

        Assert.Contains("Lighting -> Evil \\u001b[31m", table, StringComparison.Ordinal);
        Assert.Contains("(unknown) -> NONE", table, StringComparison.Ordinal);
        Assert.Contains("Created queue \"Lighting\"", table, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_shows_everything_of_an_entry()
    {
        var list = _module.Format("Get-DeadlineResourceHistory Lighting -Path $logs -Failed | Format-List", 140);

        Assert.Contains("ConflictException", list, StringComparison.Ordinal);
        Assert.Contains(HandWritten.Queue, list, StringComparison.Ordinal);
        Assert.Contains("192.0.2.10", list, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", list, StringComparison.Ordinal);
    }

    private static void Make(JsonObject record, string name, JsonObject request, JsonObject? response = null)
    {
        record["eventName"] = name;
        record["requestParameters"] = request;
        record["responseElements"] = response;
    }
}
