using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Help.Examples;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>The scripts that about_DeadlineTrail_Scheduling has for a scheduled task: what each saves, and its exit code.</summary>
public sealed class ScheduledTaskTests : AgainstLoopback
{
    private const string Windows = "A task for Windows";
    private const string Cron = "A task for cron";

    private readonly List<string> _saved = [];
    private LoopbackBucket _logs = null!;

    private protected override void Prepare()
    {
        _logs = Aws.AddBucket("studio-trail-logs", "us-west-2");
        Put("1005Z_aaaaaaaaaaaaaaaa", HandWritten.Record(1), HandWritten.Record(2, record => (record["eventName"], record["readOnly"]) = ("GetQueue", true)));
        Put("1015Z_bbbbbbbbbbbbbbbb", HandWritten.Record(11));
        Module.Run(OtherCommands.Definitions).WithoutErrors();
        Module.Set("saved", _saved);
        Module.Set("full", false);
        Module.Set("PSDefaultParameterValues", new Hashtable
        {
            ["*-Deadline*:EndpointUrl"] = Aws.Endpoint,
            ["*-Deadline*:ProfileLocation"] = Folder.Write("credentials", Aws.Key.Profile("trail-reader") + "region = us-west-2\n"),

            // A new bookmark begins now, and the logs are old.
            ["Get-DeadlineTrailEvent:StartTime"] = HandWritten.Utc(0),
        });
        Module.Run("""
            function Export-Csv { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [switch] $NoTypeInformation, [switch] $Append, [string] $Encoding, [Parameter(ValueFromPipeline)] $InputObject)
                process {
                    if ($full) { $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.IO.IOException]::new('There is not enough space on the disk.'), 'Full', 'WriteError', $Path)) }
                    else { $saved.Add($InputObject.Summary) } } }
            """).WithoutErrors();
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void Zero_whether_there_was_something_new_or_not(string task)
    {
        Assert.Equal((0, 2), Run(task));
        Assert.Equal((0, 0), Run(task));
        Put("1025Z_cccccccccccccccc", HandWritten.Record(21));
        Assert.Equal((0, 1), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void Two_where_something_could_not_be_read_and_the_rest_is_saved_and_counts(string task)
    {
        Aws.Faults.When("GetObject", call => call.Key!.Contains("aaaa", StringComparison.Ordinal), Fault.Denied);

        Assert.Equal((2, 1), Run(task));
        Assert.Equal((2, 0), Run(task));

        Aws.Faults.Clear();
        Assert.Equal((0, 1), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void Two_where_nothing_could_be_read_at_all(string task)
    {
        Aws.Faults.Always("*", Fault.ExpiredToken);
        Assert.Equal((2, 0), Run(task));

        Module.Run("$PSDefaultParameterValues['*-Deadline*:ProfileLocation'] += '.none'").WithoutErrors();
        Assert.Equal((2, 0), Run(task));
        Assert.Equal((2, 0), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void Three_where_the_events_could_not_be_saved_and_the_next_run_gives_them_again(string task)
    {
        Module.Set("full", true);
        Assert.Equal((3, 0), Run(task));

        Module.Set("full", false);
        Assert.Equal((0, 2), Run(task));
    }

    [Theory]
    [InlineData(Windows, false)]
    [InlineData(Windows, true)]
    [InlineData(Cron, false)]
    [InlineData(Cron, true)]
    public void What_could_not_be_saved_is_given_again_although_the_run_between_could_not_begin(string task, bool isFirst)
    {
        if (!isFirst)
        {
            Assert.Equal((0, 2), Run(task));
            Put("1025Z_cccccccccccccccc", HandWritten.Record(21), HandWritten.Record(22));
        }

        Module.Set("full", true);
        Assert.Equal((3, 0), Run(task));

        Module.Set("full", false);
        Module.Run("$PSDefaultParameterValues['*-Deadline*:ProfileLocation'] += '.none'").WithoutErrors();
        Assert.Equal((2, 0), Run(task));

        Module.Run("$PSDefaultParameterValues['*-Deadline*:ProfileLocation'] = $PSDefaultParameterValues['*-Deadline*:ProfileLocation'] -replace '.none$'").WithoutErrors();
        Assert.Equal((0, 2), Run(task));
        Assert.Equal((0, 0), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void A_script_without_its_module_does_not_run_which_PowerShell_makes_one_of(string task)
    {
        Module.Set("__manifest", Folder["none.psd1"]);

        var run = Module.Run(Script(task));

        Assert.IsAssignableFrom<RuntimeException>(run.Terminating);
        Assert.Empty(_saved);
        Assert.Empty(Aws.Requests.All);
    }

    /// <summary>Runs a script as a task does, and says its exit code and how much it saved.</summary>
    private (int ExitCode, int Saved) Run(string task)
    {
        _saved.Clear();
        var run = Module.Run(Script(task) + "; $LASTEXITCODE");
        Assert.Null(run.Terminating);
        return (Assert.IsType<int>(Assert.Single(run.Objects)), _saved.Count);
    }

    /// <summary>The first block under the heading, as a file, in the folder of the test.</summary>
    private string Script(string task)
    {
        var text = ExampleReader.Read(Checkout.In("docs/en-US/about_DeadlineTrail_Scheduling.md")).Single(example => example.Heading == task).Steps[0].Commands;
        Assert.Contains("exit 2", text, StringComparison.Ordinal);
        var here = text.Replace("Import-Module DeadlineTrail ", "Import-Module $__manifest ", StringComparison.Ordinal)
            .Replace(@"C:\Tasks\", Folder.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            .Replace("/var/lib/farm-changes/", Folder.Path + "/", StringComparison.Ordinal);
        Module.Set("script", Folder.Write("task.ps1", here));

        // On Windows a machine's policy may be that no script runs.
        return "$env:PSExecutionPolicyPreference = 'Bypass'; $global:LASTEXITCODE = 0; & $script";
    }

    private void Put(string end, params JsonObject[] records) => _logs.Deliver(DeliveredLogs.Key(end), records);
}
