using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;

namespace DeadlineTrail.Aws.Credentials;

/// <summary>
/// Credentials of a role that a profile names. The SDK's own look for the client of STS by name among all assemblies of the
/// process, and would find that of another module, in another version: this one is ours.
/// </summary>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    private readonly AWSCredentials _source;
    private readonly string _roleArn;
    private readonly string _sessionName;
    private readonly AssumeRoleAWSCredentialsOptions _options;
    private readonly RegionEndpoint? _region;

    /// <summary>Makes them; nothing is fetched yet.</summary>
    /// <param name="source">Who assumes the role.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">The name of its sessions.</param>
    /// <param name="options">What else the profile says.</param>
    /// <param name="region">The profile's Region: the role is assumed there. Null for the one of the environment.</param>
    internal RoleCredentials(AWSCredentials source, string roleArn, string sessionName, AssumeRoleAWSCredentialsOptions options, RegionEndpoint? region)
    {
        (_source, _roleArn, _sessionName, _options, _region) = (source, roleArn, sessionName, options, region);

        // As the SDK's own: well before the current ones expire.
        PreemptExpiryTime = System.TimeSpan.FromMinutes(15);
    }

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = _region ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false) ?? RegionEndpoint.USEast1,
        };
        if (_options.ProxySettings is { } proxy)
        {
            config.SetWebProxy(proxy);
        }

        using var client = new AmazonSecurityTokenServiceClient(_source, SecureEndpoint.Checked(config));
        var keys = ((ICoreAmazonSTS)client).CredentialsFromAssumeRoleAuthentication(_roleArn, _sessionName, _options);
        return new CredentialsRefreshState(keys, keys.Expiration);
    }
}
