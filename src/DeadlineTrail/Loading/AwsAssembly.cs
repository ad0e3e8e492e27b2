using System;
using System.Threading;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Loading;

/// <summary>The one door to AWS: opened when a cmdlet first needs it, and by name, so that nothing here knows the AWS SDK.</summary>
internal static class AwsAssembly
{
    private static readonly Lazy<IAwsServices> Loaded = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Gets the services; the first time, this loads the AWS SDK.</summary>
    internal static IAwsServices Services => Loaded.Value;

    private static IAwsServices Load() =>
        (IAwsServices)Activator.CreateInstance(PrivateAssemblies.Load("DeadlineTrail.Aws").GetType("DeadlineTrail.Aws.AwsServices", throwOnError: true)!, nonPublic: true)!;
}
