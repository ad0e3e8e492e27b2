using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Aws;

/// <summary>Asks STS whose credentials they are, in one Region.</summary>
internal sealed class CallerLookup : IDisposable
{
    private readonly AmazonSecurityTokenServiceClient _client;

    /// <param name="access">Credentials, and how to reach AWS.</param>
    /// <param name="region">The Region whose endpoint is asked.</param>
    internal CallerLookup(AwsAccess access, string region)
    {
        var config = new AmazonSecurityTokenServiceConfig { RetryMode = RequestRetryMode.Standard, MaxErrorRetry = 1, Timeout = TimeSpan.FromSeconds(60) };
        access.Apply(config, region);
        _client = new AmazonSecurityTokenServiceClient(access.Credentials, config);
    }

    /// <summary>Asks. "No permissions are required to perform this operation.",
    /// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html.</summary>
    internal async Task<CallerIdentity> FindAsync(CancellationToken cancellation)
    {
        var response = await _client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation).ConfigureAwait(false);
        return new CallerIdentity(response.Arn ?? string.Empty, response.Account ?? string.Empty);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
