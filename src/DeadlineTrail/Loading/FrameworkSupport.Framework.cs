using System;
using System.IO;
using System.Reflection;
using Microsoft.Win32;

namespace DeadlineTrail.Loading;

/// <summary>
/// What Windows PowerShell 5.1 needs: .NET Framework 4.7.2, and the assemblies that are part of .NET elsewhere.
/// </summary>
/// <remarks>
/// .NET Framework has one load context and no place for a module's binding redirects, so requests are answered by simple
/// name, and only those that come from this module's own folder: other modules are neither helped nor disturbed. If
/// another module has loaded another version before, that one is used; isolation is best effort here.
/// </remarks>
internal static class FrameworkSupport
{
    // "Release >= 461808: .NET Framework 4.7.2",
    // https://learn.microsoft.com/dotnet/framework/install/how-to-determine-which-versions-are-installed.
    private const int Release472 = 461808;

    private static readonly string Folder = Path.GetDirectoryName(typeof(FrameworkSupport).Assembly.Location)!;

    internal static void Start()
    {
        using (var key = Registry.LocalMachine.OpenSubKey(@"SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full"))
        {
            if (key?.GetValue("Release") is int release && release < Release472)
            {
                throw new PlatformNotSupportedException(
                    "DeadlineTrail needs .NET Framework 4.7.2 or later in Windows PowerShell 5.1; this machine has an older one. Install it, or use PowerShell 7.4 or later.");
            }
        }

        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    internal static void Stop() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        if (request.RequestingAssembly is not { IsDynamic: false } asking
            || !asking.Location.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = new AssemblyName(request.Name).Name + ".dll";
        foreach (var folder in new[] { Folder, Path.Combine(Folder, "dependencies") })
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return Assembly.LoadFrom(path);
            }
        }

        return null;
    }
}
