using System;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace DeadlineTrail.Shell;

/// <summary>What commands a session has before the module is imported: the engine's own, and the two views.</summary>
internal static class SessionCommands
{
    public static InitialSessionState InitialState()
    {
        // CreateDefault() wants pwsh's other assemblies beside the engine; this is the engine alone.
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Remove("Out-Default", typeof(SessionStateCmdletEntry));
        state.Commands.Add(new SessionStateCmdletEntry("Out-Default", typeof(OutDefaultWithHintCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Format-Table", typeof(FormatTableCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Format-List", typeof(FormatListCommand), null));
        if (OperatingSystem.IsWindows())
        {
            // pwsh is installed with RemoteSigned; a bare engine would run no script at all. Group policy still decides.
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        }

        return state;
    }
}
