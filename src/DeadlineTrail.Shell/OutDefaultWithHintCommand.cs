using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace DeadlineTrail.Shell;

/// <summary>Out-Default, which also says why a command everybody knows is not found here.</summary>
[Cmdlet(VerbsData.Out, "Default")]
public sealed class OutDefaultWithHintCommand : OutDefaultCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is ErrorRecord { Exception: CommandNotFoundException missing, ErrorDetails: null } error
            && MissingCommand.Hint(missing.CommandName) is { } hint)
        {
            error.ErrorDetails = new ErrorDetails(missing.Message) { RecommendedAction = hint };
        }

        base.ProcessRecord();
    }
}
