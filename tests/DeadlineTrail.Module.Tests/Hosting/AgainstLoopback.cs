using System;
using System.Collections;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>
/// The module as built, in a session of its own, against AWS on this machine: <c>@aws</c> says where that is, and by whose key.
/// </summary>
public abstract class AgainstLoopback(Action<LoopbackOptions>? options = null) : IAsyncLifetime, IDisposable
{
    private protected ModuleHost Module { get; } = new();

    private protected TrailFolder Folder { get; } = new();

    private protected LoopbackAws Aws { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Aws = await LoopbackAws.StartAsync(options);
        Module.Set("aws", new Hashtable { ["AccessKey"] = Aws.Key.AccessKeyId, ["SecretKey"] = Aws.Key.SecretAccessKey, ["EndpointUrl"] = Aws.Endpoint });
        Prepare();
    }

    public virtual async Task DisposeAsync() => await Aws.DisposeAsync();

    public void Dispose()
    {
        Module.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What lies in AWS, and what the session knows.</summary>
    private protected abstract void Prepare();
}
