using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Help.Examples;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>The scripts that about_DeadlineTrail_Scheduling has for a scheduled task: what each saves, and its exit code.</summary>
public sealed class ScheduledTaskTests : IAsyncLifetime, IDisposable
{
    private const string Windows = "A task for Windows";
    private const string Cron = "A task for cron";

    private readonly ModuleHost _module = new();
    private readonly TrailFolder _folder = new();
    private readonly List<string> _saved = [];
    private LoopbackAws _aws = null!;
    private LoopbackBucket _logs = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _logs = _aws.AddBucket("studio-trail-logs", "us-west-2");
        Put("1005Z_aaaaaaaaaaaaaaaa", HandWritten.Record(1), HandWritten.Record(2, record => (record["eventName"], record["readOnly"]) = ("GetQueue", true)));
        Put("1015Z_bbbbbbbbbbbbbbbb", HandWritten.Record(11));
        _module.Run(OtherCommands.Definitions).WithoutErrors();
        _module.Set("saved", _saved);
        _module.Set("full", false);
        _module.Set("PSDefaultParameterValues", new Hashtable
        {
            ["*-Deadline*:EndpointUrl"] = _aws.Endpoint,
            ["*-Deadline*:ProfileLocation"] = _folder.Write("credentials", Encoding.UTF8.GetBytes($"[trail-reader]\naws_access_key_id = {_aws.Key.AccessKeyId}\naws_secret_access_key = {_aws.Key.SecretAccessKey}\nregion = us-west-2\n")),

            // A new bookmark begins now, and the logs are old.
            ["Get-DeadlineTrailEvent:StartTime"] = HandWritten.Utc(0),
        });
        _module.Run("""
            function Export-Csv { [CmdletBinding()] param([Parameter(Position = 0)] [string] $Path, [switch] $NoTypeInformation, [switch] $Append, [string] $Encoding, [Parameter(ValueFromPipeline)] $InputObject)
                process {
                    if ($full) { $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.IO.IOException]::new('There is not enough space on the disk.'), 'Full', 'WriteError', $Path)) }
                    else { $saved.Add($InputObject.Summary) } } }
            """).WithoutErrors();
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
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
        _aws.Faults.When("GetObject", call => call.Key!.Contains("aaaa", StringComparison.Ordinal), Fault.Denied);

        Assert.Equal((2, 1), Run(task));
        Assert.Equal((2, 0), Run(task));

        _aws.Faults.Clear();
        Assert.Equal((0, 1), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void Two_where_nothing_could_be_read_at_all(string task)
    {
        _aws.Faults.Always("*", Fault.ExpiredToken);
        Assert.Equal((2, 0), Run(task));

        _module.Run("$PSDefaultParameterValues['*-Deadline*:ProfileLocation'] += '.none'").WithoutErrors();
        Assert.Equal((2, 0), Run(task));
        Assert.Equal((2, 0), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void Three_where_the_events_could_not_be_saved_and_the_next_run_gives_them_again(string task)
    {
        _module.Set("full", true);
        Assert.Equal((3, 0), Run(task));

        _module.Set("full", false);
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

        _module.Set("full", true);
        Assert.Equal((3, 0), Run(task));

        _module.Set("full", false);
        _module.Run("$PSDefaultParameterValues['*-Deadline*:ProfileLocation'] += '.none'").WithoutErrors();
        Assert.Equal((2, 0), Run(task));

        _module.Run("$PSDefaultParameterValues['*-Deadline*:ProfileLocation'] = $PSDefaultParameterValues['*-Deadline*:ProfileLocation'] -replace '.none$'").WithoutErrors();
        Assert.Equal((0, 2), Run(task));
        Assert.Equal((0, 0), Run(task));
    }

    [Theory]
    [InlineData(Windows)]
    [InlineData(Cron)]
    public void A_script_without_its_module_does_not_run_which_PowerShell_makes_one_of(string task)
    {
        _module.Set("__manifest", _folder["none.psd1"]);

        var run = _module.Run(Script(task));

        Assert.IsAssignableFrom<RuntimeException>(run.Terminating);
        Assert.Empty(_saved);
        Assert.Empty(_aws.Requests.All);
    }

    /// <summary>Runs a script as a task does, and says its exit code and how much it saved.</summary>
    private (int ExitCode, int Saved) Run(string task)
    {
        _saved.Clear();
        var run = _module.Run(Script(task) + "; $LASTEXITCODE");
        Assert.Null(run.Terminating);
        return (Assert.IsType<int>(Assert.Single(run.Objects)), _saved.Count);
    }

    /// <summary>The first block under the heading, as a file, in the folder of the test.</summary>
    private string Script(string task)
    {
        var text = ExampleReader.Read(Checkout.In("docs/en-US/about_DeadlineTrail_Scheduling.md")).Single(example => example.Heading == task).Steps[0].Commands;
        Assert.Contains("exit 2", text, StringComparison.Ordinal);
        var here = text.Replace("Import-Module DeadlineTrail ", "Import-Module $__manifest ", StringComparison.Ordinal)
            .Replace(@"C:\Tasks\", _folder.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            .Replace("/var/lib/farm-changes/", _folder.Path + "/", StringComparison.Ordinal);
        _module.Set("script", _folder.Write("task.ps1", Encoding.UTF8.GetBytes(here)));

        // On Windows a machine's policy may be that no script runs.
        return "$env:PSExecutionPolicyPreference = 'Bypass'; $global:LASTEXITCODE = 0; & $script";
    }

    private void Put(string end, params JsonObject[] records) => _logs.Put(
        "AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/111122223333_CloudTrail_us-west-2_20260302T" + end + ".json.gz",
        TrailFolder.Gzip(Encoding.UTF8.GetBytes(TrailFolder.Log(records))));
}
