using System;
using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace DeadlineTrail.Shell;

// The engine formats tables and lists by itself, but the two cmdlets that choose between them are in an assembly that
// comes with PowerShell only. All their work and all their parameters are in the engine's public base classes; what is
// missing is the line that says which shape, and that is not public. A test holds the names used here.

/// <summary>Format-Table, on the engine's own formatting.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    /// <summary>Chooses the table.</summary>
    public FormatTableCommand() => FormatShape.Choose(this, "Table");
}

/// <summary>Format-List, on the engine's own formatting.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    /// <summary>Chooses the list.</summary>
    public FormatListCommand() => FormatShape.Choose(this, "List");
}

internal static class FormatShape
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    public static void Choose(FrontEndCommandBase command, string shape)
    {
        var engine = typeof(FrontEndCommandBase).Assembly;
        var shapes = engine.GetType("Microsoft.PowerShell.Commands.Internal.Format.FormatShape", throwOnError: true)!;
        var inner = engine.GetType("Microsoft.PowerShell.Commands.Internal.Format.InnerFormatShapeCommand", throwOnError: true)!;
        typeof(FrontEndCommandBase)
            .GetField("implementation", Hidden)!
            .SetValue(command, Activator.CreateInstance(inner, Hidden, null, [Enum.Parse(shapes, shape)], null));
    }
}
