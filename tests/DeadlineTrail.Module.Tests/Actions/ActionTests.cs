using System;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Actions;

/// <summary>The catalogue of operations, at the prompt.</summary>
public sealed class ActionTests(ModuleHost module) : IClassFixture<ModuleHost>
{
    private const string NotFound = "ActionNotFound,DeadlineTrail.Cmdlets.GetDeadlineTrailActionCommand";

    [Theory]
    [InlineData("CreateJob", new[] { "CreateJob" })]
    [InlineData("createjob", new[] { "CreateJob" })]
    [InlineData("-Name *Monitor", new[] { "CreateMonitor", "DeleteMonitor", "GetMonitor", "UpdateMonitor" })]
    [InlineData("-EventName CreateJob, DeleteFarm", new[] { "CreateJob", "DeleteFarm" })]
    [InlineData("-Name NoSuch*", new string[0])]
    [InlineData("*Budget -Access Write", new[] { "CreateBudget", "DeleteBudget", "UpdateBudget" })]
    [InlineData("Get* -ResourceType Job -EventClass data", new[] { "GetJob" })]
    [InlineData("-Identifier volumeId -Name Get*", new[] { "GetVolume" })]
    public void Operations_are_found(string arguments, string[] names) =>
        Assert.Equal(names, module.Run($"Get-DeadlineTrailAction {arguments} | ForEach-Object Name").WithoutErrors().Objects.Cast<string>().Order());

    [Fact]
    public void Without_a_name_all_come() => Assert.Equal(128, module.Run("Get-DeadlineTrailAction").WithoutErrors().Output.Count);

    [Fact]
    public void Filters_together_are_met_together()
    {
        var all = module.Run("Get-DeadlineTrailAction").WithoutErrors().Output;
        var filtered = module.Run("Get-DeadlineTrailAction -EventClass Management -Access Write -ResourceType Queue").WithoutErrors().Output;

        Assert.NotEmpty(filtered);
        Assert.Equal(
            all.Where(each => each.Value("EventClass") is "Management" && each.Value("Access") is "Write" && each.Value("ResourceType") is "Queue").Select(each => each.Value("Name")),
            filtered.Select(each => each.Value("Name")));
    }

    [Fact]
    public void A_name_that_is_none_is_an_error_and_the_others_come()
    {
        var run = module.Run("Get-DeadlineTrailAction CreateJob, MakeCoffee, GetFarm");

        Assert.Equal(["CreateJob", "GetFarm"], run.Output.Select(each => each.Value("Name")).Order());
        var error = run.Errors.Single();
        Assert.Equal(NotFound, error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("MakeCoffee", error.TargetObject);
    }

    [Fact]
    public void A_name_with_an_open_bracket_is_only_a_name_that_is_none() =>
        Assert.Equal(NotFound, module.Run("Get-DeadlineTrailAction -Name 'Create[Job'").Errors.Single().FullyQualifiedErrorId);

    [Theory]
    [InlineData("'CreateJob', 'GetFarm'")]
    [InlineData("[pscustomobject]@{ Name = 'CreateJob' }, [pscustomobject]@{ EventName = 'GetFarm' }")]
    [InlineData("(Get-DeadlineTrailAction CreateJob, GetFarm)")]
    public void Names_come_through_the_pipeline(string piped) =>
        Assert.Equal(["CreateJob", "GetFarm"], module.Run($"{piped} | Get-DeadlineTrailAction | ForEach-Object Name").WithoutErrors().Objects);

    [Fact]
    public void An_event_tells_what_its_operation_is()
    {
        module.Set("record", HandWritten.Record(1).ToJsonString());

        Assert.Equal("UpdateQueue", module.Run("$record | ConvertFrom-DeadlineTrailLog | Get-DeadlineTrailAction | ForEach-Object Name").WithoutErrors().Objects.Single());
    }

    [Theory]
    [InlineData("-Access Reads")]
    [InlineData("-EventClass Insight")]
    public void A_filter_that_no_operation_can_pass_is_an_error(string arguments) =>
        Assert.StartsWith("ParameterArgumentValidationError,", module.Run("Get-DeadlineTrailAction " + arguments).Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_table_shows_what_an_operation_is()
    {
        var table = module.Format("Get-DeadlineTrailAction CreateJob, GetFarm", width: 120);

        Assert.Matches("\nCreateJob +Data +Write +[A-Z]", table);
        Assert.Matches("\nGetFarm +Management +Read +[A-Z]", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public void A_list_shows_all_that_is_known()
    {
        var list = module.Format("Get-DeadlineTrailAction CreateJob | Format-List", width: 120);

        foreach (var label in new[] { "Name", "Description", "EventClass", "InEventHistory", "Access", "IamAction", "CalledBy", "RequestIdentifiers" })
        {
            Assert.Matches($"\n{label} +: [^ \n]", list);
        }
    }
}
