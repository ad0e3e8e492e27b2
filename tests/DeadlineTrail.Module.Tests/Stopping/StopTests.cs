using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Stopping;

/// <summary>These look at the threads of the process, so nothing else may run beside them.</summary>
[CollectionDefinition(nameof(StopTests), DisableParallelization = true)]
public sealed class StopTestsAlone;

/// <summary>Ctrl+C and a pipeline that wants no more end a read at once, wherever it is.</summary>
[Collection(nameof(StopTests))]
public sealed class StopTests : IDisposable
{
    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan _hang = TimeSpan.FromMinutes(1);

    private readonly ModuleHost _module = new();
    private readonly TrailFolder _folder = new();

    public StopTests()
    {
        _folder.Write("logs/a.json", HandWritten.Record(1));
        _module.Set("logs", _folder["logs"]);
        _module.Set("pipe", _folder["pipe.json"]);
    }

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [NamedPipeFact]
    public async Task Ctrl_C_ends_a_read_that_has_no_end()
    {
        var pouring = Endless();
        using var running = _module.Start("Get-DeadlineTrailEvent $pipe -Unordered -IncludeDuplicate");
        running.WaitForOutput();

        var run = running.Stop();

        Assert.True(run.Stopped);
        Assert.Empty(run.Errors);
        await pouring.WaitAsync(_hang);
        AssertNoReaders();
        Assert.Equal([1], _module.Run("Get-DeadlineTrailEvent $logs").WithoutErrors().Minutes());
    }

    [NamedPipeFact]
    public async Task Ctrl_C_ends_a_read_that_has_not_found_anything()
    {
        var pouring = Endless();
        using var running = _module.Start("Get-DeadlineTrailEvent $pipe -EventName DeleteFarm");
        running.WaitForProgress();

        Assert.True(running.Stop().Stopped);
        await pouring.WaitAsync(_hang);
        AssertNoReaders();
    }

    [NamedPipeFact]
    public void Ctrl_C_does_not_wait_for_a_file_that_never_answers()
    {
        var pipe = new NamedPipe(_folder["pipe.json"]);
        using var running = _module.Start("Get-DeadlineTrailEvent $logs, $pipe");
        running.WaitForProgress();

        var run = running.Stop();

        Assert.True(run.Stopped);
        Assert.Empty(run.Errors);

        // The thread that waits inside the operating system is left alone, and ends as soon as it is let go.
        pipe.Release();
        AssertNoReaders();
    }

    [NamedPipeFact]
    public async Task A_pipeline_that_wants_no_more_ends_the_read()
    {
        var pouring = Endless();

        var run = _module.Run("Get-DeadlineTrailEvent $pipe -Unordered | Select-First; 'on it goes'").WithoutErrors();

        Assert.Equal("on it goes", run.Objects[^1]);
        Assert.Equal(2, run.Output.Count);
        await pouring.WaitAsync(_hang);
        AssertNoReaders();
    }

    [NamedPipeFact]
    public async Task A_loop_that_is_left_ends_the_read()
    {
        var pouring = Endless();

        var run = _module.Run("foreach ($once in 1) { Get-DeadlineTrailEvent $pipe -Unordered | ForEach-Object { $_; break } }").WithoutErrors();

        Assert.Single(run.Output);
        await pouring.WaitAsync(_hang);
        AssertNoReaders();
    }

    [NamedPipeFact]
    public async Task A_limit_ends_the_read()
    {
        var pouring = Endless();

        Assert.Equal(3, _module.Run("Get-DeadlineTrailEvent $pipe -Unordered -MaxEvents 3 -IncludeDuplicate").WithoutErrors().Output.Count);
        await pouring.WaitAsync(_hang);
        AssertNoReaders();
    }

    [Fact]
    public void Ctrl_C_ends_a_conversion_whose_input_has_no_end()
    {
        _module.Set("record", HandWritten.Record(1).ToJsonString());
        using var running = _module.Start("& { while ($true) { $record } } | ConvertFrom-DeadlineTrailLog");
        running.WaitForOutput();

        Assert.True(running.Stop().Stopped);
    }

    [NamedPipeFact]
    public void A_long_read_shows_how_far_it_is_and_takes_that_away_at_the_end()
    {
        var pipe = new NamedPipe(_folder["pipe.json"]);
        using var running = _module.Start("Get-DeadlineTrailEvent $logs, $pipe");
        var first = running.WaitForProgress();
        pipe.Release(Encoding.UTF8.GetBytes(TrailFolder.Log([HandWritten.Record(2)])));

        var run = running.Finish().WithoutErrors();

        Assert.Equal([2, 1], run.Minutes());
        Assert.Contains("1 of 2 files", first.StatusDescription, StringComparison.Ordinal);
        Assert.Matches(string.Format(CultureInfo.CurrentCulture, "{0:N1} of {0:N1} MB", 0).Replace(".", "\\.", StringComparison.Ordinal), first.StatusDescription);
        Assert.All(run.Progress, record => Assert.Equal(first.ActivityId, record.ActivityId));
        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, run.Progress[^1].RecordType);
        Assert.Single(run.Progress, record => record.RecordType == System.Management.Automation.ProgressRecordType.Completed);
    }

    [Fact]
    public void A_short_read_shows_no_progress() => Assert.Empty(_module.Run("Get-DeadlineTrailEvent $logs").WithoutErrors().Progress);

    private Task Endless()
    {
        var again = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(HandWritten.Record(1).ToJsonString() + ",", 300)));
        return new NamedPipe(_folder["pipe.json"]).Pour("{\"Records\":["u8.ToArray(), again);
    }

    /// <summary>Linux knows threads by the first fifteen characters of their names.</summary>
    private static void AssertNoReaders()
    {
        if (OperatingSystem.IsLinux())
        {
            Assert.True(SpinWait.SpinUntil(() => !Directory.EnumerateDirectories("/proc/self/task").Any(IsReader), _hang), "A reader is left.");
        }
    }

    private static bool IsReader(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).StartsWith("DeadlineTrail r", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Ended in between.
            return false;
        }
    }
}
