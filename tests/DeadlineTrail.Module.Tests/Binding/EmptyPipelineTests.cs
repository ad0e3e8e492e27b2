using System;
using System.IO;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Binding;

/// <summary>Nothing through the pipeline is not the same as no source: nothing is asked then, least of all AWS.</summary>
public sealed class EmptyPipelineTests(ModuleHost module) : IClassFixture<ModuleHost>, IDisposable
{
    private readonly TrailFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("@()")]
    [InlineData("$input")]
    [InlineData("(Get-Module NoSuchModule)")]
    [InlineData("& { }")]
    public void An_empty_pipeline_is_an_empty_answer(string nothing)
    {
        var run = module.Run($"{nothing} | Get-DeadlineTrailEvent -Verbose").WithoutErrors();

        Assert.Empty(run.Output);
        Assert.Equal(["Nothing came through the pipeline, so nothing was searched."], run.Verbose);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("5")]
    [InlineData("[pscustomobject]@{ Name = 'x'; FarmName = 'y' }")]
    public void What_does_not_bind_is_an_error_and_asks_nothing(string alien)
    {
        var run = module.Run($"{alien} | Get-DeadlineTrailEvent -Verbose");

        Assert.Null(run.Terminating);
        Assert.Single(run.Errors);
        Assert.Equal(["Nothing came through the pipeline, so nothing was searched."], run.Verbose);
    }

    [Fact]
    public void An_empty_folder_has_no_events_and_is_no_error()
    {
        Directory.CreateDirectory(_folder["empty"]);

        Assert.Empty(module.Run("$input | Get-DeadlineTrailEvent", _folder.ChildItem("empty")).WithoutErrors().Output);
    }
}
