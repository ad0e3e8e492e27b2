using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace DeadlineTrail.Loading;

/// <summary>
/// The module's dependencies in a load context of their own: another module may bring the same assemblies in any version,
/// before or after, and neither sees the other's.
/// </summary>
internal static class PrivateAssemblies
{
    private static readonly PrivateContext Context = new(Path.Combine(Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!, "dependencies"));

    /// <summary>Loads an assembly of the module by its simple name.</summary>
    internal static Assembly Load(string name) => Context.LoadFromAssemblyName(new AssemblyName(name));

    private sealed class PrivateContext(string folder) : AssemblyLoadContext("DeadlineTrail")
    {
        // What passes between the contexts are types of Core: there must be one of it.
        private static readonly Assembly Shared = typeof(TrailEvent).Assembly;

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name == Shared.GetName().Name)
            {
                return Shared;
            }

            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
