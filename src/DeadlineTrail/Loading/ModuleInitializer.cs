using System;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace DeadlineTrail.Loading;

/// <summary>Runs when the module is imported, before anything of it is used.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Makes the module's own assemblies findable, and its public types usable in scripts at once.</summary>
    /// <exception cref="PlatformNotSupportedException">The .NET Framework is older than 4.7.2.</exception>
    public void OnImport()
    {
        FrameworkSupport.Start();
        LoadRecords();
    }

    /// <summary>Undoes what <see cref="OnImport"/> did to the process.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => FrameworkSupport.Stop();

    // In a method of its own: the assembly is loaded when the method is compiled, behind the resolver. Without it
    // [DeadlineTrail.TrailEvent] would be unknown until the first cmdlet has run.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadRecords() => _ = typeof(TrailEvent).Assembly;
}
