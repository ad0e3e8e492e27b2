using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Binding;

/// <summary>What binds, from where, and what is refused up front.</summary>
public sealed class ParameterTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public ParameterTests(ModuleHost module)
    {
        _module = module;
        _module.Set("log", _folder.Write(
            "log.json",
            HandWritten.Record(1),
            HandWritten.Record(2, record => record["recipientAccountId"] = "000000000001"),
            HandWritten.Record(3, record => record["recipientAccountId"] = "012345678901"),
            HandWritten.Record(4, record =>
            {
                record["eventSource"] = "sts.amazonaws.com";
                record["eventName"] = "AssumeRole";
            }),
            HandWritten.Record(5, record => record["eventName"] = "NewerThanTheCatalogue")));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_what_names_a_thing_binds_by_property_name()
    {
        var bound = Parameters("Get-DeadlineTrailEvent").Where(each => each.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName)).Select(each => each.Name);

        string[] places = ["BucketName", "Key", "KeyPrefix", "LiteralPath", "TrailName"];
        Assert.All(bound, name => Assert.True(places.Contains(name) || name.EndsWith("Id", StringComparison.Ordinal), name));
        Assert.DoesNotContain(bound, name => name is "AccountId" or "AccessKeyId" or "EventId" or "OrganizationId");
        Assert.Contains("JobId", bound);
    }

    [Fact]
    public void Only_files_events_and_sources_bind_by_value()
    {
        var bound = Parameters("Get-DeadlineTrailEvent").Where(each => each.ParameterSets.Values.Any(set => set.ValueFromPipeline));

        Assert.Equal(["InputObject", "Path", "Source"], bound.Select(each => each.Name).Order());
        Assert.Equal("DeadlineTrail.TrailEvent", bound.Single(each => each.Name == "InputObject").ParameterType.FullName);
        Assert.StartsWith("DeadlineTrail.TrailSource", bound.Single(each => each.Name == "Source").ParameterType.FullName);
    }

    [Fact]
    public void A_piped_object_chooses_no_filter()
    {
        var row = new PSObject();
        foreach (var name in new[] { "EventName", "Region", "Actor", "StartTime", "MaxEvents", "ErrorCode", "AccountId" })
        {
            row.Properties.Add(new PSNoteProperty(name, "nothing"));
        }

        row.Properties.Add(new PSNoteProperty("QueueId", HandWritten.Queue));

        Assert.Equal([5, 3, 2, 1], _module.Run("$input | Get-DeadlineTrailEvent -Path $log", row).WithoutErrors().Minutes());
    }

    [Theory]
    [InlineData("-AccountId 1,2", new[] { 2 })]
    [InlineData("-AccountId 1", new[] { 2 })]
    [InlineData("-AccountId '000000000001'", new[] { 2 })]
    [InlineData("-AccountId 012345678901", new[] { 3 })]
    [InlineData("-AccountId '012345678901'", new[] { 3 })]
    [InlineData("-AccountId 12345678901, '1'", new[] { 3, 2 })]
    [InlineData("-AccountId 111122223333", new[] { 5, 1 })]
    public void Leading_zeros_of_accounts_are_put_back(string arguments, int[] minutes) =>
        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent $log " + arguments).WithoutErrors().Minutes());

    [Theory]
    [InlineData("-AccountId abc", "ParameterArgumentTransformationError")]
    [InlineData("-AccountId 1234567890123", "ParameterArgumentTransformationError")]
    [InlineData("-AccountId 1, $null", "ParameterArgumentTransformationError")]
    [InlineData("-AccountId 12-34", "ParameterArgumentTransformationError")]
    [InlineData("-AccountId 1.5", "ParameterArgumentTransformationError")]
    [InlineData("-MaxEvents 0", "ParameterArgumentValidationError")]
    [InlineData("-MaxEvents -1", "ParameterArgumentValidationError")]
    [InlineData("-Access Reads", "ParameterArgumentValidationError")]
    [InlineData("-EventClass Management, Dat", "ParameterArgumentValidationError")]
    [InlineData("-EventName ''", "ParameterArgumentValidationError")]
    [InlineData("-ActorKind Nobody", "InvalidFilter")]
    [InlineData("-SourceIPAddress 10.0.0.0/33", "InvalidFilter")]
    [InlineData("-SourceIPAddress nowhere/8", "InvalidFilter")]
    [InlineData("-FarmId queue-00112233445566778899aabbccddeeff", "InvalidFilter")]
    [InlineData("-Oldest -Unordered", "InvalidFilter")]
    [InlineData("-LiteralPath x", "PositionalParameterNotFound")]
    public void A_filter_that_nothing_can_pass_is_an_error_before_anything_is_read(string arguments, string id)
    {
        var run = _module.Run("Get-DeadlineTrailEvent $log " + arguments);

        Assert.Empty(run.Output);
        Assert.StartsWith(id + ",", run.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", new[] { 5, 3, 2, 1 })]
    [InlineData("-EventSource *", new[] { 5, 4, 3, 2, 1 })]
    [InlineData("-EventSource sts.amazonaws.com", new[] { 4 })]
    [InlineData("-EventSource STS.*", new[] { 4 })]
    [InlineData("-EventName AssumeRole", new[] { 4 })]
    [InlineData("-EventName assumerole, UpdateQueue", new[] { 4, 3, 2, 1 })]
    [InlineData("-EventName *Q*", new[] { 3, 2, 1 })]
    [InlineData("-EventName A*", new int[0])]
    [InlineData("-EventName A* -EventSource *", new[] { 4 })]
    [InlineData("-EventName NewerThanTheCatalogue", new[] { 5 })]
    [InlineData("-EventId 00000000-0000-4000-8000-000000000004", new[] { 4 })]
    [InlineData("-Access Write", new[] { 5, 3, 2, 1 })]
    public void Events_are_the_farms_unless_something_else_is_named(string arguments, int[] minutes) =>
        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent $log " + arguments).WithoutErrors().Minutes());

    [Theory]
    [InlineData("-MaxEvents 2", new[] { 5, 3 })]
    [InlineData("-MaxEvents 2 -Oldest", new[] { 1, 2 })]
    [InlineData("-Oldest", new[] { 1, 2, 3, 5 })]
    [InlineData("-MaxEvents 9223372036854775807", new[] { 5, 3, 2, 1 })]
    public void A_limit_keeps_the_first_of_the_order(string arguments, int[] minutes) =>
        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent $log " + arguments).WithoutErrors().Minutes());

    [Fact]
    public void Without_an_order_a_limit_is_a_limit_all_the_same() =>
        Assert.Equal(2, _module.Run("Get-DeadlineTrailEvent $log -Unordered -MaxEvents 2").WithoutErrors().Output.Count);

    [Fact]
    public void Events_read_already_are_filtered_further()
    {
        _module.Run("$all = Get-DeadlineTrailEvent $log -EventSource *").WithoutErrors();

        Assert.Equal([4], _module.Run("$all | Get-DeadlineTrailEvent -EventSource sts*").WithoutErrors().Minutes());
        Assert.Equal([5, 3, 2, 1], _module.Run("$all | Get-DeadlineTrailEvent").WithoutErrors().Minutes());
        Assert.Equal([1, 2], _module.Run("$all + $all | Get-DeadlineTrailEvent -Oldest -MaxEvents 2").WithoutErrors().Minutes());
        Assert.Equal([5, 5], _module.Run("$all + $all | Get-DeadlineTrailEvent -MaxEvents 2 -IncludeDuplicate").WithoutErrors().Minutes());
        Assert.Equal([5, 3], _module.Run("$all | Get-DeadlineTrailEvent -Unordered -MaxEvents 2").WithoutErrors().Minutes());
        Assert.Equal([1], _module.Run("Get-DeadlineTrailEvent -InputObject $all[4]").WithoutErrors().Minutes());
        Assert.Empty(_module.Run("$all | Get-DeadlineTrailEvent -QueueId queue-ffffffffffffffffffffffffffffffff").WithoutErrors().Output);
        Assert.Equal(0L, _module.Run("$script:n = 0; $all | Get-DeadlineTrailEvent -Denied | ForEach-Object { $script:n++ }; [long]$script:n").WithoutErrors().Objects.Single());
    }

    [Theory]
    [InlineData("$e, $log")]
    [InlineData("$log, $e")]
    public void Events_and_files_together_are_refused_rather_than_half_answered(string mixture)
    {
        var run = _module.Run($"$e = Get-DeadlineTrailEvent $log -MaxEvents 1; {mixture} | Get-DeadlineTrailEvent");

        Assert.Empty(run.Output);
        Assert.Equal("MixedInput,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", run.Errors.Single().FullyQualifiedErrorId);
    }

    private Dictionary<string, ParameterMetadata>.ValueCollection Parameters(string cmdlet) =>
        ((CmdletInfo)_module.Run("Get-Command " + cmdlet).WithoutErrors().Objects.Single()).Parameters.Values;
}
