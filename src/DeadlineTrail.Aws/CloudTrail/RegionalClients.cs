using System;
using System.Collections.Concurrent;
using System.Linq;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>Clients of CloudTrail, one for each Region that is asked.</summary>
/// <param name="access">Credentials, and how to reach AWS.</param>
internal sealed class RegionalClients(AwsAccess access) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<CloudTrailClient>> _clients = new(StringComparer.Ordinal);

    /// <summary>Gets the client of a Region.</summary>
    internal CloudTrailClient this[string region] => _clients.GetOrAdd(region, name => new Lazy<CloudTrailClient>(() => Create(name))).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(static each => each.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private CloudTrailClient Create(string region)
    {
        var config = new CloudTrailConfig();
        access.Apply(config, region);
        return new CloudTrailClient(access.Credentials, config);
    }
}
