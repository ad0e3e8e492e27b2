using System.Management.Automation.Runspaces;
using System.Reflection;

namespace DeadlineTrail.Shell;

/// <summary>Lets `exit` in the script of -File end the process with its code.</summary>
/// <remarks>
/// `exit` in a script file ends that script only and sets $LASTEXITCODE, which a native command sets as well. pwsh
/// tells the two apart with a switch of the engine that is not public: the next script's `exit` reaches the host.
/// </remarks>
internal static class ScriptExit
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    public static void ReachHost(Runspace runspace)
    {
        var context = typeof(Runspace).GetProperty("ExecutionContext", Hidden)!.GetValue(runspace)!;
        context.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", Hidden)!.SetValue(context, true);
    }
}
