using System.IO;
using System.Reflection;

namespace DeadlineTrail.Loading;

/// <summary>
/// The module's dependencies where there is one load context for all: what they need in turn is found by
/// <see cref="FrameworkSupport"/>, and if another module has loaded the same assembly before, that one is used.
/// </summary>
internal static class PrivateAssemblies
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!, "dependencies");

    /// <summary>Loads an assembly of the module by its simple name.</summary>
    internal static Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(Folder, name + ".dll"));
}
