using System;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>The other tests stand on this host; these hold it to what it says.</summary>
public sealed class ModuleHostTests : IDisposable
{
    private const string WritesEverything = """
        function Write-Everything {
            [CmdletBinding()] param()
            1
            $PSCmdlet.WriteWarning('a warning')
            $PSCmdlet.WriteVerbose('a detail')
            $PSCmdlet.WriteInformation('a note', [string[]]@())
            $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'an activity', 'a status'))
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('bad'), 'BadThing', 'InvalidData', 5))
            2
        }
        Write-Everything -Verbose
        """;

    private readonly ModuleHost _module = new();

    public void Dispose() => _module.Dispose();

    [Fact]
    public void The_module_under_test_is_imported()
    {
        var folder = _module.Run("(Get-Module DeadlineTrail).ModuleBase").WithoutErrors().Objects.Single();

        Assert.Equal(System.IO.Path.GetDirectoryName(ModuleUnderTest.Manifest), folder);
    }

    [Fact]
    public void Every_stream_is_returned()
    {
        var run = _module.Run(WritesEverything);

        Assert.Equal([1, 2], run.Objects);
        Assert.Equal("BadThing,Write-Everything", run.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal(["a warning"], run.Warnings);
        Assert.Equal(["a detail"], run.Verbose);
        Assert.Equal("a note", run.Information.Single().MessageData);
        Assert.Equal("an activity", run.Progress.Single().Activity);
        Assert.Null(run.Terminating);
    }

    [Fact]
    public void An_error_that_ends_the_script_is_among_the_errors()
    {
        var run = _module.Run("1; throw 'enough'; 2");

        Assert.Equal([1], run.Objects);
        Assert.Equal("enough", run.Errors.Single().Exception.Message);
        Assert.NotNull(run.Terminating);
        Assert.Throws<InvalidOperationException>(run.WithoutErrors);
    }

    [Fact]
    public void Input_and_variables_reach_the_script()
    {
        _module.Set("factor", 10);

        Assert.Equal([10, 20], _module.Run("$input | ForEach-Object { $_ * $factor }", 1, 2).WithoutErrors().Objects);
    }

    [Fact]
    public void Formatted_text_is_what_the_prompt_shows_at_that_width()
    {
        const string Object = "[pscustomobject]@{ Name = 'a'; Text = 'one two three four five six seven' }";

        var wide = _module.Format(Object + " | Format-Table", width: 60);
        var narrow = _module.Format(Object + " | Format-Table", width: 20);

        Assert.Contains("one two three four five six seven\n", wide, StringComparison.Ordinal);
        Assert.All(narrow.Split('\n'), line => Assert.True(line.Length <= 20));
        Assert.Contains("\nName : a\nText : one", _module.Format(Object + " | Format-List"), StringComparison.Ordinal);
    }

    [Fact]
    public void Formatted_text_keeps_the_escapes_of_the_data_and_has_none_of_its_own()
    {
        Assert.DoesNotContain('\x1b', _module.Format("[pscustomobject]@{ Name = 'a' }, [pscustomobject]@{ Name = 'b' } | Format-Table"));
        Assert.DoesNotContain('\x1b', _module.Format("[pscustomobject]@{ Name = 'a' } | Format-List"));
        Assert.Contains("\x1b[31mred", _module.Format("[pscustomobject]@{ Name = \"`e[31mred\" }"), StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_offers_what_tab_does()
    {
        Assert.Equal(["Import-Module"], _module.Complete("Import-Mod").Select(match => match.CompletionText));
        Assert.Contains("-ListAvailable", _module.Complete("Get-Module -Li | Out-Null", 14).Select(match => match.CompletionText));
    }

    [Fact]
    public void An_endless_script_can_be_stopped_after_its_first_object()
    {
        using var endless = _module.Start("1; while ($true) { }");

        Assert.Equal(1, endless.WaitForOutput().BaseObject);
        var run = endless.Stop();

        Assert.True(run.Stopped);
        Assert.Equal([1], run.Objects);
        Assert.Equal([3], _module.Run("1 + 2").WithoutErrors().Objects);
    }
}
