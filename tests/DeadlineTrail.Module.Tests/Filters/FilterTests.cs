using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Filters;

/// <summary>Every filter, on records written by hand: the expected minutes are read off <see cref="FarmLog"/>.</summary>
public sealed class FilterTests : IClassFixture<ModuleHost>, IDisposable
{
    // A time range, the arrangement of the answer, and how to get at a source: they ask nothing of an event by name.
    private static readonly string[] _notFilters =
    [
        "StartTime", "EndTime", "Last", "MaxEvents", "Oldest", "Unordered", "IncludeDuplicate", "Strict",
        "ProfileName", "ProfileLocation", "AccessKey", "SecretKey", "SessionToken", "Credential", "EndpointUrl",
    ];

    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public FilterTests(ModuleHost module)
    {
        _module = module;
        _module.Set("log", _folder.Write("log.json.gz", [.. FarmLog.Records]));
    }

    public static TheoryData<string, int[]> Filters() => new()
    {
        { "-EventName UpdateQueue", [1] },
        { "-EventName updatequeue, getbudget", [6, 1] },
        { "-EventName Update*", [9, 5, 4, 1] },
        { "-EventName Get[BM]*", [7, 6] },
        { "-EventSource signin.amazonaws.com", [15] },
        { "-EventSource *.amazonaws.com -Failed", [15, 7, 5, 2] },
        { "-EventClass Data", [5, 4, 3] },
        { "-EventClass data, Management -Actor *worker*", [5, 4] },
        { "-Access Write", [14, 9, 5, 4, 3, 2, 1] },
        { "-Access read", [13, 12, 11, 10, 8, 7, 6] },
        { "-Actor mia -Access Write", [14, 9, 2, 1] },
        { "-Actor *:user/m?a -Access Write", [14, 9, 2, 1] },
        { "-Actor 1f0c415a-29c6-4a70-812a-1b06facb6966 -EventSource *", [15, 3] },
        { "-Actor AWSDeadlineCloudFleetRole-*", [5, 4] },
        { "-Actor rosa, *1f0c415a*", [3] },
        { "-ActorKind Worker", [5, 4] },
        { "-ActorKind *User -EventSource * -Failed", [15, 7, 2] },
        { "-ActorKind Service -EventSource *", [16] },
        { "-SourceIPAddress 10.20.4.133", [5, 4] },
        { "-SourceIPAddress 10.20.0.0/16", [7, 6, 5, 4] },
        { "-SourceIPAddress 203.0.113.9", [7, 6] },
        { "-SourceIPAddress 2001:DB8:0:0::7", [3] },
        { "-SourceIPAddress 2001:db8::/32", [3] },
        { "-SourceIPAddress ::/0", [3] },
        { "-SourceIPAddress 10.*, 2001:*", [7, 6, 5, 4, 3] },
        { "-SourceIPAddress credentials.deadline.amazonaws.com -EventSource *", [16] },
        { "-Region eu-west-1", [7, 6] },
        { "-Region eu-*, ap-*", [7, 6] },
        { "-AccountId 42", [7, 6] },
        { "-AccessKeyId ASIAWORKEREXAMPLE", [5, 4] },
        { "-AccessKeyId ASIA*", [7, 6, 5, 4, 3] },
        { "-ErrorCode AccessDenied", [2] },
        { "-ErrorCode accessdenied*, Throttl*", [7, 5, 2] },
        { "-ErrorCode *", [7, 5, 2] },
        { "-Failed", [7, 5, 2] },
        { "-Failed -EventSource *", [15, 7, 5, 2] },
        { "-Denied", [7, 2] },
        { "-Denied -Access Write", [2] },
        { $"-EventId {HandWritten.Id(15)}, {HandWritten.Id(3)}", [15, 3] },
        { $"-FarmId {HandWritten.Farm}", [3, 1] },
        { $"-FarmId {FarmLog.Id("farm", '2')}", [2] },
        { $"-FarmId {HandWritten.Farm}, {FarmLog.Id("farm", '2')}", [3, 2, 1] },
        { $"-QueueId {HandWritten.Queue}", [3, 1] },
        { $"-FleetId {FarmLog.Id("fleet", '1')}", [5, 4] },
        { $"-WorkerId {FarmLog.Id("worker", '1')}", [5, 4] },
        { $"-JobId {FarmLog.Id("job", '1')}", [9, 8, 3] },
        { $"-JobId {FarmLog.Id("job", '2')}", [8] },
        { $"-StepId {FarmLog.Id("step", '1')}", [9] },
        { $"-StepId {FarmLog.Id("step", '2')}", [8] },
        { $"-TaskId {FarmLog.Id("task", '1')}-0", [9] },
        { $"-SessionId {FarmLog.Id("session", '1')}", [11] },
        { $"-SessionActionId {FarmLog.Id("sessionaction", '1')}-7", [10] },
        { $"-BudgetId {FarmLog.Id("budget", '1')}", [6] },
        { $"-LimitId {FarmLog.Id("limit", '1')}", [13] },
        { $"-LicenseEndpointId {FarmLog.Id("le", '1')}", [12] },
        { $"-MonitorId {FarmLog.Id("monitor", '1')}", [7] },
        { $"-QueueEnvironmentId {FarmLog.Id("queueenv", '1')}", [13] },
        { $"-StorageProfileId {FarmLog.Id("sp", '1')}", [13] },
        { $"-VolumeId {FarmLog.Id("volume", '1')}", [13] },
        { "-MemberId 906778a180-99e155d8-c202-4e57-ae81-dff967895196", [14] },
        { $"-ResourceId {FarmLog.Id("step", '1')}, {FarmLog.Id("farm", '2')}", [9, 2] },
        { $"-JobId {FarmLog.Id("job", '1')} -Access Write -EventClass Data", [3] },
        { $"-QueueId {HandWritten.Queue} -FarmId {FarmLog.Id("farm", '2')}", [] },
        { "-ActorKind Worker -Failed -ErrorCode Throttl* -SourceIPAddress 10.0.0.0/8 -Region us-west-2", [5] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_keeps_what_it_says(string arguments, int[] minutes) =>
        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent $log " + arguments).WithoutErrors().Minutes());

    [Fact]
    public void Every_filter_is_in_the_table_above()
    {
        var tested = Filters().SelectMany(row => ((string)row[0]).Split(' ').Where(word => word.StartsWith('-')).Select(word => word[1..])).ToHashSet();

        Assert.Empty(Parameters().Except(tested).Except(_notFilters));
    }

    [Fact]
    public void Every_filter_asks_for_a_property_of_its_own_name()
    {
        // What is asked as a question has the answer as its property.
        var renamed = new Dictionary<string, string[]> { ["Failed"] = ["Succeeded"], ["Denied"] = ["IsDenied"], ["Actor"] = ["Actor", "ActorName", "ActorArn", "UserId"] };
        var trailEvent = _module.Run("Get-DeadlineTrailEvent $log -MaxEvents 1").WithoutErrors().Output.Single();

        foreach (var parameter in Parameters().Except(_notFilters))
        {
            foreach (var property in renamed.GetValueOrDefault(parameter, [parameter]))
            {
                Assert.True(trailEvent.Properties.Match(property, PSMemberTypes.Property).Count == 1, $"-{parameter} has no property {property}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Events_read_already_are_filtered_alike(string arguments, int[] minutes) =>
        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent $log -EventSource * | Get-DeadlineTrailEvent " + arguments).WithoutErrors().Minutes());

    [Theory]
    [InlineData("JobId", 'j', new[] { 9, 8, 3 })]
    [InlineData("FleetId", 'f', new[] { 5, 4 })]
    [InlineData("QueueId", 'q', new[] { 3, 1 })]
    public void Things_of_the_farm_come_through_the_pipeline(string property, char kind, int[] minutes)
    {
        // As AWS Tools gives them: objects with such a property among others, Name and Status for instance.
        var thing = new PSObject();
        thing.Properties.Add(new PSNoteProperty(property, kind switch { 'j' => FarmLog.Id("job", '1'), 'f' => FarmLog.Id("fleet", '1'), _ => HandWritten.Queue }));
        thing.Properties.Add(new PSNoteProperty("Name", "whatever"));
        thing.Properties.Add(new PSNoteProperty("Status", "ACTIVE"));

        Assert.Equal(minutes, _module.Run("$input | Get-DeadlineTrailEvent -Path $log", thing).WithoutErrors().Minutes());
    }

    /// <summary>What every source takes, files too: the rest says where the source is and how to get at it.</summary>
    private List<string> Parameters() =>
    [
        .. ((CmdletInfo)_module.Run("Get-Command Get-DeadlineTrailEvent").WithoutErrors().Objects.Single()).Parameters.Values
            .Where(each => each.ParameterSets.ContainsKey(ParameterAttribute.AllParameterSets))
            .Select(each => each.Name).Except(PSCmdlet.CommonParameters).Except(PSCmdlet.OptionalCommonParameters),
    ];
}
