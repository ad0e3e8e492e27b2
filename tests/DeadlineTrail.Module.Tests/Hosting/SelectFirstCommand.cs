using System;
using System.Management.Automation;
using System.Reflection;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>Passes one object on and ends the commands before it, as Select-Object -First 1 does.</summary>
[Cmdlet(VerbsCommon.Select, "First")]
public sealed class SelectFirstCommand : PSCmdlet
{
    // Known to the engine and Select-Object alone.
    private static readonly Type _stopUpstream = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        throw (Exception)Activator.CreateInstance(_stopUpstream, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, null, [this], null)!;
    }
}
